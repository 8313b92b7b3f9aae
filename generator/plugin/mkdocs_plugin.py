"""The plugin: what we do at each of MkDocs' events. MkDocs builds the guides in docs/, and we write everything else.

People's pages never become MkDocs pages; see docs/decisions/0012. Only this room imports MkDocs.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from markupsafe import Markup
from mkdocs.config.base import Config
from mkdocs.config.config_options import Optional, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from generator.adapters.build_record import BuildRecord
from generator.adapters.clock import build_time
from generator.app.build import Written, load_site, write_site
from generator.model.errors import LodestarError
from generator.plugin.contact import with_contact
from generator.plugin.sources import JOINING, LANDINGS, generated_files, without_landings
from generator.plugin.standard import for_community, lend_pages
from generator.plugin.theme import introduce, keep_templates, our_parts
from generator.plugin.watch import watch_folders, watch_root
from generator.plugin.worksheet import with_worksheet
from generator.profiles.check import Validator
from generator.profiles.validate import CachingValidator, validate
from generator.site.home import home_page
from generator.site.join.page import without_heading
from generator.site.layout import Layouts
from generator.site.not_found import not_found_page
from generator.site.policy import guide_with_policy
from generator.site.site_context import SiteContext
from generator.site.theme_repairs import repaired
from generator.text.catalogue import _


class Options(Config):  # type: ignore[no-untyped-call]  # MkDocs has no types for it
    """What mkdocs.yml may say below `lodestar:`. `root` is the directory's folder where that is not beside mkdocs.yml."""

    root = Optional(Type(str))


class LodestarPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Reads the directory before MkDocs builds the guides, lends them our header and footer, and writes the rest."""

    ready: SiteContext | None = None
    serving = False
    validate: Validator = staticmethod(validate)
    written: Written | None = None
    record: BuildRecord | None = None

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember while serving what was found in each file; MkDocs then keeps this plugin for all rebuilds."""
        self.serving = command == "serve"
        if self.serving:
            self.validate = CachingValidator()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check the directory, and tell MkDocs and the theme what is in it."""
        if not config.use_directory_urls:
            raise PluginError(_("Lodestar's links need `use_directory_urls: true` in mkdocs.yml, the default."))
        self.root = Path(self.config.root or Path(config.config_file_path).parent)
        self.lent: frozenset[str] = frozenset()
        with _as_plugin_error():
            site = self.ready or load_site(self.root, build_time(), self.validate)
        self.site: SiteContext = replace(site, live_reload=self.serving)
        introduce(config, self.site)
        watch_folders(config, self.root)
        keep_templates(config)
        self.layouts = Layouts(self.site)
        self.sitemap = ""
        return config

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:
        """Watch for what may appear later, such as the activity file."""
        watch_root(server, self.root)
        return server

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add stand-ins for pages of ours, the reference pages and our scripts."""
        if self.config.root:
            self.lent = lend_pages(files, config)
        for file in generated_files(config, self.site.directory.settings):
            files.append(file)
        return files

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Fill in whom to turn to, and the fields of a worksheet, where a guide asks for them."""
        settings = self.site.directory.settings
        if page.file.src_uri in self.lent:
            markdown = for_community(markdown, settings)
        return with_worksheet(with_contact(markdown, settings), page.url)

    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the theme our header and footer, as they are at this page."""
        context.update(our_parts(config, self.site, page.url))  # type: ignore[typeddict-item]  # names of our own
        return context

    def on_post_page(self, output: str, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Write home ourselves, and nothing for a stand-in; MkDocs writes no empty page."""
        if page.is_homepage:
            return self.layouts.fill(home_page(self.site, Markup(page.content or "")))  # noqa: S704  the community's own docs
        if page.file.src_uri == JOINING:
            self.site = replace(self.site, join_text=without_heading(page.content or ""))
            return ""
        return "" if page.file.src_uri in LANDINGS else self._finished(output)

    def _finished(self, output: str) -> str:
        return guide_with_policy(repaired(output), self.serving)

    def on_post_template(self, output_content: str, template_name: str, config: MkDocsConfig) -> str:
        """Write the page for wrong addresses ourselves, and hold the sitemap back until our pages are known."""
        if template_name == "404.html":
            return self.layouts.fill(not_found_page(self.site))
        if template_name != "sitemap.xml":
            return self._finished(output_content)
        self.sitemap = without_landings(output_content)
        return ""

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write everything that is ours."""
        with _as_plugin_error():
            self.written = write_site(self.root, self.site, self.sitemap, Path(config.site_dir), self.record)


@contextmanager
def _as_plugin_error() -> Iterator[None]:
    """Let MkDocs print our errors as it prints its own."""
    try:
        yield
    except LodestarError as error:
        raise PluginError(f"\n{error}") from None
