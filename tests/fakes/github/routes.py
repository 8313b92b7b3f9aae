"""What the fake answers to each request, once it knows who asks."""

import base64
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from tests.fakes.github.repository_state import Account, Refusal, RepositoryState
from tests.fakes.github.rest_shapes import RestShapes

REPO = "/repos/{owner}/{repo}"
ISSUE = f"{REPO}/issues/{{issue_number}}"
COMMENT = f"{REPO}/issues/comments/{{comment_id}}"
LABEL = f"{REPO}/labels/{{name}}"
# The older one-word permission of each role.
PERMISSIONS = {"read": "read", "triage": "read", "write": "write", "maintain": "write", "admin": "admin"}


@dataclass(frozen=True, slots=True)
class Ask:
    """One understood request: who wants what, with the values of the path and the query."""

    actor: Account
    values: dict[str, str]
    query: dict[str, str] = field(default_factory=dict)
    body: Any = None
    path: str = ""

    @property
    def number(self) -> int:
        """The issue's number."""
        return int(self.values["issue_number"])

    def __getitem__(self, key: str) -> Any:
        return self.body[key]

    def get(self, key: str, default: Any = None) -> Any:
        """What the body says, or the default."""
        return (self.body or {}).get(key, default)


@dataclass(frozen=True, slots=True)
class Answer:
    """A status, a body (None for none) and headers."""

    status: int
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)


class Routes:
    """The table from operations to answers."""

    def __init__(self, state: RepositoryState, shapes: RestShapes) -> None:
        self.state = state
        self.shapes = shapes

    def answer(self, method: str, template: str, ask: Ask) -> Answer:
        """Do what is asked; raise Refusal where GitHub would refuse."""
        return ROUTES[method, template](self, ask)

    def repository(self, ask: Ask) -> Answer:
        """GET the repository."""
        return Answer(200, self.shapes.repository())

    def edit_repository(self, ask: Ask) -> Answer:
        """PATCH the repository: a new name is all the fake knows."""
        if self.state.roles.get(ask.actor.id) != "admin":
            raise Refusal(403, "Must have admin rights to Repository.")
        if ask.get("name", self.state.name) != self.state.name:
            self.state.former_names.append(self.state.full_name)
            self.state.name = ask["name"]
        return Answer(200, self.shapes.repository())

    def list_issues(self, ask: Ask) -> Answer:
        """GET issues and pull requests, page by page along a cursor."""
        if not self.state.has_issues:
            raise Refusal(410, "Issues are disabled for this repo")
        wanted = ask.query.get("state", "open")
        found = [
            one
            for one in self.state.issues.values()
            if not one.deleted and not one.transferred and wanted in ("all", one.state)
        ]
        found = [one for one in found if _since(ask, one.updated)]
        creator = ask.query.get("creator", "").lower()
        found = [one for one in found if creator in ("", one.author.login.lower())]
        names = {name.lower() for name in ask.query.get("labels", "").split(",") if name}
        found = [one for one in found if names <= {name.lower() for name in one.labels}]
        key = {
            "created": lambda one: one.number,
            "updated": lambda one: (one.updated, one.number),
            "comments": lambda one: (len(one.comments), one.number),
        }
        found.sort(key=key[ask.query.get("sort", "created")], reverse=ask.query.get("direction", "desc") == "desc")
        return self._cursor_page(ask, found)

    def open_issue(self, ask: Ask) -> Answer:
        """POST an issue."""
        labels = [one if isinstance(one, str) else one["name"] for one in ask.get("labels", ())]
        issue = self.state.open_issue(
            ask.actor, str(ask["title"]), ask.get("body"), labels, list(ask.get("assignees") or ())
        )
        return Answer(201, self.shapes.issue(issue))

    def issue(self, ask: Ask) -> Answer:
        """GET an issue; a deleted one is gone, a transferred one lives elsewhere."""
        issue = self.state.issues.get(ask.number)
        if issue and issue.deleted:
            raise Refusal(410, "This issue was deleted")
        if issue and issue.transferred:
            location = f"{self.shapes.address}/repositories/{self.state.id + 1}/issues/{issue.number}"
            return Answer(
                301,
                {"message": "Moved Permanently", "url": location, "documentation_url": "https://docs.github.com/rest"},
                {"Location": location},
            )
        return Answer(200, self.shapes.issue(self.state.issue(ask.number)))

    def edit_issue(self, ask: Ask) -> Answer:
        """PATCH an issue."""
        return Answer(200, self.shapes.issue(self.state.edit_issue(ask.actor, ask.number, ask.body)))

    def issue_comments(self, ask: Ask) -> Answer:
        """GET an issue's comments, oldest first."""
        return self._page(
            ask, [one for one in self.state.issue(ask.number).comments if _since(ask, one.updated)], self.shapes.comment
        )

    def add_comment(self, ask: Ask) -> Answer:
        """POST a comment."""
        return Answer(201, self.shapes.comment(self.state.add_comment(ask.actor, ask.number, ask["body"])))

    def all_comments(self, ask: Ask) -> Answer:
        """GET the comments of all issues."""
        living = [one for one in self.state.issues.values() if not one.deleted and not one.transferred]
        found = [comment for issue in living for comment in issue.comments if _since(ask, comment.updated)]
        by_update = ask.query.get("sort") == "updated"
        backwards = "sort" in ask.query and ask.query.get("direction", "desc") == "desc"
        found.sort(key=lambda one: (one.updated if by_update else one.created, one.id), reverse=backwards)
        return self._page(ask, found, self.shapes.comment)

    def comment(self, ask: Ask) -> Answer:
        """GET a comment."""
        return Answer(200, self.shapes.comment(self.state.comment(int(ask.values["comment_id"]))))

    def reactions(self, ask: Ask) -> Answer:
        """GET the reactions to a comment."""
        comment = self.state.comment(int(ask.values["comment_id"]))
        wanted = ask.query.get("content")
        found = [one for one in comment.reactions if wanted in (None, one[2])]
        return self._page(ask, found, self.shapes.reaction)

    def edit_comment(self, ask: Ask) -> Answer:
        """PATCH a comment."""
        return Answer(
            200, self.shapes.comment(self.state.edit_comment(ask.actor, int(ask.values["comment_id"]), ask["body"]))
        )

    def delete_comment(self, ask: Ask) -> Answer:
        """DELETE a comment."""
        self.state.delete_comment(ask.actor, int(ask.values["comment_id"]))
        return Answer(204)

    def events(self, ask: Ask) -> Answer:
        """GET what happened to all issues, newest first."""
        living = [one for one in reversed(self.state.events) if not self.state.issues[one.number].deleted]
        return self._page(ask, living, self.shapes.event)

    def issue_labels(self, ask: Ask) -> Answer:
        """GET an issue's labels."""
        labels = [self.state.labels[name.lower()] for name in self.state.issue(ask.number).labels]
        return self._page(ask, labels, self.shapes.label)

    def add_labels(self, ask: Ask) -> Answer:
        """POST labels to an issue, and answer with all it has."""
        given = ask.body["labels"] if isinstance(ask.body, dict) else ask.body
        issue = self.state.add_labels(
            ask.actor, ask.number, [one if isinstance(one, str) else one["name"] for one in given]
        )
        return Answer(200, [self.shapes.label(self.state.labels[name.lower()]) for name in issue.labels])

    def remove_label(self, ask: Ask) -> Answer:
        """DELETE a label from an issue, and answer with those that are left."""
        issue = self.state.remove_label(ask.actor, ask.number, ask.values["name"])
        return Answer(200, [self.shapes.label(self.state.labels[name.lower()]) for name in issue.labels])

    def assign(self, ask: Ask) -> Answer:
        """POST assignees; whoever may not be assigned is simply not among them afterwards."""
        return Answer(201, self.shapes.issue(self.state.assign(ask.actor, ask.number, list(ask["assignees"]))))

    def unassign(self, ask: Ask) -> Answer:
        """DELETE assignees."""
        gone = {login.lower() for login in ask["assignees"]}
        kept = [one.login for one in self.state.issue(ask.number).assignees if one.login.lower() not in gone]
        return Answer(200, self.shapes.issue(self.state.edit_issue(ask.actor, ask.number, {"assignees": kept})))

    def assignable(self, ask: Ask) -> Answer:
        """GET whether somebody may be assigned, here or to one issue."""
        if not self.state.assignable(ask.values["assignee"], int(ask.values.get("issue_number", 0)) or None):
            raise Refusal(404, "Not Found")
        return Answer(204)

    def lock(self, ask: Ask) -> Answer:
        """PUT a lock on a conversation."""
        self.state.lock(ask.actor, ask.number, ask.get("lock_reason"))
        return Answer(204)

    def unlock(self, ask: Ask) -> Answer:
        """DELETE the lock."""
        self.state.unlock(ask.actor, ask.number)
        return Answer(204)

    def labels(self, ask: Ask) -> Answer:
        """GET the repository's labels."""
        return self._page(ask, list(self.state.labels.values()), self.shapes.label)

    def create_label(self, ask: Ask) -> Answer:
        """POST a label."""
        self._writer(ask)
        return Answer(
            201,
            self.shapes.label(self.state.create_label(ask["name"], ask.get("color", "ededed"), ask.get("description"))),
        )

    def label(self, ask: Ask) -> Answer:
        """GET a label."""
        return Answer(200, self.shapes.label(self._label(ask)))

    def edit_label(self, ask: Ask) -> Answer:
        """PATCH a label; issues that have it keep it under the new name."""
        self._writer(ask)
        label = self._label(ask)
        new = ask.get("new_name", label.name)
        if new.lower() != label.name.lower() and new.lower() in self.state.labels:
            raise Refusal(422, "Validation Failed", [{"resource": "Label", "code": "already_exists", "field": "name"}])
        for issue in self.state.issues.values():
            issue.labels = [new if name == label.name else name for name in issue.labels]
        del self.state.labels[label.name.lower()]
        label.name, label.color, label.description = (
            new,
            ask.get("color", label.color),
            ask.get("description", label.description),
        )
        self.state.labels[new.lower()] = label
        return Answer(200, self.shapes.label(label))

    def delete_label(self, ask: Ask) -> Answer:
        """DELETE a label, from every issue too."""
        self._writer(ask)
        label = self._label(ask)
        del self.state.labels[label.name.lower()]
        for issue in self.state.issues.values():
            issue.labels = [name for name in issue.labels if name != label.name]
        return Answer(204)

    def collaborators(self, ask: Ask) -> Answer:
        """GET who works on the repository."""
        self._writer(ask)
        accounts = [one for one in self.state.accounts if self.state.roles.get(one.id)]
        return self._page(ask, accounts, lambda one: {**self.shapes.user(one), "role_name": self.state.roles[one.id]})

    def permission(self, ask: Ask) -> Answer:
        """GET somebody's role; everybody may read a public repository."""
        self._writer(ask)
        account = self._account(ask.values["username"])
        role = self.state.roles.get(account.id, "read")
        user = {**self.shapes.user(account), "role_name": role}
        return Answer(200, {"permission": PERMISSIONS[role], "role_name": role, "user": user})

    def dispatch(self, ask: Ask) -> Answer:
        """POST a wish to run a workflow."""
        self._writer(ask)
        self.state.dispatched.append({"workflow": ask.values["workflow_id"], **ask.body})
        return Answer(204)

    def enable(self, ask: Ask) -> Answer:
        """PUT a workflow back to work."""
        self._writer(ask)
        return Answer(204)

    def runs(self, ask: Ask) -> Answer:
        """GET the runs of a workflow, newest first."""
        found = [
            one
            for one in reversed(self.state.runs)
            if one.workflow == ask.values["workflow_id"] and ask.query.get("status", one.conclusion) == one.conclusion
        ]
        page = self._page(ask, found, self.shapes.workflow_run)
        return Answer(200, {"total_count": len(found), "workflow_runs": page.body}, page.headers)

    def list_commits(self, ask: Ask) -> Answer:
        """GET the commits of the main branch, the newest first: by whom, and to which file."""
        author, path = ask.query.get("author", "").lower(), ask.query.get("path", "")
        found = [one for one in reversed(self.state.commits) if _since(ask, one.at)]
        found = [one for one in found if author in ("", one.author.login.lower()) and path in ("", one.path)]
        return self._page(ask, found, self.shapes.commit)

    def user(self, ask: Ask) -> Answer:
        """GET an account."""
        return Answer(200, self.shapes.public_user(self._account(ask.values["username"])))

    def _account(self, login: str) -> Account:
        account = self.state.found_account(login)
        if not account:
            raise Refusal(404, "Not Found")
        return account

    def _label(self, ask: Ask) -> Any:
        if ask.values["name"].lower() not in self.state.labels:
            raise Refusal(404, "Not Found")
        return self.state.labels[ask.values["name"].lower()]

    def _writer(self, ask: Ask) -> None:
        if not self.state.writes(ask.actor):
            raise Refusal(403, "Must have admin rights to Repository.")

    def _page(self, ask: Ask, found: list[Any], shape: Callable[[Any], Any]) -> Answer:
        size, page = _size(ask), int(ask.query.get("page", 1))
        last = max(1, -(-len(found) // size))
        links = {"prev": page - 1, "next": page + 1, "last": last, "first": 1}
        shown = [name for name in links if (page > 1 if name in ("prev", "first") else page < last)]
        link = ", ".join(f'<{self._next(ask, page=links[name])}>; rel="{name}"' for name in shown)
        start = (page - 1) * size
        return Answer(200, [shape(one) for one in found[start : start + size]], {"Link": link} if link else {})

    def _cursor_page(self, ask: Ask, found: list[Any]) -> Answer:
        size, start = _size(ask), (int(ask.query.get("page", 1)) - 1) * _size(ask)
        if "after" in ask.query:
            number = int(base64.b64decode(ask.query["after"]).removeprefix(b"cursor:"))
            start = next((index + 1 for index, one in enumerate(found) if one.number == number), len(found))
        shown = found[start : start + size]
        headers = {}
        if start + size < len(found):
            cursor = base64.b64encode(b"cursor:%d" % shown[-1].number).decode()
            headers["Link"] = f'<{self._next(ask, after=cursor)}>; rel="next"'
        return Answer(200, [self.shapes.issue(one, listed=True) for one in shown], headers)

    def _next(self, ask: Ask, **changes: Any) -> str:
        # GitHub's links go by the repository's number, whatever name was asked for.
        path = "/".join(ask.path.split("/")[4:])
        return f"{self.shapes.address}/repositories/{self.state.id}/{path}?{urlencode({**ask.query, **changes})}"


def _size(ask: Ask) -> int:
    return min(100, int(ask.query.get("per_page", 30)))


def _since(ask: Ask, updated: datetime) -> bool:
    return "since" not in ask.query or updated >= datetime.fromisoformat(ask.query["since"])


ROUTES: dict[tuple[str, str], Callable[[Routes, Ask], Answer]] = {
    ("GET", REPO): Routes.repository,
    ("PATCH", REPO): Routes.edit_repository,
    ("GET", f"{REPO}/issues"): Routes.list_issues,
    ("POST", f"{REPO}/issues"): Routes.open_issue,
    ("GET", ISSUE): Routes.issue,
    ("PATCH", ISSUE): Routes.edit_issue,
    ("GET", f"{ISSUE}/comments"): Routes.issue_comments,
    ("POST", f"{ISSUE}/comments"): Routes.add_comment,
    ("GET", f"{REPO}/issues/comments"): Routes.all_comments,
    ("GET", COMMENT): Routes.comment,
    ("GET", f"{COMMENT}/reactions"): Routes.reactions,
    ("PATCH", COMMENT): Routes.edit_comment,
    ("DELETE", COMMENT): Routes.delete_comment,
    ("GET", f"{REPO}/issues/events"): Routes.events,
    ("GET", f"{ISSUE}/labels"): Routes.issue_labels,
    ("POST", f"{ISSUE}/labels"): Routes.add_labels,
    ("DELETE", f"{ISSUE}/labels/{{name}}"): Routes.remove_label,
    ("POST", f"{ISSUE}/assignees"): Routes.assign,
    ("DELETE", f"{ISSUE}/assignees"): Routes.unassign,
    ("GET", f"{ISSUE}/assignees/{{assignee}}"): Routes.assignable,
    ("GET", f"{REPO}/assignees/{{assignee}}"): Routes.assignable,
    ("PUT", f"{ISSUE}/lock"): Routes.lock,
    ("DELETE", f"{ISSUE}/lock"): Routes.unlock,
    ("GET", f"{REPO}/labels"): Routes.labels,
    ("POST", f"{REPO}/labels"): Routes.create_label,
    ("GET", LABEL): Routes.label,
    ("PATCH", LABEL): Routes.edit_label,
    ("DELETE", LABEL): Routes.delete_label,
    ("GET", f"{REPO}/collaborators"): Routes.collaborators,
    ("GET", f"{REPO}/collaborators/{{username}}/permission"): Routes.permission,
    ("POST", f"{REPO}/actions/workflows/{{workflow_id}}/dispatches"): Routes.dispatch,
    ("PUT", f"{REPO}/actions/workflows/{{workflow_id}}/enable"): Routes.enable,
    ("GET", f"{REPO}/actions/workflows/{{workflow_id}}/runs"): Routes.runs,
    ("GET", f"{REPO}/commits"): Routes.list_commits,
    ("GET", "/users/{username}"): Routes.user,
}
