"""A mentor's own page: who they are and whether they are free, then what they help with, how, when and why to trust it."""

from markupsafe import Markup

from generator.insight.availability import AvailabilityStatus
from generator.model.mentor import Location, Mentor
from generator.site.asking import how_to_ask
from generator.site.build_stamp import built_line
from generator.site.faces import large_face
from generator.site.initials import hue
from generator.site.manage import manage_fold, mentee_manage_fold
from generator.site.mentees import mentee_facts, offer_button
from generator.site.meta_tags import page_head, profile_head
from generator.site.page import Page
from generator.site.profile_header import header_facts, time_there
from generator.site.profile_sections import mentee_sections, profile_sections
from generator.site.request_feeds import feed_of
from generator.site.site_context import SiteContext
from generator.site.templating import compile_flat_template, template
from generator.text.catalogue import _, cache_by_language
from generator.text.countries import place
from generator.text.github_addresses import editor_of, source_of, thread_of, threads_that_mention
from generator.text.names import short_name

_profile = compile_flat_template(
    "profile.html",
    *("handle", "hue", "face", "name", "about", "headline", "facts", "ask", "short", "sections"),
    *("edit", "source", "follow", "feed", "concern", "conduct", "manage", "built"),
)
_about = compile_flat_template("profile_about.html", "pronouns", "place", "zone", "there")
_place = compile_flat_template("profile_place.html", "place")
_pronouns = compile_flat_template("pronouns.html", "pronouns")
_ask_here = compile_flat_template("ask_here.html", "url", "handle", "label")
_ask_elsewhere = compile_flat_template("ask_elsewhere.html", "url", "label")
_ask_private = compile_flat_template("ask_private.html", "url", "label", "place", "contact")
_ask_not = compile_flat_template("ask_not.html", "reason", "skill", "label")
_feed = compile_flat_template("feed_link.html", "path")
_code_of_conduct = compile_flat_template("conduct_link.html", "path")
_threads = compile_flat_template("threads.html", "url")
_not_listed = template("not_listed.html")
_mentee = template("mentee_page.html")
_until = template("until.html")
CONDUCT = "code-of-conduct/"


def profile_page(site: SiteContext, mentor: Mentor) -> Page:
    """Make one mentor's page, so that one changed file needs one new page.

    Who is not listed has a page that says no more than that: nothing of what they wrote, and no photo.
    """
    path = f"mentors/{mentor.handle}/"
    status = site.statuses[mentor.handle]
    if not status.listed and mentor.handle in site.mentees:
        head = page_head(site, path, mentor.name, mentor.headline, False)
        return Page(path, mentor.name, mentor.headline, _mentee_body(site, mentor), head, False, bare=True)
    if not status.listed:
        title, description = _("Not listed"), _("There is no mentor listed at this address right now.")
        number = site.availability_issue
        # Who offers no mentoring changes their file; who was silent for long only has to write.
        back = thread_of(site.directory.settings, number) if number and mentor.github and mentor.offer_to_mentor else ""
        body = _not_listed(guide="guides/mentor/" in site.own_pages, comes_back=back)
        return Page(path, title, description, body, page_head(site, path, title, description, False), False)
    indexed = site.indexing and mentor.search_engines
    body = _body(site, mentor, status)
    head = profile_head(site, mentor, path, indexed)
    return Page(path, mentor.name, mentor.headline, body, head, indexed, mentor.last_confirmed, bare=True)


def _body(site: SiteContext, mentor: Mentor, status: AvailabilityStatus) -> Markup:
    settings = site.directory.settings
    file = site.directory.path_of(mentor)
    follow = mentor.github and site.activity and (mentor.contact.mode == "issue" or status.active or status.pending)
    return _profile(
        handle=mentor.handle,
        hue=str(hue(mentor.handle)),
        face=large_face(site, mentor),
        name=mentor.name,
        short=short_name(mentor.name),
        about=_pronouns_place_and_time(mentor.pronouns, mentor.location, mentor.timezone),
        headline=mentor.headline,
        facts=header_facts(mentor, status, site.today),
        ask=_ask_until(site, mentor, status),
        sections=profile_sections(site, mentor, status),
        edit=editor_of(settings, file),
        source=source_of(settings, file),
        follow=_threads(url=threads_that_mention(settings, mentor.github)) if follow and mentor.github else "",
        feed=_feed(path=feed_of(mentor.handle)) if site.activity and mentor.handle in site.asked else "",
        concern=settings.private_contact,
        conduct=_conduct(site),
        manage=manage_fold(site, mentor, status),
        built=built_line(site.built),
    )


def _conduct(site: SiteContext) -> str:
    """Link the code of conduct, where a community has one."""
    return _code_of_conduct(path=CONDUCT) if CONDUCT in site.own_pages else ""


def _mentee_body(site: SiteContext, mentor: Mentor) -> Markup:
    """Make the page of someone who looks for a mentor and offers no mentoring."""
    settings, last = site.directory.settings, site.mentees[mentor.handle]
    file = site.directory.path_of(mentor)
    return _mentee(
        hue=str(hue(mentor.handle)),
        face=large_face(site, mentor),
        name=mentor.name,
        short=short_name(mentor.name),
        about=_pronouns_place_and_time(mentor.pronouns, mentor.location, mentor.timezone),
        headline=mentor.headline,
        facts=list(mentee_facts(mentor, last)),
        last=last.isoformat(),
        offer=offer_button(site, mentor),
        sections=mentee_sections(site, mentor),
        manage=mentee_manage_fold(site, mentor),
        edit=editor_of(settings, file),
        source=source_of(settings, file),
        concern=settings.private_contact,
        conduct=_conduct(site),
        built=built_line(site.built),
    )


@cache_by_language
def _pronouns_place_and_time(pronouns: str, location: Location, zone: str) -> Markup:
    stated = _pronouns(pronouns=pronouns) if pronouns else ""
    where = _place(place=place(location.country, location.city)) if location.country else ""
    return _about(pronouns=stated, place=where, zone=zone, there=time_there(zone))


def _ask_until(site: SiteContext, mentor: Mentor, status: AvailabilityStatus) -> Markup:
    """Return the button or its reason, and beside a pause what a browser shows from the day after it."""
    now, then = _ask(site, mentor, status), status.after_pause
    return _until(until=status.until, now=now, then=_ask(site, mentor, then)) if then else now


def _ask(site: SiteContext, mentor: Mentor, status: AvailabilityStatus) -> Markup:
    """Return the button, or why there is none and where to go instead."""
    ask = how_to_ask(mentor, status, site.directory.settings)
    if not ask.url:
        skill = mentor.skills[0]
        return _ask_not(reason=ask.reason, skill=skill, label=site.directory.vocabularies.skills.label(skill))
    label = _("Ask {name}", name=short_name(mentor.name))
    if ask.own_page:
        return _ask_elsewhere(url=ask.url, label=label)
    if ask.private:
        contact = site.directory.settings.private_contact
        return _ask_private(url=ask.url, label=label, place=ask.private, contact=contact)
    return _ask_here(url=ask.url, handle=mentor.handle, label=label)
