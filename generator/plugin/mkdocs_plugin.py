"""MkDocs, as an edge and an adapter: its theme renders the shells, everything else is ours.

The only importer of MkDocs. It lends us the theme's chrome once for each depth of the site, and the
pages of docs/; people's pages never become MkDocs pages (see docs/decisions/0001).
"""

import logging
import os
import re
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from markupsafe import Markup
from mkdocs.commands import build as mkdocs_build
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from generator.adapters.activity_file import ACTIVITY_FILE
from generator.app.build import BuildError, Written, asset_files, load_site, refuse_to_empty, write_site
from generator.model.errors import LodestarError
from generator.profiles.check import Validator
from generator.profiles.reference import reference_pages
from generator.profiles.validate import CachingValidator, validate
from generator.requests.replies.reference import request_reference_pages
from generator.site.build_stamp import footer_line
from generator.site.page import ROOT
from generator.site.page_layout import (
    CONTENT,
    DEEPEST,
    DESCRIPTION,
    TITLE,
    PageLayout,
    PageLayoutError,
    sentinel_path,
    split_layout,
)
from generator.site.pages import SiteContext, home_page
from generator.site.theme_repairs import mended

LANDINGS = {
    "mentors/": "Find a mentor",
    "programs/": "Programs",
    "roadmaps/": "Roadmaps",
    "skills/": "Skills",
    "topics/": "Topics",
    "domains/": "Domains",
    "languages/": "Languages",
    "requests/": "Requests",
}
"""Pages of ours that may stand in the navigation, with their titles there: the theme renders a shell for each."""
WATCHED = ("mentors", "programs", "vocabulary", "directory.yml", ACTIVITY_FILE)
_SHELL_SOURCE = (
    "---\ntitle: {title}\ndescription: {description}\nhide: [navigation, toc]\nsearch: {{exclude: true}}\n---\n"
)
_SENTINEL_URL = re.compile(r"\s*<url>(?:(?!</url>).)*?zzlodestar.*?</url>", re.DOTALL)


class LodestarPlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call]  # its parameter is made anew for each class
    """Reads the directory before MkDocs builds, lends it the shells' sources, and fills them afterwards."""

    ready: SiteContext | None = None
    validate: Validator = staticmethod(validate)
    written: Written | None = None

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember while serving what was found in each file; MkDocs then keeps this plugin for all rebuilds."""
        if command == "serve":
            self.validate = CachingValidator()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check the directory, and take the site's name and address from directory.yml, their one place."""
        if not config.use_directory_urls:
            raise PluginError(
                "Lodestar's links need `use_directory_urls: true` in mkdocs.yml, which is also the default"
            )
        self.root = Path(config.config_file_path).parent
        try:
            self.site: SiteContext = self.ready or load_site(self.root, _now(), self.validate)
        except LodestarError as trouble:
            raise PluginError(f"\n{trouble}") from None
        settings = self.site.directory.settings
        line = footer_line(self.site.built)
        config.site_name = settings.name
        config.site_url = settings.site_url or config.site_url
        config.site_description = config.site_description or settings.tagline
        config.copyright = f"{config.copyright} · {line}" if config.copyright else str(line)
        config.extra_css.append("assets/lodestar/lodestar.css")
        config.watch.extend(str(self.root / name) for name in WATCHED if (self.root / name).exists())
        _keep_templates(config)
        self.shells: dict[str, PageLayout] = {}
        self.sources: set[str] = set()
        self.sitemap = ""
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the shells' sources, the reference pages and our style sheet and scripts."""
        titles = LANDINGS | {sentinel_path(depth): TITLE for depth in range(1, DEEPEST + 1)}
        for path, title in titles.items():
            source = f"{path}index.md" if path in LANDINGS else f"{path.rstrip('/')}.md"
            content = _SHELL_SOURCE.format(title=title, description=DESCRIPTION)
            files.append(File.generated(config, source, content=content, inclusion=InclusionLevel.NOT_IN_NAV))
            self.sources.add(source)
        for source, content in (*reference_pages(), *request_reference_pages(self.site.directory.settings)):
            files.append(File.generated(config, source, content=content, inclusion=InclusionLevel.NOT_IN_NAV))
        for source, file in asset_files():
            files.append(File.generated(config, source, abs_src_path=str(file)))
        return files

    def on_page_content(self, html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Give home its doors and programs, and a shell its sentinel."""
        if page.is_homepage:
            return home_page(self.site, Markup(html)).body.replace(ROOT, "")  # noqa: S704  Markdown of the community's own docs
        return CONTENT if page.file.src_uri in self.sources else html

    def on_post_page(self, output: str, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Keep a shell instead of writing it; MkDocs writes nothing for an empty page."""
        output = mended(output)
        if page.file.src_uri not in self.sources:
            return output
        try:
            self.shells[page.url] = split_layout(output, page.url, page.url not in LANDINGS)
        except PageLayoutError as trouble:
            raise PluginError(str(trouble)) from None
        return ""

    def on_post_template(self, output_content: str, template_name: str, config: MkDocsConfig) -> str:
        """Hold the sitemap back until our pages are known."""
        if template_name != "sitemap.xml":
            return mended(output_content)
        landings = "|".join(LANDINGS)
        ours = re.compile(rf"\s*<url>\s*<loc>[^<]*/(?:{landings})</loc>.*?</url>", re.DOTALL)
        self.sitemap = ours.sub("", _SENTINEL_URL.sub("", output_content))
        return ""

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write everything that is ours."""
        try:
            self.written = write_site(self.root, self.site, self.shells, self.sitemap, Path(config.site_dir))
        except LodestarError as trouble:
            raise PluginError(f"\n{trouble}") from None


_TEMPLATES: dict[tuple[str, ...], Any] = {}


def _keep_templates(config: MkDocsConfig) -> None:
    """Keep the theme's compiled templates from one rebuild to the next: half of a small rebuild went there.

    MkDocs also lists the theme's 14,000 icons each time, to find a few files; the list is kept too.
    Templates that change on the disk are read anew, as ever.
    """
    folders, make = tuple(config.theme.dirs), config.theme.get_env

    def kept() -> Any:
        if folders not in _TEMPLATES:
            environment: Any = make()
            _TEMPLATES[folders] = environment
            environment.auto_reload = True
            names = environment.list_templates
            if not config.theme.custom_dir:
                listed: list[str] = []

                def list_once(**how: Any) -> list[str]:
                    if not listed:
                        listed.extend(names(**how))
                    return listed

                environment.list_templates = list_once
        return _TEMPLATES[folders]

    config.theme.get_env = kept  # type: ignore[method-assign]


def build_with_mkdocs(
    root: Path, site_dir: Path | None, now: datetime | None, activity_file: Path | None = None
) -> Written:
    """Build the site as `mkdocs build` would; raises LodestarError with a message for people."""
    site = load_site(root, now or _now(), activity_file=activity_file)
    if site_dir:
        refuse_to_empty(site_dir, root)
    try:
        options = {"site_dir": str(site_dir.resolve())} if site_dir else {}
        config = load_config(config_file=_config_file(root), **options)
        plugin = config.plugins.get("lodestar")
        if not isinstance(plugin, LodestarPlugin):
            raise BuildError("mkdocs.yml does not name the plugin. Add this to it:\n\nplugins:\n  - lodestar\n")
        plugin.ready = site
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build.build(config)
        config.plugins.on_shutdown()
    except (Abort, ConfigurationError, PluginError, OSError) as trouble:
        raise BuildError(f"{trouble}".strip("\n") + "\n") from None
    return plugin.written or Written(0, 0)


def serve_with_mkdocs(root: Path, host: str, port: int) -> None:
    """Serve and rebuild as `mkdocs serve` does; raises LodestarError where the first build fails."""
    load_site(root, _now())
    _talk()
    _hurry()
    try:
        mkdocs_serve.serve(config_file=_config_file(root), dev_addr=f"{host}:{port}", livereload=True)
    except OSError as trouble:
        raise BuildError(
            f"The site cannot be served at {host}:{port} ({trouble.strerror}). Try another port: --port {port + 1}\n"
        ) from None
    except (Abort, ConfigurationError, PluginError) as trouble:
        raise BuildError(f"{trouble}".strip("\n") + "\n") from None


def _talk() -> None:
    """Show what MkDocs says while it serves, but not that it leaves the shells' pages to us."""
    log = logging.getLogger("mkdocs")
    log.setLevel(logging.INFO)
    shown = logging.StreamHandler()
    shown.addFilter(
        lambda record: not record.getMessage().endswith(("Generated empty output.", "generated empty output."))
    )
    log.addHandler(shown)


def _hurry() -> None:
    """Make rebuilds quick: MkDocs' watching thread would hold up each of our thousands of small writes.

    The served copy of the site goes to memory where the system offers a folder there.
    """
    sys.setswitchinterval(0.0002)
    if os.access("/dev/shm", os.W_OK):  # noqa: S108  only a copy that MkDocs deletes again
        tempfile.tempdir = "/dev/shm"  # noqa: S108


def _now() -> datetime:
    """Tell the time; SOURCE_DATE_EPOCH stands in for it where builds must be repeatable."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(fixed), UTC) if fixed else datetime.now(UTC)


def _config_file(root: Path) -> str:
    path = root / "mkdocs.yml"
    if not path.is_file():
        raise BuildError(
            f"{path} is missing. Copy mkdocs.yml from the Lodestar repository: it says how the site looks.\n"
        )
    return str(path)
