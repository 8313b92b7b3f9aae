"""The forge at GitHub: threads are issues of a repository, read and answered through PyGithub.

PyGithub's requester brings authentication, connections and the spacing of writes. Judging the answers and
asking again are done here: PyGithub's own way never repeats an edit, may post a comment twice when only
the answer was lost, takes a redirected write for done, and drops a list's filters on a redirection.
"""

import math
import time
from collections.abc import Callable, Collection, Iterator
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import quote

from github import Auth, Github
from github.Requester import Requester

from generator.forge.answers import Refusal, last_page, reason_of, same, trouble_of
from generator.forge.github_calls import PAGE
from generator.forge.github_proposals import PROPOSALS, GitHubProposals
from generator.forge.port import Outcome, Wanted
from generator.insight.board import PullRequest
from generator.requests.lifecycle.actions import Action
from generator.text.timestamps import read_time

API = "https://api.github.com"
SWEEP = "sweep.yml"
"""The workflow that runs the daily sweep."""


def github_forge(
    repository: str,
    token: str,
    base_url: str = API,
    *,
    seconds_between_writes: float = 1.0,
    patience: float = 300.0,
    sleep: Callable[[float], None] = time.sleep,
) -> "GitHubForge":
    """Return the forge of a repository, `owner/name`, which asks nothing before it is needed.

    GitHub wants a second between writes. `patience` is how many seconds one run may spend on waiting
    for GitHub in all; when they are used up, the trouble is a passing one.
    """
    client = Github(
        auth=Auth.Token(token) if token else None, base_url=base_url, user_agent="lodestar", timeout=30, retry=None,
        seconds_between_requests=0, seconds_between_writes=seconds_between_writes,
    )  # fmt: skip
    return GitHubForge(repository, client.requester, patience, sleep)


class GitHubForge(GitHubProposals):
    """A repository's issues as threads. One object lives for one run."""

    def __init__(self, repository: str, requester: Requester, patience: float, sleep: Callable[[float], None]) -> None:
        super().__init__(repository, requester, patience, sleep)
        self._accounts: dict[str, dict[str, Any] | None] = {}
        # The newest comment known of each thread: what a lost answer may have added is newer.
        self._newest: dict[int, int] = {}
        self._pulls: dict[int, dict[str, Any]] | None = None

    def thread(
        self, number: int, wanted: Wanted | None = None, known: dict[str, Any] | None = None
    ) -> dict[str, Any] | None:
        """Return one stored thread; None where the issue was deleted, moved elsewhere, is a pull request, or isn't wanted.

        Whether it is wanted takes a single call, whatever was said in it.
        """
        found = self._read(f"{self._path or f'/repos/{self._repository}'}/issues/{number}", none_for=(404, 410))
        issue = found[1] if found else None
        if issue is None:
            # The repository's own trouble is no missing issue.
            self._home()
            return None
        if "pull_request" in issue or (wanted and not wanted(issue)):
            return None
        here = f"/repos/{self._repository}"
        if not self._path and str(issue["repository_url"]).lower().endswith(here.lower()):
            # It has the name that was asked for, so nobody needs to ask for that.
            self._path = here
        if not (self._at_home(issue) or self._at_home(issue, again=True)):
            return None
        if known and all(known["issue"].get(name) == issue[name] for name in ("updated_at", "comments")):
            return {"issue": issue, "comments": known["comments"]}
        return {"issue": issue, "comments": self._with_reactions(issue, self._comments(number))}

    def pull_requests(self) -> Iterator[PullRequest]:
        """Yield the open pull requests by number; GitHub lists them among the issues."""
        if self._pulls is None:
            self._pulls = {one["number"]: one for one in self._issues(state="open") if "pull_request" in one}
        for number, issue in sorted(self._pulls.items()):
            yield PullRequest(number, read_time(issue["created_at"]))

    def threads_by(self, login: str, closed_since: datetime) -> Iterator[dict[str, Any]]:
        """Yield the threads that one person opened, and that are open or changed since then, by number."""
        yield from self._listed(closed_since, creator=login)

    def threads(self, closed_since: datetime | None, wanted: Wanted | None = None) -> Iterator[dict[str, Any]]:
        """Yield every open thread, and the closed ones that changed since then (None: all), by number, if they are wanted.

        Comments and closers come from lists of the whole repository where that takes fewer requests.
        """
        yield from self._listed(closed_since, wanted)

    def _listed(
        self, closed_since: datetime | None, wanted: Wanted | None = None, **only: str
    ) -> Iterator[dict[str, Any]]:
        found = list(self._issues(state="all" if closed_since is None else "open", **only))
        if closed_since is not None:
            since = closed_since.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
            found += self._issues(state="closed", since=since, **only)
        mine = (issue for issue in found if "pull_request" not in issue and (wanted is None or wanted(issue)))
        issues = {issue["number"]: issue for issue in mine}
        if not only:
            self._pulls = {one["number"]: one for one in found if "pull_request" in one and one["state"] == "open"}
        self._learn_closers(issues)
        comments = self._comments_of(issues.values())
        for number in sorted(issues):
            found = self._with_reactions(issues[number], comments.get(number, []))
            yield {"issue": issues[number], "comments": found}

    def user_id(self, login: str) -> int | None:
        """Return the number behind a login, or None where nobody has it."""
        account = self._account(login)
        return int(account["id"]) if account else None

    def created(self, login: str) -> datetime | None:
        """Return when an account was made, or None where there is none."""
        account = self._account(login)
        return read_time(account["created_at"]) if account else None

    def profile_changed(self, login: str, path: str, since: datetime) -> date | None:
        """Return the day since then on which someone last changed a file: a commit of theirs that is published."""
        start = since.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        found = self._read(
            f"{self._home()}/commits",
            none_for=(403, 404, 409),
            query={"path": path, "author": login, "since": start, "per_page": 1},
        )
        commits = found[1] if found else ()
        try:
            return read_time(commits[0]["commit"]["committer"]["date"]).date() if commits else None
        except (KeyError, TypeError, ValueError):
            return None

    def _account(self, login: str) -> dict[str, Any] | None:
        handle = login.lower()
        if handle and handle not in self._accounts:
            found = self._read(f"/users/{quote(login, safe='')}", none_for=(404,))
            self._accounts[handle] = found[1] if found else None
        return self._accounts.get(handle)

    def perform(self, action: Action) -> Outcome:
        """Do one action other than `notify` and `dispatch`; refusals that concern this issue alone come back as outcomes."""
        try:
            return self.propose(action) if action.action in PROPOSALS else self._deed(action)
        except Refusal as refusal:
            reason = reason_of(refusal, action.issue, comment=action.action == "edit-comment")
            if reason is None:
                raise trouble_of(refusal, self._repository) from None
            return Outcome(False, reason)

    def labels(self) -> dict[str, tuple[str, str]]:
        """Return the colour and the description of every label of the repository, by its name."""
        return {
            one["name"]: (one["color"], one["description"] or "") for _, page in self._pages("/labels") for one in page
        }

    def create_label(self, name: str, color: str, description: str) -> None:
        """Add a label; one that came into being meanwhile is as good."""
        self._change_label(
            "POST",
            f"{self._home()}/labels",
            {"name": name, "color": color, "description": description},
            there_already=True,
        )

    def edit_label(self, name: str, color: str, description: str) -> None:
        """Give a label another colour and description; its name stays."""
        self._change_label(
            "PATCH", f"{self._home()}/labels/{quote(name, safe='')}", {"color": color, "description": description}
        )

    def _change_label(self, verb: str, path: str, body: dict[str, str], there_already: bool = False) -> None:
        try:
            self._ask(verb, path, body=body)
        except Refusal as refusal:
            if not (there_already and refusal.status == 422 and "already_exists" in " ".join(refusal.details)):
                raise trouble_of(refusal, self._repository) from None

    def swept(self) -> datetime | None:
        """Return when the newest run of the sweep's workflow that went well ended; None where there is none, or the token may not ask."""
        path = f"{self._home()}/actions/workflows/{SWEEP}/runs"
        found = self._read(path, none_for=(403, 404), query={"status": "success", "per_page": 1})
        runs = found[1]["workflow_runs"] if found else ()
        return datetime.fromisoformat(runs[0]["updated_at"]).astimezone(UTC) if runs else None

    def mark_swept(self) -> None:
        """Do nothing: GitHub itself remembers which workflows ran."""

    def _deed(self, action: Action) -> Outcome:
        issue = f"{self._home()}/issues/{action.issue}"
        match action.action:
            case "comment":
                return Outcome(comment=self._comment(issue, action))
            case "edit-comment":
                self._ask("PATCH", f"{self._home()}/issues/comments/{action.comment}", body={"body": action.body})
            case "title":
                self._ask("PATCH", issue, body={"title": action.title})
            case "label":
                self._ask("POST", f"{issue}/labels", body={"labels": list(action.labels)})
            case "unlabel":
                for label in action.labels:
                    self._unlabel(f"{issue}/labels/{quote(label, safe='')}")
            case "assign":
                return self._assign(issue, action.logins)
            case "close":
                self._ask("PATCH", issue, body={"state": "closed", "state_reason": action.reason or "completed"})
            case "reopen":
                self._ask("PATCH", issue, body={"state": "open"})
            case "lock":
                self._ask("PUT", f"{issue}/lock", body={"lock_reason": action.reason} if action.reason else None)
            case other:
                raise ValueError(f"a forge does not do {other!r}")
        return Outcome()

    def _comment(self, issue: str, action: Action) -> int:
        if action.issue not in self._newest:
            self._comments(action.issue)
        known = self._newest[action.issue]

        def written() -> dict[str, Any] | None:
            return next(
                (one for one in self._comments(action.issue) if one["id"] > known and same(one["body"], action.body)),
                None,
            )

        comment = self._ask("POST", f"{issue}/comments", body={"body": action.body}, written=written)[1]
        self._newest[action.issue] = max(self._newest[action.issue], comment["id"])
        return int(comment["id"])

    def _unlabel(self, address: str) -> None:
        try:
            self._ask("DELETE", address)
        except Refusal as refusal:
            if refusal.status != 404:
                raise

    def _assign(self, issue: str, logins: tuple[str, ...]) -> Outcome:
        answer = self._ask("POST", f"{issue}/assignees", body={"assignees": list(logins)})[1]
        assigned = {one["login"].lower() for one in answer["assignees"]}
        left = [login for login in logins if login.lower() not in assigned]
        if not left:
            return Outcome()
        return Outcome(
            False,
            f"GitHub did not assign {' and '.join(left)}: only collaborators, and people who wrote in the issue, can be",
        )

    def _at_home(self, issue: dict[str, Any], again: bool = False) -> bool:
        """Tell an issue that was moved to another repository from a repository that was renamed a moment ago (`again`)."""
        self._path = "" if again else self._path
        return str(issue["repository_url"]).lower().endswith(self._home().lower())

    def _issues(self, **query: Any) -> Iterator[dict[str, Any]]:
        for _, page in self._pages("/issues", sort="created", direction="asc", **query):
            if not all(self._at_home(issue) for issue in page):
                raise trouble_of(Refusal(301), self._repository)
            yield from page

    def _comments(self, number: int) -> list[dict[str, Any]]:
        found = [one for _, page in self._pages(f"/issues/{number}/comments", none_for=(404, 410)) for one in page]
        self._newest[number] = max((one["id"] for one in found), default=0)
        return found

    def _comments_of(self, issues: Collection[dict[str, Any]]) -> dict[int, list[dict[str, Any]]]:
        talked = {issue["number"]: issue for issue in issues if issue["comments"]}
        calls = sum(math.ceil(issue["comments"] / PAGE) for issue in talked.values())
        listed = (
            self._listed_comments(min(issue["created_at"] for issue in talked.values()), calls) if calls > 1 else {}
        )
        comments: dict[int, list[dict[str, Any]]] = {}
        self._newest |= dict.fromkeys((issue["number"] for issue in issues), 0)
        for number, issue in talked.items():
            found = sorted(listed.get(number, {}).values(), key=lambda one: one["id"])
            # A page shifts when someone deletes a comment meanwhile, and then one is missing.
            comments[number] = found if len(found) >= issue["comments"] else self._comments(number)
            self._newest[number] = max((one["id"] for one in comments[number]), default=0)
        return comments

    def _listed_comments(self, since: str, calls: int) -> dict[int, dict[int, dict[str, Any]]]:
        listed: dict[int, dict[int, dict[str, Any]]] = {}
        for headers, page in self._pages("/issues/comments", sort="created", direction="asc", since=since):
            if not listed and last_page(headers.get("link", "")) > calls:
                return {}
            for comment in page:
                listed.setdefault(int(comment["issue_url"].rsplit("/", 1)[1]), {})[comment["id"]] = comment
        return listed

    def _learn_closers(self, issues: dict[int, dict[str, Any]]) -> None:
        """Add `closed_by`, which lists leave out: from the newest events while that is cheaper, else one by one."""
        unknown = {
            number for number, issue in issues.items() if issue["state"] == "closed" and "closed_by" not in issue
        }
        for issue in issues.values():
            issue.setdefault("closed_by", None)
        budget = len(unknown)
        pages = 0
        for asked, (headers, page) in enumerate(self._pages("/issues/events") if budget > 1 else (), 1):
            pages = pages or last_page(headers.get("link", ""))
            for event in page:
                number = (event.get("issue") or {}).get("number")
                if event["event"] == "closed" and number in unknown:
                    issues[number]["closed_by"] = event["actor"]
                    unknown.discard(number)
            if not unknown or (pages > budget and asked + len(unknown) > budget):
                break
        for number in unknown:
            found = self._read(f"{self._home()}/issues/{number}", none_for=(404, 410))
            issues[number]["closed_by"] = found[1].get("closed_by") if found else None
