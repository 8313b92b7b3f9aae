"""What the fake GitHub remembers, and GitHub's own rules about who may change it how.

Everything here is plain Python: people in tests act through it directly, clients through the server.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

BOT_ID = 41898282
LONGEST = 65536
MOST_ASSIGNEES = 10
WRITERS = frozenset({"triage", "write", "maintain", "admin"})


class Refusal(Exception):
    """GitHub says no: the status, the message, and for 422 the errors."""

    def __init__(self, status: int, message: str, errors: list[dict[str, Any]] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.errors = errors


@dataclass(slots=True)
class Account:
    """Somebody with a login; `gone` once the account was deleted."""

    id: int
    login: str
    type: str = "User"
    gone: bool = False


@dataclass(slots=True)
class Label:
    """A label of the repository."""

    id: int
    name: str
    color: str = "ededed"
    description: str | None = None


@dataclass(slots=True)
class Comment:
    """One comment."""

    id: int
    number: int
    author: Account
    body: str
    created: datetime
    updated: datetime
    reactions: list[tuple[int, Account, str, datetime]] = field(default_factory=list)


@dataclass(slots=True)
class Issue:
    """One issue or pull request with its comments."""

    id: int
    number: int
    author: Account
    title: str
    body: str | None
    created: datetime
    updated: datetime
    state: str = "open"
    state_reason: str | None = None
    closed_at: datetime | None = None
    closed_by: Account | None = None
    labels: list[str] = field(default_factory=list)
    assignees: list[Account] = field(default_factory=list)
    locked: bool = False
    lock_reason: str | None = None
    comments: list[Comment] = field(default_factory=list)
    pull_request: bool = False
    deleted: bool = False
    transferred: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to an issue; GitHub keeps a list of them."""

    id: int
    event: str
    actor: Account
    number: int
    at: datetime
    label: str | None = None
    assignee: Account | None = None


@dataclass(frozen=True, slots=True)
class WorkflowRun:
    """One finished run of a workflow."""

    id: int
    workflow: str
    conclusion: str
    ended: datetime


@dataclass(frozen=True, slots=True)
class Commit:
    """A change of one file of the main branch."""

    sha: str
    author: Account
    path: str
    at: datetime


class RepositoryState:
    """One repository, the accounts around it, and what each of them may do."""

    def __init__(self, owner: str, name: str, clock: Callable[[], datetime]) -> None:
        self.clock = clock
        self.id = 710001
        self.owner = Account(500001, owner, "Organization")
        self.name = name
        self.former_names: list[str] = []
        self.has_issues = True
        self.archived = False
        self.accounts: list[Account] = [self.owner]
        self.bot = self.account("github-actions[bot]", BOT_ID, "Bot")
        self.ghost = self.account("ghost", 10137)
        self.roles: dict[int, str] = {}
        self.labels: dict[str, Label] = {}
        self.issues: dict[int, Issue] = {}
        self.events: list[Event] = []
        self.runs: list[WorkflowRun] = []
        self.commits: list[Commit] = []
        self.dispatched: list[dict[str, Any]] = []
        self._last_id = 2_900_000_000

    @property
    def full_name(self) -> str:
        """The name with the owner's."""
        return f"{self.owner.login}/{self.name}"

    def now(self) -> datetime:
        """The clock's time; GitHub knows no parts of seconds."""
        return self.clock().astimezone(UTC).replace(microsecond=0)

    def next_id(self) -> int:
        """A number greater than all before."""
        self._last_id += 1
        return self._last_id

    def account(self, login: str, id: int | None = None, type: str = "User") -> Account:
        """Return the account with this login, made on first mention; given an id, it must be that one's."""
        for one in self.accounts:
            if one.login.lower() == login.lower() and not one.gone:
                assert id in (None, one.id), f"{login} has the id {one.id} already"
                return one
        taken = {one.id for one in self.accounts}
        made = Account(id or next(number for number in range(600001, 700000) if number not in taken), login, type)
        self.accounts.append(made)
        return made

    def found_account(self, login: str) -> Account | None:
        """Return who has this login now."""
        return next((one for one in self.accounts if one.login.lower() == login.lower() and not one.gone), None)

    def writes(self, actor: Account) -> bool:
        """May change other people's issues. The bot's token may, by its permissions."""
        return actor.id in {BOT_ID, self.owner.id} or self.roles.get(actor.id) in WRITERS

    def issue(self, number: int) -> Issue:
        """Return an issue that can still be changed, or refuse as GitHub does."""
        if not self.has_issues:
            raise Refusal(410, "Issues are disabled for this repo")
        issue = self.issues.get(number)
        if not issue or issue.deleted or issue.transferred:
            raise Refusal(404, "Not Found")
        return issue

    def comment(self, comment_id: int) -> Comment:
        """Return a comment by its id."""
        for issue in self.issues.values():
            for comment in issue.comments:
                if comment.id == comment_id and not issue.deleted and not issue.transferred:
                    return comment
        raise Refusal(404, "Not Found")

    def open_issue(
        self,
        actor: Account,
        title: str,
        body: str | None,
        labels: list[str],
        assignees: list[str],
        pull_request: bool = False,
    ) -> Issue:
        """Open an issue; an outsider's labels and assignees are dropped without a word."""
        self._not_archived()
        if not self.has_issues:
            raise Refusal(410, "Issues are disabled for this repo")
        if not title.strip():
            raise Refusal(422, "Validation Failed", [{"resource": "Issue", "code": "missing_field", "field": "title"}])
        _check_length(body or "", "Issue")
        now = self.now()
        number = max(self.issues, default=0) + 1
        issue = Issue(self.next_id(), number, actor, title, body, now, now, pull_request=pull_request)
        self.issues[number] = issue
        if self.writes(actor):
            self.add_labels(actor, number, labels)
            self.assign(actor, number, assignees)
        return issue

    def add_comment(self, actor: Account, number: int, body: str) -> Comment:
        """Comment; in a locked issue only collaborators may, and the bot is none."""
        issue = self.issue(number)
        self._not_archived()
        if issue.locked and (actor.id == BOT_ID or not self.writes(actor)):
            raise Refusal(403, "Unable to create comment because issue is locked.")
        if not body.strip():
            raise Refusal(
                422,
                "Validation Failed",
                [
                    {
                        "resource": "IssueComment",
                        "code": "unprocessable",
                        "field": "data",
                        "message": "Body cannot be blank",
                    }
                ],
            )
        _check_length(body, "IssueComment")
        now = self.now()
        comment = Comment(self.next_id(), number, actor, body, now, now)
        issue.comments.append(comment)
        issue.updated = now
        return comment

    def edit_comment(self, actor: Account, comment_id: int, body: str) -> Comment:
        """Change a comment's text."""
        comment = self.comment(comment_id)
        self._may_change(actor, comment.author)
        _check_length(body, "IssueComment")
        comment.body = body
        comment.updated = self.issue(comment.number).updated = self.now()
        return comment

    def react(self, actor: Account, comment_id: int, content: str) -> None:
        """Put a reaction on a comment; the same one twice is one, and the issue does not count as changed."""
        comment = self.comment(comment_id)
        if not any(by is actor and one == content for _id, by, one, _at in comment.reactions):
            number = 1 + sum(len(one.reactions) for issue in self.issues.values() for one in issue.comments)
            comment.reactions.append((number, actor, content, self.now()))

    def delete_comment(self, actor: Account, comment_id: int) -> None:
        """Delete a comment for good."""
        comment = self.comment(comment_id)
        self._may_change(actor, comment.author)
        self.issue(comment.number).comments.remove(comment)
        self.issue(comment.number).updated = self.now()

    def edit_issue(self, actor: Account, number: int, changes: dict[str, Any]) -> Issue:
        """Change title, body, state and, for those who may write, labels and assignees."""
        issue = self.issue(number)
        self._may_change(actor, issue.author)
        _check_length(changes.get("body") or "", "Issue")
        issue.title = changes.get("title", issue.title)
        issue.body = changes.get("body", issue.body)
        if changes.get("state", issue.state) != issue.state:
            self._change_state(actor, issue, changes["state"], changes.get("state_reason"))
        if self.writes(actor):
            if changes.get("labels") is not None:
                issue.labels = []
                self.add_labels(
                    actor, number, [one if isinstance(one, str) else one["name"] for one in changes["labels"]]
                )
            if changes.get("assignees") is not None:
                issue.assignees = []
                self.assign(actor, number, changes["assignees"])
        issue.updated = self.now()
        return issue

    def _change_state(self, actor: Account, issue: Issue, state: str, reason: str | None) -> None:
        if state == "open" and not self.writes(actor) and issue.closed_by is not actor:
            raise Refusal(403, "You cannot reopen an issue that somebody else closed.")
        issue.state = state
        closed = state == "closed"
        issue.state_reason = (reason or "completed") if closed else "reopened"
        issue.closed_at = self.now() if closed else None
        issue.closed_by = actor if closed else None
        self.happened("closed" if closed else "reopened", actor, issue)

    def add_labels(self, actor: Account, number: int, names: list[str]) -> Issue:
        """Put labels on an issue; unknown ones are created on the way."""
        issue = self.issue(number)
        self._may_write(actor)
        for name in names:
            label = self.labels.get(name.lower()) or self.create_label(name)
            if label.name not in issue.labels:
                issue.labels.append(label.name)
                self.happened("labeled", actor, issue, label=label.name)
        return issue

    def remove_label(self, actor: Account, number: int, name: str) -> Issue:
        """Take a label off an issue."""
        issue = self.issue(number)
        self._may_write(actor)
        label = self.labels.get(name.lower())
        if not label or label.name not in issue.labels:
            raise Refusal(404, "Label does not exist")
        issue.labels.remove(label.name)
        self.happened("unlabeled", actor, issue, label=label.name)
        return issue

    def create_label(self, name: str, color: str = "ededed", description: str | None = None) -> Label:
        """Make a label of the repository; capitals do not tell labels apart."""
        if name.lower() in self.labels:
            raise Refusal(422, "Validation Failed", [{"resource": "Label", "code": "already_exists", "field": "name"}])
        if not name.strip() or len(name) > 50:
            raise Refusal(422, "Validation Failed", [{"resource": "Label", "code": "invalid", "field": "name"}])
        self.labels[name.lower()] = Label(self.next_id(), name, color, description)
        return self.labels[name.lower()]

    def assignable(self, login: str, number: int | None = None) -> bool:
        """May be assigned: collaborators, and on an issue who opened it or commented there."""
        account = self.found_account(login)
        if not account:
            return False
        if self.roles.get(account.id):
            return True
        issue = self.issues.get(number) if number else None
        return bool(issue) and account in [issue.author, *(comment.author for comment in issue.comments)]

    def assign(self, actor: Account, number: int, logins: list[str]) -> Issue:
        """Assign whom GitHub lets be assigned, and say nothing of the others."""
        issue = self.issue(number)
        self._may_write(actor)
        for login in logins:
            account = self.found_account(login)
            if (
                account
                and account not in issue.assignees
                and self.assignable(login, number)
                and len(issue.assignees) < MOST_ASSIGNEES
            ):
                issue.assignees.append(account)
                self.happened("assigned", actor, issue, assignee=account)
        return issue

    def lock(self, actor: Account, number: int, reason: str | None) -> None:
        """Lock the conversation."""
        issue = self.issue(number)
        self._may_write(actor)
        issue.locked, issue.lock_reason = True, reason
        self.happened("locked", actor, issue)

    def unlock(self, actor: Account, number: int) -> None:
        """Open the conversation again."""
        issue = self.issue(number)
        self._may_write(actor)
        issue.locked, issue.lock_reason = False, None
        self.happened("unlocked", actor, issue)

    def happened(
        self, event: str, actor: Account, issue: Issue, label: str | None = None, assignee: Account | None = None
    ) -> None:
        """Write an event down."""
        issue.updated = self.now()
        self.events.append(Event(self.next_id(), event, actor, issue.number, self.now(), label, assignee))

    def _not_archived(self) -> None:
        if self.archived:
            raise Refusal(403, "Repository was archived so is read-only.")

    def _may_write(self, actor: Account) -> None:
        self._not_archived()
        if not self.writes(actor):
            raise Refusal(403, "Must have admin rights to Repository.")

    def _may_change(self, actor: Account, author: Account) -> None:
        self._not_archived()
        if actor is not author and not self.writes(actor):
            raise Refusal(403, "Must have admin rights to Repository.")


def _check_length(body: str, resource: str) -> None:
    if len(body) > LONGEST:
        error = {
            "resource": resource,
            "code": "unprocessable",
            "field": "data",
            "message": f"body is too long (maximum is {LONGEST} characters)",
        }
        raise Refusal(422, "Validation Failed", [error])
