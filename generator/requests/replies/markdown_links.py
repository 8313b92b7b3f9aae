"""How mentors are named and linked in comments, and where a comment leads to."""

from urllib.parse import quote

from generator.requests.lifecycle.context import RequestContext
from generator.text.github_addresses import folder_of, issue_form, source_of
from generator.text.markdown_escape import plain


def name_of(handle: str, context: RequestContext) -> str:
    """Return a mentor's name so that no sign of it means anything to Markdown; without letters, the handle."""
    return plain(context.name(handle)) or handle


def link_to_mentor(handle: str, context: RequestContext) -> str:
    """Return a mentor's name, with a link to their page where the site's address is known, or else with the handle."""
    url = page_of(handle, context)
    return f"[{name_of(handle, context)}]({url})" if url else f"{name_of(handle, context)} (`{handle}`)"


def page_of(handle: str, context: RequestContext) -> str:
    """Return the address of a mentor's page, or nothing where the site has no address yet."""
    site = _address(context.directory.settings.site_url)
    return f"{site}mentors/{quote(handle)}/" if site and handle in context.directory.mentors else ""


def _address(site: str) -> str:
    """Write the site's address so that no sign of it ends the link that it is in."""
    return quote(site, safe=":/?=%+,;-._~")


def request_form(context: RequestContext, handle: str = "") -> str:
    """Return the address of the request form, with a mentor filled in or without."""
    repository = context.directory.settings.repository
    return issue_form(repository, "request.yml", mentor=handle) if handle else issue_form(repository, "request.yml")


def find_mentors(context: RequestContext) -> str:
    """Return where mentors are found: the site's list, or the folder where it has no address yet."""
    settings = context.directory.settings
    return f"{_address(settings.site_url)}mentors/" if settings.site_url else folder_of(settings, "mentors")


def become_a_mentor(context: RequestContext) -> str:
    """Return the page on becoming a mentor: on the site, or in the repository where it has no address yet."""
    settings = context.directory.settings
    return f"{_address(settings.site_url)}join/" if settings.site_url else source_of(settings, "docs/join.md")
