"""A mentor's own page."""

from markupsafe import Markup

from generator.insight.availability import AvailabilityStatus
from generator.model.mentor import Mentor
from generator.site.asking import how_to_ask
from generator.site.avatars import large_avatar
from generator.site.badges import badge
from generator.site.build_stamp import built_line
from generator.site.meta_tags import page_head, profile_head
from generator.site.page import Page
from generator.site.profile_facts import profile_sections
from generator.site.site_context import SiteContext
from generator.site.templating import compile_flat_template, template
from generator.site.track_record import known_of, profile_record
from generator.text.catalogue import _
from generator.text.github_addresses import editor_of, source_of
from generator.text.labels import choice
from generator.text.languages import languages

_profile = compile_flat_template(
    "profile.html",
    *("avatar", "name", "pronouns", "headline", "badge", "commitment", "languages", "record"),
    *("ask", "sections", "edit", "source", "concern", "built"),
)
_pronouns = compile_flat_template("pronouns.html", "pronouns")
_ask_here = compile_flat_template("ask_here.html", "url")
_ask_elsewhere = compile_flat_template("ask_elsewhere.html", "url")
_ask_not = compile_flat_template("ask_not.html", "reason", "skill", "label")


_not_listed = template("not_listed.html")


def profile_page(site: SiteContext, mentor: Mentor) -> Page:
    """Make one mentor's page, so that one changed file needs one new page.

    Who is not listed has a page that says no more than that: nothing of what they wrote, and no photo.
    """
    path = f"mentors/{mentor.handle}/"
    status = site.statuses[mentor.handle]
    if not status.listed:
        title, description = _("Not listed"), _("There is no mentor listed at this address right now.")
        body = _not_listed(guide="guides/mentor/" in site.own_pages)
        return Page(path, title, description, body, page_head(site, path, title, description, False), False)
    indexed = site.indexing and mentor.search_engines
    body = _body(site, mentor, status)
    head = profile_head(site, mentor, path, indexed)
    return Page(path, mentor.name, mentor.headline, body, head, indexed, mentor.last_confirmed)


def _body(site: SiteContext, mentor: Mentor, status: AvailabilityStatus) -> Markup:
    settings = site.directory.settings
    file = site.directory.path_of(mentor)
    return _profile(
        avatar=large_avatar(site, mentor),
        name=mentor.name,
        pronouns=_pronouns(pronouns=mentor.pronouns) if mentor.pronouns else "",
        headline=mentor.headline,
        badge=badge(status, site.today),
        commitment=choice("commitment", mentor.commitment),
        languages=languages(mentor.languages),
        record=profile_record(known_of(site.activity, mentor.handle)),
        ask=_ask(site, mentor, status),
        sections=profile_sections(site, mentor, status),
        edit=editor_of(settings, file),
        source=source_of(settings, file),
        concern=settings.private_contact,
        built=built_line(site.built),
    )


def _ask(site: SiteContext, mentor: Mentor, status: AvailabilityStatus) -> Markup:
    """Return the button, or why there is none and where to go instead."""
    ask = how_to_ask(mentor, status, site.directory.settings)
    if not ask.url:
        skill = mentor.skills[0]
        return _ask_not(reason=ask.reason, skill=skill, label=site.directory.vocabularies.skills.label(skill))
    return _ask_elsewhere(url=ask.url) if ask.own_page else _ask_here(url=ask.url)
