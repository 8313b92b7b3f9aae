"""How people are named and linked in comments, and where a comment leads to."""

from collections.abc import Mapping
from urllib.parse import quote

from generator.model.program import Program
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState
from generator.text.catalogue import _
from generator.text.github_addresses import folder_of, issue_form, source_of, thread_of
from generator.text.markdown_escape import plain
from generator.text.names import call_name, without_mark


def name_of(handle: str, context: RequestContext) -> str:
    """Return what someone is called, so that no sign of it means anything to Markdown; without letters, the handle."""
    return plain(call_name(context.name(handle))) or plain(call_name(handle))


def full_name_of(handle: str, context: RequestContext) -> str:
    """Return someone's whole name, where a short one may be two people's."""
    return plain(without_mark(context.name(handle))) or handle


def mentee_of(request: RequestState, context: RequestContext) -> str:
    """Return what the mentee is called: by their profile's name if they have one, or by their login, without the @.

    A coordinator who asks for someone without an account is named with that person.
    """
    login = request.mentee.handle
    name = plain(call_name(context.name_of_account(login))) or plain(call_name(login)) if login else _("the mentee")
    other = request.mentee.on_behalf
    return _("{name} (for {other})", name=name, other=plain(other)) if other else name


def link_to_mentor(handle: str, context: RequestContext, name: str = "") -> str:
    """Return a mentor's name, with a link to their page where the site's address is known."""
    url = page_of(handle, context)
    name = name or name_of(handle, context)
    return f"[{name}]({url})" if url else name


def page_of(handle: str, context: RequestContext) -> str:
    """Return the address of a mentor's page, or nothing where the site has no address yet."""
    site = _address(context.directory.settings.site_url)
    return f"{site}mentors/{quote(handle)}/" if site and handle in context.directory.mentors else ""


def _address(address: str) -> str:
    """Write an address so that no sign of it ends the link that it is in."""
    return quote(address, safe=":/?=%+,;-._~#&@!")


def find_programs(context: RequestContext) -> str:
    """Return where programs are listed: on the site, or the folder where it has no address yet."""
    settings = context.directory.settings
    return f"{_address(settings.site_url)}programs/" if settings.site_url else folder_of(settings, "programs")


def link_to_program(program: Program, context: RequestContext) -> str:
    """Return a program's title, with a link to its page where the site's address is known."""
    site = _address(context.directory.settings.site_url)
    return f"[{plain(program.title)}]({site}programs/{program.id}/)" if site else plain(program.title)


def request_form(context: RequestContext, handle: str = "") -> str:
    """Return the address of the request form, with a mentor filled in or without."""
    repository = context.directory.settings.repository
    return issue_form(repository, "request.yml", mentor=handle) if handle else issue_form(repository, "request.yml")


def find_mentors(context: RequestContext) -> str:
    """Return where mentors are found: the site's list, or the folder where it has no address yet."""
    settings = context.directory.settings
    return f"{_address(settings.site_url)}mentors/" if settings.site_url else folder_of(settings, "mentors")


def find_mentees(context: RequestContext) -> str:
    """Return where people who look for a mentor are found: the site's page, or the folder where it has no address yet."""
    settings = context.directory.settings
    return f"{_address(settings.site_url)}mentees/" if settings.site_url else folder_of(settings, "mentors")


def become_a_mentor(context: RequestContext, after: RequestState | None = None) -> str:
    """Return the page on becoming a mentor: on the site, or in the repository where it has no address yet.

    `after` a mentorship, the form begins with what the mentee has learned in it.
    """
    settings = context.directory.settings
    if not settings.site_url:
        return source_of(settings, "docs/join.md")
    learned = _learned(after)
    filled = [f"{name}={','.join(ids)}" for name, ids in learned.items() if ids]
    return f"{_address(settings.site_url)}join/" + ("#" + "&".join(["as=mentor", *filled]) if filled else "")


def _learned(request: RequestState | None) -> Mapping[str, tuple[str, ...]]:
    asked = request.asked if request else None
    if asked is None:
        return {}
    return {"skills": tuple(want.skill for want in asked.skills), "topics": asked.topics}


def review_link(request: RequestState, context: RequestContext) -> str:
    """Return the address of the form with which the mentee of a request reviews it, filled in as far as the thread knows."""
    vocabularies = context.directory.vocabularies
    learned = _learned(request)
    labels = [vocabularies.skills.label(one) for one in learned.get("skills", ())]
    labels += [vocabularies.topics.label(one) for one in learned.get("topics", ())]
    filled = {"helped": ", ".join(labels)} if labels else {}
    return issue_form(context.directory.settings.repository, "review.yml", request=str(request.number), **filled)


def certificate_page(request: RequestState, context: RequestContext) -> str:
    """Return the page that prints a certificate, filled in behind the # that no server sees; nothing without a site."""
    site = context.directory.settings.site_url
    began = request.matched_at or request.opened
    return (
        f"{_address(site)}certificate/#mentor={quote(request.mentor)}&number={request.number}&from={began:%Y-%m-%d}&until={request.since:%Y-%m-%d}"
        if site
        else ""
    )


def private_contact(context: RequestContext) -> str:
    """Return where someone can write to the coordinators without everyone reading it."""
    return _address(context.directory.settings.private_contact)


def availability_thread(context: RequestContext) -> str:
    """Return where mentors pause and come back, or nothing where there is no such issue."""
    settings = context.directory.settings
    number = context.availability_issue
    return thread_of(settings, number) if number else ""


def answers_for(handle: str, *answers: str) -> str:
    """List what a coordinator writes to pass on what a mentor without an account has answered."""
    return " · ".join(f"`/for {handle} {answer}`" for answer in answers)
