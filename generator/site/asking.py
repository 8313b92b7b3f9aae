"""What a profile offers a mentee: a button to ask, or why there is none and what to do next."""

from dataclasses import dataclass

from generator.insight.availability import AvailabilityStatus
from generator.model.directory import Settings
from generator.model.mentor import Mentor
from generator.site.badges import reason_not_to_ask
from generator.text.catalogue import _
from generator.text.github_addresses import issue_form

FORM = "request.yml"


@dataclass(frozen=True, slots=True)
class Ask:
    """Where a request goes. Without a url, `reason` says why no request can be sent now.

    `own_page` marks an address that the mentor chose and nobody checked; `private` names the repository in which only
    those who are invited can read a request.
    """

    url: str = ""
    own_page: bool = False
    reason: str = ""
    private: str = ""


def how_to_ask(mentor: Mentor, status: AvailabilityStatus, settings: Settings) -> Ask:
    """Decide what a mentee can do on a mentor's page today."""
    if not status.can_be_asked:
        return Ask(reason=reason_not_to_ask(mentor, status))
    if mentor.contact.mode == "link" and mentor.contact.url:
        return Ask(url=mentor.contact.url, own_page=True)
    private = settings.private_place(mentor)
    return Ask(url=request_url(mentor, settings, private), private=private)


def how_reached(mentor: Mentor) -> str:
    """Say how someone is asked whom no public request notifies; nothing for everyone else."""
    if mentor.contact.mode == "private":
        return _("Asked in private")
    if mentor.github:
        return ""
    own_page = mentor.contact.mode == "link" and mentor.contact.url
    return _("Asked on their own page") if own_page else _("Asked through a coordinator")


def request_url(mentor: Mentor, settings: Settings, private: str = "") -> str:
    """Return the address of the request form with the mentor filled in, here or in a private repository."""
    return issue_form(
        private or settings.repository,
        FORM,
        _("Mentorship request: {name}", name=mentor.name),
        mentor=mentor.github or mentor.handle,
    )
