"""What MkDocs reads where a community has no mkdocs.yml: our own settings, our guides, and pages of theirs on top."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from generator.adapters.filesystem import write_whole
from generator.adapters.packaged import PRODUCT_PAGES, packaged, packaged_pages
from generator.model.directory import Settings
from generator.text.github_addresses import PRODUCT, PRODUCT_SITE

_HOST = "https://github.com/"
_OF_THE_PRODUCT = "|".join(map(re.escape, PRODUCT_PAGES))
_LINK = re.compile(rf"\]\((?:\.\./)*((?:{_OF_THE_PRODUCT})[^)#]*)(#[^)]*)?\)")
_CODE_OF_CONDUCT = f"{_HOST}{PRODUCT}/blob/main/CODE_OF_CONDUCT.md"
_PLACES = re.compile(rf"{re.escape(_HOST + PRODUCT)}/(issues/new|(?:new|upload)/main)\b")
_SCHEMA = "../generator/schema/"


def standard_config(root: Path) -> Path:
    """Write the settings for MkDocs of a community that has none, beside its caches, and return where they are."""
    folder = root / ".cache" / "lodestar"
    docs = root / "docs"
    if not docs.is_dir():
        docs = folder / "docs"
    for one in (folder, docs):
        one.mkdir(parents=True, exist_ok=True)
    with packaged("mkdocs.yml").open(encoding="utf-8") as file:
        settings: dict[str, Any] = yaml_load(file, get_yaml_loader())
    lent = {name for name, _ in packaged_pages()}
    own = sorted(path.relative_to(docs).as_posix() for path in docs.rglob("*.md"))
    settings["nav"] = _with_own_pages(list(_community_nav(settings["nav"])), [one for one in own if one not in lent])
    settings |= {
        "docs_dir": str(docs.resolve()),
        "site_dir": str((root / "site").resolve()),
        "plugins": [{"lodestar": {"root": str(root.resolve())}}],
    }
    path = folder / "mkdocs.yml"
    write_whole(path, json.dumps(settings, indent=2).encode())
    return path


def _community_nav(entries: list[Any]) -> Iterator[Any]:
    """Yield the navigation without the pages about Lodestar itself."""
    for entry in entries:
        title, below = next(iter(entry.items())) if isinstance(entry, dict) else ("", entry)
        if isinstance(below, list):
            kept = list(_community_nav(below))
            if kept:
                yield {title: kept}
        elif below.split("/")[0] not in PRODUCT_PAGES:
            yield entry


def _with_own_pages(nav: list[Any], own: list[str]) -> list[Any]:
    """Put the pages that only this community has into the last part of the navigation."""
    last = next(iter(nav[-1].values()))
    last.extend(own)
    return nav


def lend_pages(files: Files, config: MkDocsConfig) -> frozenset[str]:
    """Add each guide of ours that a community has not written itself; return their paths."""
    lent = {name: file for name, file in packaged_pages() if files.get_file_from_path(name) is None}
    for name, file in lent.items():
        files.append(File.generated(config, name, abs_src_path=str(file)))
    return frozenset(lent)


def for_community(markdown: str, settings: Settings) -> str:
    """Let a guide of ours speak of a community: links to forms lead to its repository, and others to Lodestar's site."""
    home = f"{_HOST}{settings.repository}"
    markdown = markdown.replace(_CODE_OF_CONDUCT, "code-of-conduct.md")
    markdown = _PLACES.sub(lambda found: f"{home}/{found[1].replace('main', settings.branch)}", markdown)
    if settings.site_url:
        markdown = markdown.replace(_SCHEMA, f"{settings.site_url}schema/")
    return _LINK.sub(lambda found: f"]({PRODUCT_SITE}{_address(found[1])}{found[2] or ''})", markdown)


def _address(path: str) -> str:
    return path.removesuffix(".md").removesuffix("README").rstrip("/") + "/"
