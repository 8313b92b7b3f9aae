"""Ask GitHub until it answers: waiting where it wants that, and saying what is wrong where it is no use."""

import json
from collections.abc import Callable, Iterator
from typing import Any, Protocol

from generator.forge.answers import (
    Refusal,
    calls_left,
    links,
    refusal_of,
    seconds_to_wait,
    seconds_until_more,
    trouble_of,
)
from generator.forge.port import ForgeError
from generator.requests.lifecycle.thread import REACTED, THUMBS, awaits_reaction
from generator.text.catalogue import _

HEADERS = {"Accept": "application/vnd.github+json", "X-GitHub-Api-Version": "2022-11-28"}
PAGE = 100
_A_STEP = 2.0
_Query = dict[str, Any] | None


class Requester(Protocol):
    """What sends one call: PyGithub's requester."""

    @property
    def base_url(self) -> str:
        """The address of the API."""

    def requestJson(
        self, verb: str, url: str, parameters: _Query = None, headers: dict[str, str] | None = None, input: Any = None
    ) -> tuple[int, dict[str, Any], str]:
        """Return the status, the headers and the text of the answer."""


class GitHubCalls:
    """Calls to one repository, under the name it has now."""

    def __init__(self, repository: str, requester: Requester, patience: float, sleep: Callable[[float], None]) -> None:
        """Ask nothing yet."""
        self._repository = repository
        self._requester = requester
        self._patience = patience
        self._sleep = sleep
        self._path = ""
        self._calls_left = 1.0
        self._kept_back = 0.0
        self._until_more = 3600.0

    def calls_left(self) -> float:
        """Return which part of the calls that GitHub allows in an hour is left, from 0 to 1, as its last answer said."""
        return self._calls_left

    def keep_back(self, part: float) -> None:
        """Read no more lists once less than this part of the hour's calls is left; a passing ForgeError says so."""
        self._kept_back = part

    def seconds_until_more(self) -> float:
        """Return how long it is until GitHub allows new calls."""
        return self._until_more

    def pause(self) -> None:
        """Wait until another run at work now has come a step further."""
        self._sleep(_A_STEP)

    def _home(self) -> str:
        """The path of the repository under the name it has now: after a renaming, lists asked by the old one lose their filters."""
        if not self._path:
            _, repository = self._read(f"/repos/{self._repository}") or ({}, {})
            if not repository["has_issues"]:
                raise trouble_of(Refusal(410), self._repository)
            self._path = f"/repos/{repository['full_name']}"
        return self._path

    def _pages(
        self, path: str, none_for: tuple[int, ...] = (), **query: str
    ) -> Iterator[tuple[dict[str, str], list[dict[str, Any]]]]:
        address, parameters = f"{self._home()}{path}", {**query, "per_page": PAGE}
        while address:
            if self._calls_left < self._kept_back:
                raise ForgeError(
                    _(
                        "Most of the calls that GitHub allows in an hour are used up. The rest is for what people write now. The next run does what is still to be done"
                    ),
                    passing=True,
                )
            found = self._read(address, none_for, parameters)
            if found is None:
                return
            headers, page = found
            yield headers, page
            address, parameters = links(headers.get("link", "")).get("next", ""), {}

    def _with_reactions(self, issue: dict[str, Any], comments: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Look up who put a thumb on a question of the bot's; a list tells only how many there are."""
        for comment in comments if issue["state"] == "open" else ():
            counts = comment.get("reactions") or {}
            if awaits_reaction(comment) and (counts.get("+1") or counts.get("-1")):
                pages = self._pages(f"/issues/comments/{comment['id']}/reactions", none_for=(404,))
                comment[REACTED] = [one for _, page in pages for one in page if one["content"] in THUMBS]
        return comments

    def _read(
        self, path: str, none_for: tuple[int, ...] = (), query: _Query = None
    ) -> tuple[dict[str, str], Any] | None:
        try:
            return self._ask("GET", path, query)
        except Refusal as refusal:
            if refusal.status in none_for and "disabled" not in refusal.message:
                return None
            raise trouble_of(refusal, self._repository) from None

    def _ask(
        self, verb: str, path: str, query: _Query = None, body: Any = None, written: Callable[[], Any] | None = None
    ) -> tuple[dict[str, str], Any]:
        """Send a request until it is answered; `written` looks whether one whose answer was lost has been done after all."""
        tries = 0
        while True:
            tries += 1
            try:
                status, headers, text = self._requester.requestJson(verb, path, query, dict(HEADERS), body)
                self._calls_left = calls_left(headers, self._calls_left)
                self._until_more = seconds_until_more(headers, self._until_more)
                if status < 300:
                    return headers, json.loads(text) if text else None
                refusal = refusal_of(status, text, headers)
            except (OSError, ValueError, RecursionError) as lost:
                # Whatever the network throws is an OSError, half an answer a ValueError; their texts may contain addresses, so only the name is shown.
                refusal = Refusal(0, type(lost).__name__)
            except RuntimeError:
                raise ForgeError(
                    f"{self._requester.base_url} sends us to another host. Correct the address of GitHub's API (GITHUB_API_URL)."
                ) from None
            wait = seconds_to_wait(refusal, tries)
            if wait is None or wait > self._patience:
                raise refusal
            self._patience -= wait
            self._sleep(wait)
            found = written() if written and refusal.unsure else None
            if found:
                return {}, found
