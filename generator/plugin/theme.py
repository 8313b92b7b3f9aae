"""What the theme gets from us: the directory's name and address, our header and footer, and templates it had before."""

from pathlib import Path
from typing import Any

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig

from generator.site.layout import foot, header
from generator.site.page import ROOT
from generator.site.previews import SITE_PREVIEW
from generator.site.site_context import SiteContext

_FOLDER = Path(__file__).parent / "theme"
_KEPT: dict[tuple[str, ...], Any] = {}


def introduce(config: MkDocsConfig, site: SiteContext) -> None:
    """Take the site's name and address from directory.yml, their one place, and put our header over the theme's."""
    settings = site.directory.settings
    # The theme writes both as they are into every guide.
    config.site_name = escape(settings.name)
    config.site_url = settings.site_url or config.site_url
    config.site_description = config.site_description or escape(settings.tagline)
    config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(_FOLDER))
    # One scheme for the theme: every colour of it is a variable of ours, which knows day and night.
    config.theme["palette"] = {"scheme": "default", "primary": "custom", "accent": "custom"}


def our_parts(config: MkDocsConfig, site: SiteContext, url: str) -> dict[str, Markup]:
    """Return our header and footer as the theme's templates know them, with links as they are at this address."""
    root = "../" * url.count("/")
    thanks = "" if config.extra.get("generator") is False else "Material for MkDocs"
    start = site.directory.settings.site_url
    preview = f"{start}{SITE_PREVIEW}" if start else ""
    parts = {"lodestar_header": header(site, url), "lodestar_footer": foot(site, thanks)}
    ready = {name: Markup(part.replace(ROOT, root)) for name, part in parts.items()}  # noqa: S704  our own templates
    return ready | {"lodestar_preview": escape(preview)}


def keep_templates(config: MkDocsConfig) -> None:
    """Let MkDocs take the templates of the build before, where the theme is the same: half of a small rebuild went there.

    MkDocs also lists the theme's 14,000 icons each time, to find a few files; the list is kept too.
    Templates that change on the disk are read again, as ever.
    """
    folders, make = tuple(config.theme.dirs), config.theme.get_env

    def kept() -> Any:
        if folders not in _KEPT:
            environment: Any = make()
            _KEPT[folders] = environment
            environment.auto_reload = True
            names = environment.list_templates
            if not config.theme.custom_dir:
                listed: list[str] = []

                def list_once(**how: Any) -> list[str]:
                    if not listed:
                        listed.extend(names(**how))
                    return listed

                environment.list_templates = list_once
        return _KEPT[folders]

    config.theme.get_env = kept  # type: ignore[method-assign]
