"""The pages that MkDocs must know: stand-ins for pages of ours that the navigation names, and the reference."""

import re
from collections.abc import Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from generator.app.build import asset_files
from generator.model.directory import Settings
from generator.profiles.reference import reference_pages
from generator.requests.replies.reference import request_reference_pages
from generator.text.catalogue import N_, _

LANDINGS = {
    "mentors/index.md": N_("Find a mentor"),
    "programs/index.md": N_("Programs"),
    "roadmaps/index.md": N_("Roadmaps"),
    "skills/index.md": N_("Skills"),
    "topics/index.md": N_("Topics"),
    "domains/index.md": N_("Domains"),
    "languages/index.md": N_("Languages"),
    "requests/index.md": N_("Requests"),
    "ask/index.md": N_("Ask a mentor"),
    "mentees/index.md": N_("People looking for a mentor"),
    "me/index.md": N_("My page"),
    "board/index.md": N_("Coordinators’ board"),
    "sessions/index.md": N_("Events and office hours"),
    "activity/index.md": N_("What’s new"),
    "communities/index.md": N_("Communities"),
    "resources/index.md": N_("Resources and jobs boards"),
    "stories/index.md": N_("Stories"),
    "thanks/index.md": N_("Thanks"),
    "certificate/index.md": N_("Print a certificate"),
    "feeds/index.md": N_("Feeds and calendars"),
    "pulse/index.md": N_("How we’re doing"),
}
"""Pages of ours that may appear in the navigation, with their titles there."""
_SOURCE = "---\ntitle: {title}\nhide: [navigation, toc]\nsearch: {{exclude: true}}\n---\n"
JOINING = "join.md"
"""What a community writes about becoming a mentor; its text appears below the form."""
_ADDRESSES = "|".join((*(path.removesuffix("index.md") for path in LANDINGS), "join/"))
_LANDING_URL = re.compile(rf"\s*<url>\s*<loc>[^<]*/(?:{_ADDRESSES})</loc>.*?</url>", re.DOTALL)


def generated_files(config: MkDocsConfig, settings: Settings) -> Iterator[File]:
    """Yield what MkDocs builds besides docs/: the stand-ins, the reference pages and our scripts."""
    landings = ((path, _SOURCE.format(title=_(title))) for path, title in LANDINGS.items())
    for source, content in (*landings, *reference_pages(), *request_reference_pages(settings)):
        yield File.generated(config, source, content=content, inclusion=InclusionLevel.NOT_IN_NAV)
    for source, file in asset_files():
        yield File.generated(config, source, abs_src_path=str(file))


def without_landings(sitemap: str) -> str:
    """Take the stand-ins out of MkDocs' sitemap; the real pages are added when they are known."""
    return _LANDING_URL.sub("", sitemap)
