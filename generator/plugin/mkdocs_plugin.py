"""The plugin: what we do at each of MkDocs' events. The theme renders layouts, everything else is ours.

MkDocs lends us the theme's frame once for each depth of the site, and the pages of docs/. People's pages
never become MkDocs pages (see docs/decisions/0001). Only this room imports MkDocs.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage

from generator.adapters.clock import build_time
from generator.app.build import Written, load_site, write_site
from generator.model.errors import LodestarError
from generator.plugin.layouts import generated_files, layout_of, layout_sources, without_layouts
from generator.plugin.theme import introduce, keep_templates
from generator.plugin.watch import watch_folders, watch_root
from generator.profiles.check import Validator
from generator.profiles.validate import CachingValidator, validate
from generator.site.page import ROOT
from generator.site.page_layout import CONTENT, PageLayout
from generator.site.pages import SiteContext, home_page
from generator.site.theme_repairs import mended
from generator.text.catalogue import _


class LodestarPlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call]  # its parameter is made anew for each class
    """Reads the directory before MkDocs builds, lends it the layouts' sources, and fills them afterwards."""

    ready: SiteContext | None = None
    validate: Validator = staticmethod(validate)
    written: Written | None = None

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember while serving what was found in each file; MkDocs then keeps this plugin for all rebuilds."""
        if command == "serve":
            self.validate = CachingValidator()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check the directory, and tell MkDocs and the theme what is in it."""
        if not config.use_directory_urls:
            raise PluginError(_("Lodestar's links need `use_directory_urls: true` in mkdocs.yml, the default."))
        self.root = Path(config.config_file_path).parent
        with _as_plugin_error():
            self.site: SiteContext = self.ready or load_site(self.root, build_time(), self.validate)
        introduce(config, self.site)
        watch_folders(config, self.root)
        keep_templates(config)
        self.layouts: dict[str, PageLayout] = {}
        self.sources = layout_sources()
        self.sitemap = ""
        return config

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:
        """Watch for what may appear later, such as the activity file."""
        watch_root(server, self.root)
        return server

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the layouts' sources, the reference pages and our style sheet and scripts."""
        for file in generated_files(config, self.sources, self.site.directory.settings):
            files.append(file)
        return files

    def on_page_content(self, html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Give home its doors and programs, and a layout its sentinel."""
        if page.is_homepage:
            return home_page(self.site, Markup(html)).body.replace(ROOT, "")  # noqa: S704  Markdown of the community's own docs
        return CONTENT if page.file.src_uri in self.sources else html

    def on_post_page(self, output: str, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Keep a layout instead of writing it; MkDocs writes nothing for an empty page."""
        output = mended(output)
        if page.file.src_uri not in self.sources:
            return output
        with _as_plugin_error():
            self.layouts[page.url] = layout_of(output, page.url)
        return ""

    def on_post_template(self, output_content: str, template_name: str, config: MkDocsConfig) -> str:
        """Hold the sitemap back until our pages are known."""
        if template_name != "sitemap.xml":
            return mended(output_content)
        self.sitemap = without_layouts(output_content)
        return ""

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write everything that is ours."""
        with _as_plugin_error():
            self.written = write_site(self.root, self.site, self.layouts, self.sitemap, Path(config.site_dir))


@contextmanager
def _as_plugin_error() -> Iterator[None]:
    """Let MkDocs print our errors as it prints its own."""
    try:
        yield
    except LodestarError as error:
        raise PluginError(f"\n{error}") from None
