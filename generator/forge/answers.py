"""What GitHub's answers mean: wait and ask again, refused for a reason, or an error that someone must fix.

Pure: who asks, and how the waiting is done, is the business of `github.py`.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from generator.forge.port import ForgeError

TRIES = 5
"""How often a request is sent before GitHub's own trouble is believed."""
SLOW_DOWN = re.compile(
    r"secondary rate limit|abuse detection|submitted too quickly|wait a few minutes|retry your request again later",
    re.IGNORECASE,
)
NO_PERMISSION = re.compile(r"not accessible by|must have (admin|push|write|triage)", re.IGNORECASE)


@dataclass(eq=False)
class Refusal(Exception):
    """An answer that is not what was asked for; status 0 means that none came at all.

    `headers` have names in small letters. `details` are the sentences beside the message.
    """

    status: int
    message: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    details: tuple[str, ...] = ()

    @property
    def unsure(self) -> bool:
        """What was asked for may have happened all the same."""
        return self.status == 0 or self.status >= 500

    @property
    def limited(self) -> bool:
        """GitHub wants fewer requests."""
        if self.status == 429:
            return True
        return self.status == 403 and (
            "retry-after" in self.headers
            or self.headers.get("x-ratelimit-remaining") == "0"
            or bool(SLOW_DOWN.search(self.message))
        )


def refusal_of(status: int, text: str, headers: Mapping[str, str]) -> Refusal:
    """Read an answer, which may be anything: GitHub's own pages for its troubles are not JSON."""
    try:
        answer = json.loads(text)
    except (ValueError, RecursionError):
        answer = None
    content = answer if isinstance(answer, dict) else {}
    errors = content.get("errors")
    details = tuple(text for one in errors if (text := _sentence(one))) if isinstance(errors, list) else ()
    return Refusal(
        status,
        str(content.get("message") or ""),
        {name.lower(): str(value) for name, value in headers.items()},
        details,
    )


def _sentence(error: Any) -> str:
    if isinstance(error, str):
        return error
    if not isinstance(error, dict):
        return ""
    return str(error.get("message") or " ".join(str(error[key]) for key in ("field", "code") if error.get(key)))


def seconds_to_wait(refusal: Refusal, tries: int) -> float | None:
    """Return how long to wait before asking again after so many tries, or None where asking again is no use.

    The server's own clock decides how far away a reset is, so ours may be wrong.
    """
    if tries >= TRIES or not (refusal.unsure or refusal.limited):
        return None
    if refusal.unsure:
        return float(2 ** (tries - 1))
    told = refusal.headers.get("retry-after", "")
    if told.isdecimal():
        return float(told)
    reset = _reset(refusal)
    if reset and refusal.headers.get("x-ratelimit-remaining") == "0":
        return max(0.0, (reset - _server_time(refusal)).total_seconds()) + 1
    return 60.0 * float(2 ** (tries - 1))


def _reset(refusal: Refusal) -> datetime | None:
    told = refusal.headers.get("x-ratelimit-reset", "")
    return datetime.fromtimestamp(int(told), UTC) if told.isdecimal() and len(told) < 12 else None


def _server_time(refusal: Refusal) -> datetime:
    try:
        return parsedate_to_datetime(refusal.headers["date"]).astimezone(UTC)
    except (KeyError, ValueError):
        return _reset(refusal) or datetime.fromtimestamp(0, UTC)


def trouble_of(refusal: Refusal, repository: str) -> ForgeError:
    """Say in words what is wrong and what to do next, for a refusal that stops the whole run."""
    if refusal.limited:
        return ForgeError(f"{_limit_words(refusal)} Nothing is lost: the next run goes on from here.", passing=True)
    if refusal.status == 0:
        return ForgeError(
            f"GitHub gave no answer, also after {TRIES} tries (the connection ended in {refusal.message}). Nothing is lost: the next run goes on from here.",
            passing=True,
        )
    if refusal.status >= 500:
        words = f"GitHub has trouble of its own: it answered {refusal.status}, also after {TRIES} tries. https://www.githubstatus.com may say more."
        return ForgeError(f"{words} Nothing is lost: the next run goes on from here.", passing=True)
    if refusal.status in (301, 302, 307, 308):
        return ForgeError(
            f"{repository} was renamed or moved just now. The next run finds it under its new name.", passing=True
        )
    return ForgeError(_lasting_words(refusal, repository))


def _limit_words(refusal: Refusal) -> str:
    reset = _reset(refusal)
    if reset and refusal.headers.get("x-ratelimit-remaining") == "0":
        return f"The requests that GitHub allows in an hour are used up; there are new ones from {reset:%H:%M} UTC on."
    return "GitHub asks for fewer requests at a time, and waiting for it would take longer than this run may."


def _lasting_words(refusal: Refusal, repository: str) -> str:
    message = refusal.message
    if refusal.status == 401:
        return (
            "GitHub does not accept the token: it is wrong, or it is no longer valid. "
            "In a workflow, pass the job's own token (GITHUB_TOKEN: ${{ github.token }}); elsewhere, make a new token and try again."
        )
    if refusal.status == 403 and "archived" in message:
        return f"{repository} is archived, so nothing in it can be changed. Take it out of the archive in its settings, or stop this workflow."
    if refusal.status == 403 and NO_PERMISSION.search(message):
        wanted = refusal.headers.get("x-accepted-github-permissions", "issues=write")
        return (
            f"The token may not do this in {repository}: GitHub asks for the permission {wanted}. "
            "In a workflow, add `issues: write` to the job's permissions; a personal token needs read and write access to issues."
        )
    if refusal.status == 410:
        return f"Issues are switched off in {repository}, so there are no requests. Switch them on in its settings, under General, Features."
    if refusal.status == 404:
        return (
            f"GitHub knows no repository {repository}, or the token may not see it. "
            "Compare `repository` in directory.yml with its address; a private one needs a token that may read it."
        )
    return f"GitHub answered {refusal.status} ({_told(refusal)}). If this stays, open an issue at Lodestar's own repository with these words."


def reason_of(refusal: Refusal, issue: int, comment: bool = False) -> str | None:
    """Say in words why GitHub would not do one action, or return None where it is the whole run's trouble."""
    if refusal.limited or refusal.unsure or refusal.status < 400 or refusal.status == 401:
        return None
    if refusal.status == 404:
        return (
            "the comment is gone: someone deleted it"
            if comment
            else f"issue #{issue} is gone: it was deleted, or moved to another repository"
        )
    if refusal.status == 410:
        return None if "disabled" in refusal.message else f"issue #{issue} is gone: it was deleted"
    if refusal.status == 403:
        if re.search(r"\blocked\b", refusal.message):
            return "the conversation is locked, and GitHub lets no workflow write there; unlock it to let the bot go on"
        if NO_PERMISSION.search(refusal.message) or "archived" in refusal.message:
            return None
    if any("too long" in one for one in refusal.details):
        return "the text is too long: GitHub takes at most 65,536 characters"
    return f"GitHub would not do it: {_told(refusal)}"


def _told(refusal: Refusal) -> str:
    return "; ".join([refusal.message or "no message", *refusal.details])


def links(header: str) -> dict[str, str]:
    """Read a `Link` header: addresses by what they lead to."""
    return {name: address for address, name in re.findall(r'<([^>]*)>\s*;\s*rel="([^"]*)"', header)}


def calls_left(headers: Mapping[str, str], otherwise: float) -> float:
    """Return which part of the hour's calls is left, from 0 to 1, where an answer says so."""
    told = {name.lower(): value for name, value in headers.items()}
    most, left = told.get("x-ratelimit-limit", ""), told.get("x-ratelimit-remaining", "")
    return int(left) / int(most) if most.isdecimal() and left.isdecimal() and int(most) else otherwise


def seconds_until_more(headers: Mapping[str, str], otherwise: float) -> float:
    """Return how long it is until there are new calls, by the server's own clock, where an answer says so."""
    told = Refusal(0, headers={name.lower(): value for name, value in headers.items()})
    reset = _reset(told)
    return max(0.0, (reset - _server_time(told)).total_seconds()) if reset else otherwise


def last_page(header: str) -> int:
    """Return how many pages a `Link` header on the first page tells of; 1 where it tells nothing."""
    number = re.search(r"[?&]page=(\d+)", links(header).get("last", ""))
    return int(number[1]) if number else 1


def same(one: str, other: str) -> bool:
    """Tell whether a comment is the one that was sent: GitHub changes line ends and the spaces around."""
    return one.replace("\r\n", "\n").strip() == other.replace("\r\n", "\n").strip()
