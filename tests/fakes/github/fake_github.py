"""A fake GitHub on a real socket: one repository, its people, and whatever a test lets go wrong.

    with FakeGitHub("lodestar/directory") as github:
        number = github.open_issue("ada", "A mentor, please", "Hello")
        ... a client talks to github.address with github.token ...
        github.thread(number)

Every exchange is judged by GitHub's own description; on leaving, a single complaint fails the test.
"""

import json
import threading
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import parse_qsl, urlsplit

from tests.fakes.github.contract import contract
from tests.fakes.github.faults import Fault
from tests.fakes.github.proposals import ROUTES as PROPOSALS
from tests.fakes.github.proposals import Proposals
from tests.fakes.github.repository_state import BOT_ID, Account, Commit, Refusal, RepositoryState, WorkflowRun
from tests.fakes.github.rest_shapes import RestShapes
from tests.fakes.github.routes import Answer, Ask, Routes

START = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
NEEDS = {
    "issues": "issues",
    "labels": "issues",
    "assignees": "issues",
    "actions": "actions",
    "commits": "contents",
    "contents": "contents",
    "git": "contents",
    "statuses": "statuses",
    "pulls": "pull-requests",
    "collaborators": "metadata",
}
"""The permission that a token needs, by the third part of the path."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and the status it was answered with; 0 when it got no answer."""

    method: str
    path: str
    status: int
    body: Any = None


class FakeGitHub:
    """One repository on a fake GitHub. `now` is its clock, which only tests move."""

    def __init__(self, repository: str = "lodestar/directory", now: datetime = START) -> None:
        owner, name = repository.split("/")
        self.now = now
        self.state = RepositoryState(owner, name, lambda: self.now)
        self.token = "ghs_the0token0of0the0workflow"
        self.permissions = {"issues": "write", "contents": "read", "metadata": "read", "actions": "write"}
        self.tokens: dict[str, Account] = {self.token: self.state.bot}
        self.hourly = 1000
        self.used = 0
        self.resets = now + timedelta(hours=1)
        self.faults: list[Fault] = []
        self.exchanges: list[Exchange] = []
        self.complaints: list[str] = []
        self.slept: list[float] = []
        self.dead = False
        self._lock = threading.RLock()
        handler = type("Handler", (_Handler,), {"github": self})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}"
        self.shapes = RestShapes(self.state, self.address)
        self.routes = Routes(self.state, self.shapes)
        self.proposals = Proposals(self.shapes)

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *trouble: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        if trouble[0] is None:
            assert not self.complaints, "\n".join(self.complaints)

    @property
    def repository(self) -> str:
        """The repository's present name."""
        return self.state.full_name

    # What people do, as they would on the site.

    def person(self, login: str, id: int | None = None, role: str | None = None) -> Account:
        """Return the account of a login, made on first mention; a role makes it a collaborator."""
        account = self.state.account(login, id)
        if role:
            self.state.roles[account.id] = role
        return account

    def token_of(self, login: str) -> str:
        """Return a token with which a client acts as this person."""
        token = f"ghp_of_{login}"
        self.tokens[token] = self.person(login)
        return token

    def at(self, moment: datetime) -> Self:
        """Move the clock."""
        self.now = moment
        return self

    def open_issue(
        self,
        login: str,
        title: str,
        body: str = "",
        labels: tuple[str, ...] = (),
        at: datetime | None = None,
        id: int | None = None,
    ) -> int:
        """Let a person open an issue through a form: its labels come with the form, so nobody drops them."""
        with self._acting(at):
            issue = self.state.open_issue(self.person(login, id), title, body, [], [])
            self.state.add_labels(
                self.state.bot, issue.number, [name for name in labels if name.lower() in self.state.labels]
            )
            return issue.number

    def open_pull_request(self, login: str, title: str, at: datetime | None = None) -> int:
        """Let a person open a pull request, which lists of issues show as well."""
        with self._acting(at):
            return self.state.open_issue(self.person(login), title, "", [], [], pull_request=True).number

    def comment(self, login: str, number: int, body: str, at: datetime | None = None, id: int | None = None) -> int:
        """Let a person comment; return the comment's id."""
        with self._acting(at):
            return self.state.add_comment(self.person(login, id), number, body).id

    def edit_comment(self, login: str, comment_id: int, body: str, at: datetime | None = None) -> None:
        """Let a person change a comment."""
        with self._acting(at):
            self.state.edit_comment(self.person(login), comment_id, body)

    def delete_comment(self, login: str, comment_id: int, at: datetime | None = None) -> None:
        """Let a person delete a comment."""
        with self._acting(at):
            self.state.delete_comment(self.person(login), comment_id)

    def edit_issue(self, login: str, number: int, at: datetime | None = None, **changes: Any) -> None:
        """Let a person change title or body."""
        with self._acting(at):
            self.state.edit_issue(self.person(login), number, changes)

    def close(self, login: str, number: int, reason: str = "completed", at: datetime | None = None) -> None:
        """Let a person close an issue."""
        self.edit_issue(login, number, at, state="closed", state_reason=reason)

    def reopen(self, login: str, number: int, at: datetime | None = None) -> None:
        """Let a person open an issue again."""
        self.edit_issue(login, number, at, state="open")

    def delete_issue(self, number: int) -> None:
        """Let an administrator delete an issue."""
        self.state.issues[number].deleted = True

    def transfer_issue(self, number: int) -> None:
        """Let an administrator move an issue to another repository."""
        self.state.issues[number].transferred = True

    def delete_account(self, login: str) -> None:
        """Let a person leave; what they wrote becomes the ghost's."""
        self.person(login).gone = True

    def rename_account(self, login: str, new: str) -> None:
        """Let a person take another login; the id stays, and somebody else may take the old one."""
        self.person(login).login = new

    def rename(self, name: str) -> None:
        """Give the repository another name; the old one answers with a redirection."""
        self.state.former_names.append(self.state.full_name)
        self.state.name = name

    def ran(self, workflow: str, conclusion: str = "success", at: datetime | None = None) -> None:
        """Let a workflow have run to an end."""
        with self._acting(at):
            self.state.runs.append(WorkflowRun(self.state.next_id(), workflow, conclusion, self.state.now()))

    def commit(self, login: str, path: str, at: datetime | None = None) -> None:
        """Let someone have changed a file of the main branch."""
        number = self.state.next_id()
        self.state.commits.append(Commit(f"{number:040x}", self.state.account(login), path, at or self.state.now()))

    # What tests look at, and what they let go wrong.

    def thread(self, number: int) -> dict[str, Any]:
        """Return an issue with its comments, as stored threads are."""
        issue = self.state.issue(number)
        return json.loads(
            json.dumps(
                {"issue": self.shapes.issue(issue), "comments": [self.shapes.comment(one) for one in issue.comments]}
            )
        )

    def bot_comments(self, number: int) -> list[str]:
        """Return the texts of the bot's comments on an issue."""
        return [one.body for one in self.state.issue(number).comments if one.author.id == BOT_ID]

    def event(
        self, action: str, number: int, comment_id: int | None = None, login: str | None = None
    ) -> dict[str, Any]:
        """Return what the workflow would find in its event file: "opened", "closed" ..., or of a comment "created", "edited"."""
        issue = self.state.issue(number)
        comment = self.state.comment(comment_id) if comment_id else None
        sender = self.person(login) if login else comment.author if comment else issue.author
        app = {"performed_via_github_app": None}
        event = {
            "action": action,
            "issue": {**self.shapes.issue(issue), **app},
            "repository": self._event_repository(),
            "sender": self.shapes.user(sender),
        }
        if comment:
            event["comment"] = self.shapes.comment(comment)
        if action == "edited":
            event["changes"] = {}
        return json.loads(json.dumps(event))

    def _event_repository(self) -> dict[str, Any]:
        shape = self.shapes.repository()
        later = {
            "network_count",
            "subscribers_count",
            "organization",
            "parent",
            "source",
            "template_repository",
            "security_and_analysis",
            "temp_clone_token",
        }
        return {**{key: value for key, value in shape.items() if key not in later}, "custom_properties": {}}

    def fail(self, fault: Fault, on: str = "*", skip: int = 0, times: int = 1, written: bool = False) -> None:
        """Let requests fail from now on; see Fault."""
        self.faults.append(replace(fault, on=on, skip=skip, times=times, written=written or fault.written))

    def restart(self) -> None:
        """Come back after dying, with everything that was done by then."""
        self.dead = False

    def sleep(self, seconds: float) -> None:
        """Let time pass on the fake's clock alone; for clients that can be told how to wait."""
        self.slept.append(seconds)
        self.now += timedelta(seconds=seconds)

    def calls(self, method: str = "", part: str = "") -> list[Exchange]:
        """Return the exchanges with this method whose path holds this part."""
        return [one for one in self.exchanges if method in ("", one.method) and part in one.path]

    def _acting(self, at: datetime | None) -> threading.RLock:
        if at:
            self.now = at
        return self._lock

    # The server's side.

    def exchange(
        self, method: str, target: str, headers: dict[str, str], body: Any
    ) -> tuple[Answer | None, dict[str, str]]:
        """Answer one request; None cuts the connection. The second part are the headers every answer has."""
        with self._lock:
            path = urlsplit(target).path
            if self.dead:
                return None, {}
            fault = next((one for one in self.faults if one.strikes(method, path)), None)
            if fault and not fault.written:
                answer = self._failed(fault)
            else:
                answer = self._judged(method, target, headers, body)
                answer = self._failed(fault) if fault else answer
            self.exchanges.append(Exchange(method, target, answer.status if answer else 0, body))
            return answer, self._limits()

    def _failed(self, fault: Fault) -> Answer | None:
        self.dead = self.dead or fault.dies
        if fault.drop:
            return None
        if fault.reset_after is not None:
            self.used, self.resets = self.hourly, self.now + timedelta(seconds=fault.reset_after)
        return Answer(fault.status, fault.body, fault.headers)

    def _judged(self, method: str, target: str, headers: dict[str, str], body: Any) -> Answer:
        path = urlsplit(target).path
        numbered = path.startswith("/repositories/")
        named = self._named(path)
        judged = target.replace(path, named, 1)
        complaints = contract().request_complaints(method, judged, body)
        self.complaints += complaints
        try:
            answer = self._answer(
                method, named, urlsplit(target).query, headers, body, redirects=not numbered, malformed=complaints
            )
        except Refusal as refusal:
            answer = _refused(refusal)
        self.complaints += contract().response_complaints(method, named, answer.status, answer.body)
        return answer

    def _named(self, path: str) -> str:
        if not path.startswith("/repositories/"):
            return path
        _, _, number, *rest = path.split("/")
        name = {self.state.id: self.state.full_name, self.state.id + 1: f"{self.state.owner.login}/elsewhere"}.get(
            int(number), "nobody/nothing"
        )
        return "/".join([f"/repos/{name}", *rest])

    def _answer(
        self,
        method: str,
        path: str,
        query: str,
        headers: dict[str, str],
        body: Any,
        redirects: bool,
        malformed: list[str],
    ) -> Answer:
        actor = self._actor(headers)
        found = contract().operation(method, path)
        if self.now >= self.resets:
            self.used, self.resets = 0, self.now + timedelta(hours=1)
        if path == "/rate_limit":
            return Answer(200, self._rates())
        if self.used >= self.hourly:
            raise Refusal(403, "API rate limit exceeded for installation ID 1234.")
        self.used += 1
        if not found:
            raise Refusal(404, "Not Found")
        template, _, values = found
        ask = Ask(actor, values, dict(parse_qsl(query)), body, path)
        if template.startswith("/repos/"):
            name = f"{values['owner']}/{values['repo']}"
            if name.lower() in [one.lower() for one in self.state.former_names] and redirects:
                return self._moved(method, path, query, name)
            if (
                name == f"{self.state.owner.login}/elsewhere"
                and template.endswith("/{issue_number}")
                and method == "GET"
            ):
                return Answer(200, self.shapes.transferred(self.state.issues[int(values["issue_number"])]))
            if name.lower() != self.state.full_name.lower():
                raise Refusal(404, "Not Found")
            self._check_permission(actor, method, template, values)
        if malformed:
            raise Refusal(
                422,
                "Invalid request.",
                [{"resource": "Request", "code": "invalid", "message": one} for one in malformed],
            )
        answers = self.proposals if (method, template) in PROPOSALS else self.routes
        return answers.answer(method, template, ask)

    def _actor(self, headers: dict[str, str]) -> Account:
        if not headers.get("user-agent"):
            raise Refusal(
                403, "Request forbidden by administrative rules. Please make sure your request has a User-Agent header."
            )
        kind, _, token = headers.get("authorization", "").partition(" ")
        if kind.lower() not in ("token", "bearer") or token not in self.tokens:
            raise Refusal(401, "Bad credentials" if token else "Requires authentication")
        return self.tokens[token]

    def _check_permission(self, actor: Account, method: str, template: str, values: dict[str, str]) -> None:
        part = template.split("/")[4] if template.count("/") > 3 else "metadata"
        needed = "contents" if template.endswith("/merge") else NEEDS.get(part, "metadata")
        if actor.id == BOT_ID:
            level = self.permissions.get(needed, "none")
            if needed == "issues" and self._is_pull_request(values):
                # GitHub takes either permission for the conversation of a pull request.
                level = max(level, self.permissions.get("pull-requests", "none"), key=("none", "read", "write").index)
            if level == "none" or (method != "GET" and level != "write"):
                raise Refusal(403, "Resource not accessible by integration")

    def _is_pull_request(self, values: dict[str, str]) -> bool:
        number = int(values.get("issue_number", 0))
        if "comment_id" in values:
            number = self.state.comment(int(values["comment_id"])).number
        return number in self.state.issues and self.state.issues[number].pull_request

    def _moved(self, method: str, path: str, query: str, name: str) -> Answer:
        rest = path[len(f"/repos/{name}") :]
        location = f"{self.address}/repositories/{self.state.id}{rest}" + (f"?{query}" if query else "")
        body = {
            "message": "Moved Permanently",
            "url": location,
            "documentation_url": "https://docs.github.com/v3/#http-redirects",
        }
        return Answer(301 if method == "GET" else 307, body, {"Location": location})

    def _limits(self) -> dict[str, str]:
        return {
            "X-RateLimit-Limit": str(self.hourly), "X-RateLimit-Remaining": str(self.hourly - self.used), "X-RateLimit-Used": str(self.used),
            "X-RateLimit-Reset": str(int(self.resets.timestamp())), "X-RateLimit-Resource": "core",
            "Date": format_datetime(self.now.astimezone(UTC), usegmt=True), "X-GitHub-Media-Type": "github.v3; format=json",
        }  # fmt: skip

    def _rates(self) -> dict[str, Any]:
        rate = {
            "limit": self.hourly,
            "used": self.used,
            "remaining": self.hourly - self.used,
            "reset": int(self.resets.timestamp()),
        }
        return {"resources": {"core": rate, "search": rate}, "rate": rate}


def _refused(refusal: Refusal) -> Answer:
    body = {
        "message": refusal.message,
        "documentation_url": "https://docs.github.com/rest",
        "status": str(refusal.status),
    }
    headers = {"X-Accepted-GitHub-Permissions": "issues=write"} if "by integration" in refusal.message else {}
    return Answer(refusal.status, {**body, "errors": refusal.errors} if refusal.errors else body, headers)


class _Handler(BaseHTTPRequestHandler):
    github: FakeGitHub
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1

    def _exchange(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        sent = self.rfile.read(length) if length else b""
        headers = {name.lower(): value for name, value in self.headers.items()}
        answer, common = self.github.exchange(self.command, self.path, headers, json.loads(sent) if sent else None)
        if answer is None:
            self.close_connection = True
            return
        text = isinstance(answer.body, str)
        body = b"" if answer.body is None else answer.body.encode() if text else json.dumps(answer.body).encode()
        self.send_response_only(answer.status)
        for name, value in {**common, **answer.headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.send_header("Content-Type", "text/html" if text else "application/json; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = _exchange

    def log_message(self, *arguments: object) -> None:
        pass
