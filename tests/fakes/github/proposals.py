"""Branches, files, pull requests and statuses on the fake GitHub: as much of them as the bot could be surprised by.

A branch is its files by path; merging takes over the files that a branch changed. Shapes are filled up from GitHub's
own description, so only what matters here is written out.
"""

import base64
import hashlib
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from tests.fakes.github.contract import contract
from tests.fakes.github.repository_state import BOT_ID, Account, Issue, Refusal
from tests.fakes.github.rest_shapes import RestShapes, stamp
from tests.fakes.github.routes import REPO, Answer, Ask

PULL = f"{REPO}/pulls/{{pull_number}}"
MAIN = "main"


@dataclass(slots=True)
class Branch:
    """A branch: its files by path, and who wrote the newest commit."""

    files: dict[str, bytes] = field(default_factory=dict)
    author: dict[str, str] = field(default_factory=dict)
    commits: int = 0

    @property
    def sha(self) -> str:
        """The newest commit."""
        told = repr((sorted(self.files.items()), self.commits))
        return hashlib.sha1(told.encode(), usedforsecurity=False).hexdigest()


@dataclass(slots=True)
class Pull:
    """What a pull request has besides its issue; `head` is a branch here, or a commit of somebody's copy."""

    number: int
    branch: str
    sha: str = ""
    fork: str = ""
    merged: bool = False
    merge_commit: str = ""
    suggestions: list[dict[str, Any]] = field(default_factory=list)


class Proposals:
    """The branches of the repository and its pull requests. `opens` is the setting that lets workflows open one."""

    def __init__(self, shapes: RestShapes) -> None:
        self.shapes, self.state = shapes, shapes.state
        self.opens = True
        self.blocked = ""
        self.branches: dict[str, Branch] = {MAIN: Branch()}
        self.pulls: dict[int, Pull] = {}
        self.statuses: list[dict[str, Any]] = []

    def open_from_fork(self, author: Account, title: str, sha: str) -> int:
        """Let a person open a pull request from their own copy."""
        issue = self.state.open_issue(author, title, "", [], [], pull_request=True)
        self.pulls[issue.number] = Pull(issue.number, "change", sha, author.login)
        return issue.number

    def sha_of(self, pull: Pull) -> str:
        """The commit that a pull request proposes."""
        return pull.sha or self.branches[pull.branch].sha

    def merge(self, actor: Account, number: int) -> None:
        """Merge a pull request, and close the issues that it says it closes."""
        pull = self.pulls[number]
        if not pull.sha:
            self.branches[MAIN].files |= self.branches[pull.branch].files
        pull.merged = True
        issue = self.state.issue(number)
        self.state.edit_issue(actor, number, {"state": "closed"})
        for line in (issue.body or "").split("\n"):
            if line.startswith("Closes #"):
                self.state.edit_issue(actor, int(line.removeprefix("Closes #")), {"state": "closed"})

    # The server's side.

    def answer(self, method: str, template: str, ask: Ask) -> Answer:
        """Do what is asked; raise Refusal where GitHub would refuse."""
        return ROUTES[method, template](self, ask)

    def ref(self, ask: Ask) -> Answer:
        """GET a branch."""
        name = unquote(ask.values["ref"]).removeprefix("heads/")
        if name not in self.branches:
            raise Refusal(404, "Not Found")
        return Answer(200, self._ref(name))

    def create_ref(self, ask: Ask) -> Answer:
        """POST a branch that starts at a commit."""
        name = ask["ref"].removeprefix("refs/heads/")
        if name in self.branches:
            raise Refusal(422, "Reference already exists")
        start = next((one for one in self.branches.values() if one.sha == ask["sha"]), None)
        if start is None:
            raise Refusal(422, "Object does not exist")
        self.branches[name] = Branch(dict(start.files))
        return Answer(201, self._ref(name))

    def _ref(self, name: str) -> dict[str, Any]:
        url = f"{self.shapes.repository_url}/git/refs/heads/{name}"
        held = {"type": "commit", "sha": self.branches[name].sha, "url": url}
        return {"ref": f"refs/heads/{name}", "node_id": "R_1", "url": url, "object": held}

    def content(self, ask: Ask) -> Answer:
        """GET a file of a branch."""
        branch = self.branches.get(ask.query.get("ref", MAIN))
        path = unquote(ask.values["path"])
        if branch is None or path not in branch.files:
            raise Refusal(404, "Not Found")
        text = base64.encodebytes(branch.files[path]).decode()
        given = {"type": "file", "encoding": "base64", "content": text, "path": path, "sha": _blob(branch.files[path])}
        return Answer(200, filled("content-file", given))

    def put_content(self, ask: Ask) -> Answer:
        """PUT a file on a branch; a file that is there needs its fingerprint."""
        name, path = ask.get("branch", MAIN), unquote(ask.values["path"])
        assert ask.actor.id != BOT_ID or name != MAIN, "the bot never writes on the main branch"
        branch = self.branches.get(name)
        if branch is None:
            raise Refusal(404, f"Branch {name} not found")
        there = branch.files.get(path)
        if there is not None and ask.get("sha") != _blob(there):
            raise Refusal(422 if "sha" not in ask.body else 409, f"{path} does not match")
        branch.files[path] = base64.b64decode(ask["content"])
        branch.author, branch.commits = dict(ask.get("author") or {}), branch.commits + 1
        return Answer(200 if there is not None else 201, filled("file-commit", {"commit": {"sha": branch.sha}}))

    def set_status(self, ask: Ask) -> Answer:
        """POST what a check found on a commit."""
        self.statuses.append({"sha": ask.values["sha"], **ask.body})
        given = {name: ask.get(name) for name in ("state", "context", "description")}
        return Answer(201, filled("status", {**given, "creator": self.shapes.user(ask.actor)}))

    def list_pulls(self, ask: Ask) -> Answer:
        """GET pull requests, perhaps those of one branch."""
        head = ask.query.get("head", "")
        found = [
            pull
            for pull in reversed(self.pulls.values())
            if head in ("", f"{pull.fork or self.state.owner.login}:{pull.branch}")
            and ask.query.get("state", "open") in ("all", self._issue(pull).state)
        ]
        return Answer(200, [self._pull(one, "pull-request-simple") for one in found])

    def open_pull(self, ask: Ask) -> Answer:
        """POST a pull request; a workflow needs the setting for it."""
        if ask.actor.id == BOT_ID and not self.opens:
            raise Refusal(403, "GitHub Actions is not permitted to create or approve pull requests.")
        if ask["head"] not in self.branches:
            raise Refusal(422, "Validation Failed", [{"resource": "PullRequest", "code": "invalid", "field": "head"}])
        if any(one.branch == ask["head"] and self._issue(one).state == "open" for one in self.pulls.values()):
            text = f"A pull request already exists for {self.state.owner.login}:{ask['head']}."
            raise Refusal(422, "Validation Failed", [{"resource": "PullRequest", "code": "custom", "message": text}])
        issue = self.state.open_issue(ask.actor, ask["title"], ask.get("body"), [], [], pull_request=True)
        self.pulls[issue.number] = Pull(issue.number, ask["head"])
        return Answer(201, self._pull(self.pulls[issue.number]))

    def pull(self, ask: Ask) -> Answer:
        """GET a pull request."""
        return Answer(200, self._pull(self._found(ask)))

    def merge_pull(self, ask: Ask) -> Answer:
        """PUT a merge, of exactly the commit that was looked at."""
        pull = self._found(ask)
        if self.blocked:
            raise Refusal(405, self.blocked)
        if ask.get("sha") not in (None, self.sha_of(pull)):
            raise Refusal(409, "Head branch was modified. Review and try the merge again.")
        self.merge(ask.actor, pull.number)
        return Answer(200, {"sha": self.sha_of(pull), "merged": True, "message": "Pull Request successfully merged"})

    def suggestions(self, ask: Ask) -> Answer:
        """GET the comments on a pull request's lines."""
        return Answer(200, [self._suggestion(one) for one in self._found(ask).suggestions])

    def suggest(self, ask: Ask) -> Answer:
        """POST a comment on a pull request's lines."""
        pull = self._found(ask)
        if ask["commit_id"] != self.sha_of(pull):
            raise Refusal(422, "Validation Failed")
        pull.suggestions.append({"user": ask.actor, **ask.body})
        return Answer(201, self._suggestion(pull.suggestions[-1]))

    def _suggestion(self, one: dict[str, Any]) -> dict[str, Any]:
        given = {name: value for name, value in one.items() if name not in ("user", "side", "start_side")}
        return filled("pull-request-review-comment", {**given, "user": self.shapes.user(one["user"])})

    def _found(self, ask: Ask) -> Pull:
        pull = self.pulls.get(int(ask.values["pull_number"]))
        if pull is None:
            raise Refusal(404, "Not Found")
        return pull

    def _issue(self, pull: Pull) -> Issue:
        return self.state.issues[pull.number]

    def _pull(self, pull: Pull, schema: str = "pull-request") -> dict[str, Any]:
        issue, home = self._issue(pull), self.shapes.repository()
        name = pull.fork or self.state.owner.login
        theirs = {**home, "full_name": f"{pull.fork}/{self.state.name}", "id": 1} if pull.fork else home
        head = {"label": f"{name}:{pull.branch}", "ref": pull.branch, "sha": self.sha_of(pull), "repo": theirs}
        base = {"label": f"{name}:{MAIN}", "ref": MAIN, "sha": self.branches[MAIN].sha, "repo": home}
        user = self.shapes.user(issue.author)
        given = {
            "number": issue.number, "title": issue.title, "body": issue.body, "state": issue.state, "user": user,
            "created_at": stamp(issue.created), "updated_at": stamp(issue.updated), "closed_at": stamp(issue.closed_at),
            "merged_at": stamp(issue.closed_at) if pull.merged else None, "locked": issue.locked, "labels": [],
            "head": {**head, "user": user}, "base": {**base, "user": self.shapes.user(self.state.owner)}, "draft": False,
            "author_association": "NONE",
        }  # fmt: skip
        return filled(
            schema,
            given
            | (
                {"merged": pull.merged, "merge_commit_sha": pull.merge_commit or None}
                if schema == "pull-request"
                else {}
            ),
        )


def filled(schema: str, given: dict[str, Any]) -> dict[str, Any]:
    """Fill up what GitHub's description requires besides what is given: the first of null, 0, "" ... that it allows."""
    return _filled({"$ref": f"#/components/schemas/{schema}"}, given)


def _filled(schema: dict[str, Any], given: Any) -> Any:
    schema = contract()._resolved(schema)
    if not isinstance(given, dict):
        return given
    known = schema.get("properties", {})
    whole = {name: _filled(known.get(name, {}), value) for name, value in given.items()}
    for name in schema.get("required", ()):
        if name not in whole:
            whole[name] = _emptiest(contract()._resolved(known.get(name, {})))
    return whole


def _emptiest(schema: dict[str, Any]) -> Any:
    text = "2026-11-21T12:00:00Z" if schema.get("format") == "date-time" else "x"
    for value in (None, 0, False, text, "https://api.github.com/", [], {}):
        if not contract()._complaints(schema, value, ""):
            return value
    return schema["enum"][0] if "enum" in schema else _filled(schema, {})


def _blob(content: bytes) -> str:
    return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


ROUTES = {
    ("GET", f"{REPO}/git/ref/{{ref}}"): Proposals.ref,
    ("POST", f"{REPO}/git/refs"): Proposals.create_ref,
    ("GET", f"{REPO}/contents/{{path}}"): Proposals.content,
    ("PUT", f"{REPO}/contents/{{path}}"): Proposals.put_content,
    ("POST", f"{REPO}/statuses/{{sha}}"): Proposals.set_status,
    ("GET", f"{REPO}/pulls"): Proposals.list_pulls,
    ("POST", f"{REPO}/pulls"): Proposals.open_pull,
    ("GET", PULL): Proposals.pull,
    ("PUT", f"{PULL}/merge"): Proposals.merge_pull,
    ("GET", f"{PULL}/comments"): Proposals.suggestions,
    ("POST", f"{PULL}/comments"): Proposals.suggest,
}
