"""The pages that we ask MkDocs to render; some only so that the theme lends us its frame, which people's pages fill."""

import re
from collections.abc import Iterator, Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from generator.app.build import asset_files
from generator.model.directory import Settings
from generator.profiles.reference import reference_pages
from generator.requests.replies.reference import request_reference_pages
from generator.site.page_layout import DEEPEST, DESCRIPTION, TITLE, PageLayout, sentinel_path, split_layout

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
"""Pages of ours that may appear in the navigation, with their titles there: each gets a layout of its own."""
_SOURCE = "---\ntitle: {title}\ndescription: {description}\nhide: [navigation, toc]\nsearch: {{exclude: true}}\n---\n"
_SENTINEL_URL = re.compile(r"\s*<url>(?:(?!</url>).)*?zzlodestar.*?</url>", re.DOTALL)
_LANDING_URL = re.compile(rf"\s*<url>\s*<loc>[^<]*/(?:{'|'.join(LANDINGS)})</loc>.*?</url>", re.DOTALL)


def layout_sources() -> dict[str, str]:
    """Return the Markdown of every page whose frame we need, by its path."""
    titles = LANDINGS | {sentinel_path(depth): TITLE for depth in range(1, DEEPEST + 1)}
    return {
        f"{path}index.md" if path in LANDINGS else f"{path.rstrip('/')}.md": _SOURCE.format(
            title=title, description=DESCRIPTION
        )
        for path, title in titles.items()
    }


def generated_files(config: MkDocsConfig, sources: Mapping[str, str], settings: Settings) -> Iterator[File]:
    """Yield what MkDocs builds besides docs/: the layouts' sources, the reference pages, our style sheet and scripts."""
    for source, content in (*sources.items(), *reference_pages(), *request_reference_pages(settings)):
        yield File.generated(config, source, content=content, inclusion=InclusionLevel.NOT_IN_NAV)
    for source, file in asset_files():
        yield File.generated(config, source, abs_src_path=str(file))


def layout_of(html: str, url: str) -> PageLayout:
    """Turn a rendered page into a layout; a landing page keeps the theme's own title."""
    return split_layout(html, url, url not in LANDINGS)


def without_layouts(sitemap: str) -> str:
    """Take our layout pages out of MkDocs' sitemap; the real pages are added when they are known."""
    return _LANDING_URL.sub("", _SENTINEL_URL.sub("", sitemap))
