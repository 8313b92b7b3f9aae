"""Addresses on GitHub that pages, forms and comments lead to: a form already filled in, a file, its editor, a thread."""

from functools import lru_cache
from urllib.parse import quote, quote_plus

from generator.model.directory import Settings

_HOST = "https://github.com/"
PRODUCT = "lodestar-mentors/lodestar"
"""Lodestar's own repository, where its releases are."""
PRODUCT_SITE = "https://lodestar-mentors.github.io/lodestar/"
"""Where the pages about Lodestar itself are read."""
LONGEST_URL = 7500
"""Bytes of an address that every browser and GitHub still take; beyond about 8,000 GitHub answers 414."""


def issue_form(repository: str, form: str, title: str = "", **fields: str) -> str:
    """Return the address of a new issue with fields filled in; a title that does not fit is left out."""
    filled = "".join([f"&{name}={_value(value)}" for name, value in fields.items()])
    start = f"{_HOST}{repository}/issues/new?template={form}"
    if not title:
        return start + filled
    whole = f"{start}&title={_value(title)}{filled}"
    return whole if len(whole) <= LONGEST_URL else start + filled


def source_of(settings: Settings, path: str) -> str:
    """Return where a file of the repository can be read."""
    return _start("blob", settings.repository, settings.branch) + quote(path)


def folder_of(settings: Settings, path: str) -> str:
    """Return where a folder of the repository can be seen."""
    return _start("tree", settings.repository, settings.branch) + quote(path)


def editor_of(settings: Settings, path: str) -> str:
    """Return where a file of the repository can be changed; GitHub makes a pull request of it."""
    return _start("edit", settings.repository, settings.branch) + quote(path)


def new_file_in(settings: Settings, folder: str) -> str:
    """Return where a new file in a folder of the repository can be written; `?filename=` and `&value=` fill it in."""
    return _start("new", settings.repository, settings.branch) + quote(folder)


def threads_that_mention(settings: Settings, login: str) -> str:
    """Return the search for the open requests that mention someone: each that the bot sent them."""
    return _searches(settings.repository) + quote_plus(f" mentions:{login}", safe=":")


def threads_with_requests(settings: Settings) -> str:
    """Return the search for all open requests."""
    return _searches(settings.repository)


def threads_from_me(settings: Settings) -> str:
    """Return the search for the requests, ended ones too, that whoever follows the link has opened."""
    return f"{_HOST}{settings.repository}/issues?q={quote_plus('is:issue author:@me', safe=':@')}"


def threads_for_me(settings: Settings) -> str:
    """Return the search for the open requests that mention whoever follows the link."""
    return _searches(settings.repository) + quote_plus(" mentions:@me", safe=":@")


def pull_requests_of(settings: Settings) -> str:
    """Return where the open pull requests are listed."""
    return f"{_HOST}{settings.repository}/pulls"


def thread_of(settings: Settings, number: int) -> str:
    """Return where one request is talked about."""
    return f"{issues_of(settings.repository)}/{number}"


def issues_of(repository: str, server: str = _HOST) -> str:
    """Return where a repository's issues are listed; `server` is another one than github.com at some companies."""
    return f"{server.rstrip('/')}/{repository}/issues"


def workflow_of(settings: Settings, name: str) -> str:
    """Return where the runs of a workflow are seen, and started by hand."""
    return f"{_HOST}{settings.repository}/actions/workflows/{name}"


@lru_cache(maxsize=16)
def _searches(repository: str) -> str:
    return f"{_HOST}{repository}/issues?q={quote_plus('is:issue is:open label:request', safe=':')}"


@lru_cache(maxsize=16)
def _start(view: str, repository: str, branch: str) -> str:
    return f"{_HOST}{repository}/{view}/{quote(branch)}/"


def profile_of(login: str) -> str:
    """Return someone's page on GitHub."""
    return _HOST + quote(login)


def _value(text: str) -> str:
    # A colon needs no escape in a query, and without it most titles need no work at all.
    return quote_plus(text, safe=":")


NOTIFICATIONS = f"{_HOST}notifications"
NOTIFICATION_SETTINGS = f"{_HOST}settings/notifications"
SIGN_UP = f"{_HOST}signup"
