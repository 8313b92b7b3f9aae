"""What mentors do with their own profile, in a fold at the end of it: pause, spots, confirm, edit and leave.

`assets/elements/manage.js` opens the fold at the top for who said "this is me" in their browser. Everything in it works
without that: a command is a line to copy into the availability issue, and the rest are links.
"""

from markupsafe import Markup

from generator.insight.availability import AvailabilityStatus
from generator.model.directory import Directory
from generator.model.mentor import Mentor
from generator.site.site_context import SiteContext
from generator.site.templating import compile_flat_template, template
from generator.text.catalogue import _, cache_by_language
from generator.text.dates import day
from generator.text.github_addresses import editor_of, issue_form, profile_of, thread_of

LEAVE_FORM = "leave.yml"
_fold = compile_flat_template(
    "manage.html", "handle", "state", "spots", "place", "how", "confirmed", "edit", "leave", "coordinators"
)
_mentee_fold = template("manage_mentee.html")
_coordinators = template("manage_coordinators.html")
_how = template("manage_how.html")
_MOST_NAMED = 3


def manage_fold(site: SiteContext, mentor: Mentor, status: AvailabilityStatus) -> Markup:
    """Return the fold of one mentor; which day they confirmed last is the only thing in it that nobody else needs."""
    settings = site.directory.settings
    number = site.availability_issue if mentor.github else None
    confirmed = status.confirmed
    return _fold(
        handle=mentor.handle,
        state=status.availability,
        spots=str(status.places),
        place=thread_of(settings, number) if number else "",
        how=_how_to_say_it(thread_of(settings, number) if number else "", mentor.github is not None),
        confirmed=_("Last confirmed {day}.", day=day(confirmed)) if confirmed else _("Never confirmed so far."),
        edit=editor_of(settings, site.directory.path_of(mentor)),
        leave=issue_form(settings.repository, LEAVE_FORM, handle=mentor.handle),
        coordinators=_who_helps(_named(site.directory), settings.private_contact),
    )


def mentee_manage_fold(site: SiteContext, mentor: Mentor) -> Markup:
    """Return the fold of someone who only learns: they change what they look for, stop, and leave."""
    settings = site.directory.settings
    return _mentee_fold(
        handle=mentor.handle,
        has_account=mentor.github is not None,
        looking=_("Looking until {day}.", day=day(site.mentees[mentor.handle])),
        edit=editor_of(settings, site.directory.path_of(mentor)),
        leave=issue_form(settings.repository, LEAVE_FORM, handle=mentor.handle),
        coordinators=_who_helps(_named(site.directory), settings.private_contact),
    )


@cache_by_language
def _how_to_say_it(place: str, has_account: bool) -> Markup:
    return _how(place=place, has_account=has_account)


@cache_by_language
def _who_helps(named: tuple[tuple[str, str], ...], contact: str) -> Markup:
    return _coordinators(named=named, contact=contact)


def _named(directory: Directory) -> tuple[tuple[str, str], ...]:
    """Return the first coordinators, each with a name, by their profile if they have one, and an address."""
    logins = directory.settings.coordinators[:_MOST_NAMED]
    mentors = (directory.mentors.get(login.lower()) for login in logins)
    return tuple((one.name if one else login, profile_of(login)) for login, one in zip(logins, mentors, strict=True))
