"""What the theme gets from us: the directory's name and address, and its own templates of the build before."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from generator.site.build_stamp import footer_line
from generator.site.pages import SiteContext

_KEPT: dict[tuple[str, ...], Any] = {}


def introduce(config: MkDocsConfig, site: SiteContext) -> None:
    """Take the site's name and address from directory.yml, their one place, and add our style sheet."""
    settings, line = site.directory.settings, footer_line(site.built)
    config.site_name = settings.name
    config.site_url = settings.site_url or config.site_url
    config.site_description = config.site_description or settings.tagline
    config.copyright = f"{config.copyright} · {line}" if config.copyright else str(line)
    config.extra_css.append("assets/lodestar/lodestar.css")


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
