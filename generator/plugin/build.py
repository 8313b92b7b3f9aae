"""Build the site with MkDocs, beside the site that is there, and swap the two when the new one is whole."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError, PluginError

from generator.adapters.clock import build_time
from generator.adapters.staging import replacing
from generator.app.build import BuildError, Written, load_site, refuse_foreign_folder, refuse_own_folder
from generator.plugin.mkdocs_plugin import LodestarPlugin
from generator.plugin.standard import standard_config
from generator.text.catalogue import _


def build_with_mkdocs(
    root: Path, site_dir: Path | None, now: datetime | None, activity_file: Path | None = None
) -> Written:
    """Build the site as `mkdocs build` would; raise LodestarError with a message for people."""
    site = load_site(root, now or build_time(), activity_file=activity_file)
    if site_dir:
        refuse_own_folder(site_dir, root)
        refuse_foreign_folder(site_dir)
    try:
        options = {"site_dir": str(site_dir.resolve())} if site_dir else {}
        config = load_config(config_file=config_file_of(root), **options)
        plugin = config.plugins.get("lodestar")
        if not isinstance(plugin, LodestarPlugin):
            raise BuildError(
                _("mkdocs.yml doesn't name the plugin. Add these lines to it:") + "\n\nplugins:\n  - lodestar"
            )
        plugin.ready = site
        target = Path(config.site_dir)
        refuse_own_folder(target, root)
        with replacing(target) as fresh:
            config.site_dir = str(fresh)
            config.plugins.on_startup(command="build", dirty=False)
            mkdocs_build.build(config)
            config.plugins.on_shutdown()
    except OSError as error:
        raise BuildError(
            _(
                "The site can't be written to {folder}: {reason}.",
                folder=site_dir or root,
                reason=error.strerror or error,
            )
        ) from None
    except (Abort, ConfigurationError, PluginError) as error:
        raise BuildError(str(error).strip("\n")) from None
    here = Path.cwd()
    shown = site_dir or (target.relative_to(here) if target.is_relative_to(here) else target)
    return replace(plugin.written or Written(0, 0), folder=str(shown))


def config_file_of(root: Path) -> str:
    """Return where MkDocs finds its settings: the community's own, or ours where it has none."""
    path = root / "mkdocs.yml"
    return str(path if path.is_file() else standard_config(root))
