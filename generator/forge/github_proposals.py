"""Branches, files, pull requests and statuses at GitHub: what the bot needs to propose a file.

Each deed first looks whether it is done already, because a run may end in the middle and begin again.
"""

import base64
from typing import Any
from urllib.parse import quote

from generator.forge.answers import NO_PERMISSION, Refusal, reason_of, same
from generator.forge.github_calls import GitHubCalls
from generator.forge.port import Outcome, StoredPullRequest
from generator.requests.lifecycle.actions import Action

MAY_NOT_OPEN = "not permitted to create or approve pull requests"
"""How GitHub says that a repository lets no workflow open a pull request."""
_NEEDS = {
    "propose-file": "contents", "status": "statuses", "pull-request": "pull-requests", "suggest": "pull-requests",
    "merge": "contents", "open-issue": "issues",
}  # fmt: skip
PROPOSALS = frozenset(_NEEDS)
_WAYS = ("squash", "merge", "rebase")
"""Ways to merge; a repository may have switched some of them off."""


class GitHubProposals(GitHubCalls):
    """The part of a repository's forge that writes files, on branches alone."""

    def pull_request(self, number: int) -> StoredPullRequest | None:
        """Return a pull request with its comments, or None where there is none of this number."""
        found = self._read(f"{self._home()}/pulls/{number}", none_for=(404,))
        if found is None:
            return None
        stored = found[1]
        pages = self._pages(f"/issues/{number}/comments", none_for=(404, 410))
        thread = {"issue": stored, "comments": [one for _headers, page in pages for one in page]}
        merged = (stored.get("merge_commit_sha") or "") if stored.get("merged") else ""
        draft = bool(stored.get("draft"))
        return StoredPullRequest(thread, stored["head"]["sha"], stored["base"]["ref"], draft, merged)

    def propose(self, action: Action) -> Outcome:
        """Do one of these deeds; a permission that is missing is named in the outcome."""
        deeds = {
            "propose-file": self._propose_file, "status": self._set_status, "pull-request": self._pull_request,
            "suggest": self._suggest, "merge": self._merge, "open-issue": self._open_issue,
        }  # fmt: skip
        try:
            return deeds[action.action](action)
        except Refusal as refusal:
            missing = MAY_NOT_OPEN in refusal.message or (
                refusal.status == 403 and NO_PERMISSION.search(refusal.message)
            )
            if not missing or refusal.limited:
                raise
            reason = reason_of(refusal, action.issue) or refusal.message
            return Outcome(False, reason, missing=_NEEDS[action.action])

    def _propose_file(self, action: Action) -> Outcome:
        self._make_branch(action)
        address = f"{self._home()}/contents/{quote(action.path)}"
        there = self._there(address, action.branch)
        if there is not None and _text_of(there) == action.body:
            return Outcome()
        login, number = action.by
        body: dict[str, Any] = {
            "message": action.title,
            "content": base64.b64encode(action.body.encode()).decode(),
            "branch": action.branch,
            # The number in this address says for good whose account asked for it, whatever it is called later.
            "author": {"name": login, "email": f"{number}+{login}@users.noreply.github.com"},
        }
        if there is not None:
            body["sha"] = there["sha"]

        def written() -> Any:
            found = self._there(address, action.branch)
            return found if found is not None and _text_of(found) == action.body else None

        self._ask("PUT", address, body=body, written=written)
        return Outcome()

    def _make_branch(self, action: Action) -> None:
        if self._commit_of(action.branch):
            return
        start = self._commit_of(action.base)
        if not start:
            raise Refusal(422, f"there is no branch {action.base}")
        self._ask(
            "POST",
            f"{self._home()}/git/refs",
            body={"ref": f"refs/heads/{action.branch}", "sha": start},
            written=lambda: self._commit_of(action.branch),
        )

    def _commit_of(self, branch: str) -> str:
        found = self._read(f"{self._home()}/git/ref/heads/{quote(branch)}", none_for=(404,))
        return str(found[1]["object"]["sha"]) if found else ""

    def _there(self, address: str, branch: str) -> dict[str, Any] | None:
        found = self._read(address, none_for=(404,), query={"ref": branch})
        return found[1] if found and isinstance(found[1], dict) else None

    def _set_status(self, action: Action) -> Outcome:
        sha = action.sha or self._commit_of(action.branch)
        body = {"state": action.reason, "context": action.title, "description": action.body[:140]}
        self._ask("POST", f"{self._home()}/statuses/{sha}", body=body)
        return Outcome()

    def _pull_request(self, action: Action) -> Outcome:
        number = self._open_pull_request_of(action.branch)
        if not number:
            body = {"title": action.title, "head": action.branch, "base": action.base, "body": action.body}
            number = self._ask(
                "POST", f"{self._home()}/pulls", body=body, written=lambda: self._found_pull_request(action.branch)
            )[1]["number"]
        return Outcome(number=number)

    def _open_issue(self, action: Action) -> Outcome:
        """Open an issue; the bot's newest with the same text is one whose answer was lost."""

        def written() -> dict[str, Any] | None:
            newest = self._read(
                f"{self._home()}/issues", query={"state": "all", "sort": "created", "direction": "desc"}
            )
            issues = newest[1] if newest else ()
            return next(
                (one for one in issues if one["number"] > action.issue and same(one["body"], action.body)), None
            )

        body = {"title": action.title, "body": action.body, "labels": list(action.labels)}
        return Outcome(number=self._ask("POST", f"{self._home()}/issues", body=body, written=written)[1]["number"])

    def _suggest(self, action: Action) -> Outcome:
        """Comment on lines, unless the bot has said the same there before."""
        first, last = action.lines
        pages = self._pages(f"/pulls/{action.issue}/comments")
        written = (one for _headers, page in pages for one in page)
        if any(one["path"] == action.path and same(one["body"], action.body) for one in written):
            return Outcome()
        body: dict[str, Any] = {
            "body": action.body, "commit_id": action.sha, "path": action.path, "line": last, "side": "RIGHT",
        }  # fmt: skip
        if first < last:
            body |= {"start_line": first, "start_side": "RIGHT"}
        self._ask("POST", f"{self._home()}/pulls/{action.issue}/comments", body=body)
        return Outcome()

    def _merge(self, action: Action) -> Outcome:
        """Merge exactly one commit, in the first way that the repository allows."""
        address = f"{self._home()}/pulls/{action.issue}"
        refused = ""
        for way in _WAYS:
            try:
                self._ask(
                    "PUT", f"{address}/merge", body={"sha": action.sha, "merge_method": way},
                    written=lambda: self._read(address)[1]["merged"],  # type: ignore[index]
                )  # fmt: skip
                return Outcome()
            except Refusal as refusal:
                if refusal.status not in (405, 409):
                    raise
                refused = refusal.message
                if "not allowed" not in refused:
                    break
        return Outcome(False, refused)

    def _found_pull_request(self, branch: str) -> Any:
        number = self._open_pull_request_of(branch)
        return {"number": number} if number else None

    def _open_pull_request_of(self, branch: str) -> int:
        owner = self._home().split("/")[2]
        found = self._read(f"{self._home()}/pulls", query={"head": f"{owner}:{branch}", "state": "open", "per_page": 1})
        return int(found[1][0]["number"]) if found and found[1] else 0


def _text_of(stored: dict[str, Any]) -> str | None:
    """Return the text of a file as GitHub gives it, or None where it is something else."""
    try:
        return base64.b64decode(stored["content"]).decode() if stored.get("encoding") == "base64" else None
    except (KeyError, ValueError):
        return None
