"""Build the site with MkDocs, beside the site that is there, and swap the two when the new one is whole."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError

from generator.adapters.build_record import BuildRecord, Told
from generator.adapters.clock import build_time
from generator.adapters.staging import replacing, take_the_place_of
from generator.app.build import Written, load_site
from generator.app.site_folder import BuildError, refuse_foreign_folder, refuse_own_folder, shown
from generator.app.unchanged import inputs_of, stamp_at
from generator.plugin.mkdocs_plugin import LodestarPlugin
from generator.plugin.standard import standard_config
from generator.text.catalogue import _


def build_with_mkdocs(
    root: Path, site_dir: Path | None, now: datetime | None, activity_file: Path | None = None
) -> Written:
    """Build the site as `mkdocs build` would; raise LodestarError with a message for people.

    Where an earlier build is there that nobody touched, only what differs is written.
    """
    at = now or build_time()
    inputs = inputs_of(root, at, activity_file)
    site = load_site(root, at, activity_file=activity_file)
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
        record = plugin.record = BuildRecord(root, site_dir and target, target)
        try:
            with replacing(target, lambda old, new: record.finish(old, new, take_the_place_of)) as fresh:
                config.site_dir = str(fresh)
                config.plugins.on_startup(command="build", dirty=False)
                mkdocs_build.build(config)
                config.plugins.on_shutdown()
            written = replace(plugin.written or Written(0, 0), folder=shown(site_dir, target))
            known = inputs if _reads_only_what_we_know(config, root) else ""
            record.save(
                Told(known, written.pages, written.files, written.folder, stamp_at(site.exact), written.stamped)
            )
        finally:
            record.close()
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
    return written


_OWN_EXTENSIONS = frozenset(
    {
        "abbr", "admonition", "attr_list", "codehilite", "def_list", "fenced_code", "footnotes", "md_in_html", "meta",
        "sane_lists", "smarty", "tables", "toc", "pymdownx.details", "pymdownx.highlight", "pymdownx.inlinehilite",
        "pymdownx.superfences", "pymdownx.tabbed", "pymdownx.tasklist",
    }
)  # fmt: skip
"""Extensions of Markdown that read nothing but the page."""


def _reads_only_what_we_know(config: MkDocsConfig, root: Path) -> bool:
    """Whether the guides are made from docs/ and mkdocs.yml alone; others' plugins may read anything."""
    return (
        set(config.plugins) <= {"lodestar"}
        and not config.hooks
        and not config.theme.custom_dir
        and Path(config.docs_dir).resolve() == (root / "docs").resolve()
        and set(config.markdown_extensions) <= _OWN_EXTENSIONS
        and not any(word in Path(config.config_file_path).read_text(encoding="utf-8") for word in ("!ENV", "INHERIT"))
    )


def config_file_of(root: Path) -> str:
    """Return where MkDocs finds its settings: the community's own, or ours where it has none."""
    path = root / "mkdocs.yml"
    return str(path if path.is_file() else standard_config(root))
