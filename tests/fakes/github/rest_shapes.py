"""What the fake remembers, in the shapes of GitHub's REST API."""

import base64
import functools
import json
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

from tests.fakes.github.repository_state import (
    BOT_ID,
    Account,
    Comment,
    Commit,
    Event,
    Issue,
    Label,
    RepositoryState,
    WorkflowRun,
)

RECORDED = Path(__file__).parent / "recorded" / "get-repository.json"


class RestShapes:
    """Draws accounts, issues and the rest; `address` is where the fake answers."""

    def __init__(self, state: RepositoryState, address: str) -> None:
        self.state = state
        self.address = address

    @property
    def repository_url(self) -> str:
        """The repository's address."""
        return f"{self.address}/repos/{self.state.full_name}"

    def commit(self, commit: Commit) -> dict[str, Any]:
        """A commit in a list: who wrote it, and when."""
        url = f"{self.repository_url}/commits/{commit.sha}"
        git = {"name": commit.author.login, "email": "mail@example.org", "date": stamp(commit.at)}
        tree = {"sha": commit.sha, "url": url}
        return {
            "url": url, "sha": commit.sha, "node_id": "C_1", "html_url": url, "comments_url": f"{url}/comments",
            "author": self.user(commit.author), "committer": self.user(commit.author), "parents": [],
            "commit": {"url": url, "author": git, "committer": git, "message": "Update", "comment_count": 0, "tree": tree},
        }  # fmt: skip

    def user(self, account: Account | None) -> dict[str, Any] | None:
        """A simple user; a deleted account shows as the ghost."""
        if account is None:
            return None
        account = self.state.ghost if account.gone else account
        url = f"{self.address}/users/{account.login}"
        avatar = (
            "https://avatars.githubusercontent.com/in/15368?v=4"
            if account.id == BOT_ID
            else f"https://avatars.githubusercontent.com/u/{account.id}?v=4"
        )
        listed = ("followers", "subscriptions", "repos", "received_events")
        return {
            "login": account.login, "id": account.id, "node_id": _node("U", account.id), "avatar_url": avatar, "gravatar_id": "",
            "url": url, "html_url": f"https://github.com/{account.login}", "organizations_url": f"{url}/orgs",
            "following_url": f"{url}/following{{/other_user}}", "gists_url": f"{url}/gists{{/gist_id}}",
            "starred_url": f"{url}/starred{{/owner}}{{/repo}}", "events_url": f"{url}/events{{/privacy}}",
            **{f"{name}_url": f"{url}/{name}" for name in listed}, "type": account.type, "user_view_type": "public", "site_admin": False,
        }  # fmt: skip

    def public_user(self, account: Account) -> dict[str, Any]:
        """A user as their own page shows them."""
        unknown = dict.fromkeys(("company", "email", "hireable", "location", "bio", "twitter_username"))
        counts = dict.fromkeys(("public_gists", "public_repos", "followers", "following"), 0)
        times = {"created_at": "2020-01-01T00:00:00Z", "updated_at": "2020-01-01T00:00:00Z"}
        return {**self.user(account), "name": account.login, "blog": "", **unknown, **counts, **times}

    def repository(self) -> dict[str, Any]:
        """The whole repository: a recorded answer of GitHub's with other names in it."""
        text = (
            _recorded_repository()
            .replace("https://api.github.com", self.address)
            .replace("octokit-fixture-org/hello-world", self.state.full_name)
        )
        opened = sum(issue.state == "open" for issue in self.state.issues.values())
        owner = self.user(self.state.owner)
        return {
            **json.loads(text), "id": self.state.id, "node_id": _node("R", self.state.id), "name": self.state.name, "owner": owner, "organization": owner,
            "has_issues": self.state.has_issues, "archived": self.state.archived, "open_issues": opened, "open_issues_count": opened,
            "has_discussions": False,
        }  # fmt: skip

    def label(self, label: Label) -> dict[str, Any]:
        """A label of the repository."""
        return {
            "id": label.id, "node_id": _node("LA", label.id), "url": f"{self.repository_url}/labels/{quote(label.name)}", "name": label.name,
            "color": label.color, "default": False, "description": label.description,
        }  # fmt: skip

    def issue(self, issue: Issue, listed: bool = False) -> dict[str, Any]:
        """An issue. In a list GitHub leaves `closed_by` out, as its recorded answers show."""
        url = f"{self.repository_url}/issues/{issue.number}"
        kind = "pull" if issue.pull_request else "issues"
        page = f"https://github.com/{self.state.full_name}/{kind}/{issue.number}"
        shape = {
            "url": url, "repository_url": self.repository_url, "labels_url": f"{url}/labels{{/name}}", "comments_url": f"{url}/comments",
            "events_url": f"{url}/events", "html_url": page, "id": issue.id, "node_id": _node("I", issue.id), "number": issue.number,
            "title": issue.title, "user": self.user(issue.author), "labels": [self.label(self.state.labels[name.lower()]) for name in issue.labels],
            "state": issue.state, "locked": issue.locked, "assignee": self.user(issue.assignees[0]) if issue.assignees else None,
            "assignees": [self.user(one) for one in issue.assignees], "milestone": None, "comments": len(issue.comments),
            "created_at": stamp(issue.created), "updated_at": stamp(issue.updated), "closed_at": stamp(issue.closed_at),
            "author_association": self._association(issue.author), "type": None, "active_lock_reason": issue.lock_reason,
            "sub_issues_summary": {"total": 0, "completed": 0, "percent_completed": 0},
            "issue_dependencies_summary": {"blocked_by": 0, "total_blocked_by": 0, "blocking": 0, "total_blocking": 0},
            "body": issue.body, "closed_by": self.user(issue.closed_by), "reactions": _reactions(url), "timeline_url": f"{url}/timeline",
            "performed_via_github_app": self._app(issue.author), "state_reason": issue.state_reason,
        }  # fmt: skip
        if listed:
            del shape["closed_by"]
        if issue.pull_request:
            pull = f"{self.repository_url}/pulls/{issue.number}"
            shape["pull_request"] = {
                "url": pull,
                "html_url": page,
                "diff_url": f"{page}.diff",
                "patch_url": f"{page}.patch",
                "merged_at": None,
            }
        return shape

    def transferred(self, issue: Issue) -> dict[str, Any]:
        """An issue as it stands in the repository to which it was moved."""
        shape = json.dumps(self.issue(issue)).replace(self.state.full_name, f"{self.state.owner.login}/elsewhere")
        return {**json.loads(shape), "number": 1}

    def reaction(self, one: tuple[int, Account, str, datetime]) -> dict[str, Any]:
        """A reaction to a comment."""
        number, by, content, at = one
        return {
            "id": number,
            "node_id": _node("REA", number),
            "user": self.user(by),
            "content": content,
            "created_at": stamp(at),
        }

    def comment(self, comment: Comment) -> dict[str, Any]:
        """A comment."""
        url = f"{self.repository_url}/issues/comments/{comment.id}"
        kind = "pull" if self.state.issues[comment.number].pull_request else "issues"
        return {
            "url": url, "html_url": f"https://github.com/{self.state.full_name}/{kind}/{comment.number}#issuecomment-{comment.id}",
            "issue_url": f"{self.repository_url}/issues/{comment.number}", "id": comment.id, "node_id": _node("IC", comment.id),
            "user": self.user(comment.author), "created_at": stamp(comment.created), "updated_at": stamp(comment.updated), "body": comment.body,
            "author_association": self._association(comment.author), "reactions": _reactions(url, comment), "performed_via_github_app": self._app(comment.author),
        }  # fmt: skip

    def event(self, event: Event) -> dict[str, Any]:
        """Something that happened to an issue."""
        shape = {
            "id": event.id, "node_id": _node("E", event.id), "url": f"{self.repository_url}/issues/events/{event.id}", "actor": self.user(event.actor),
            "event": event.event, "commit_id": None, "commit_url": None, "created_at": stamp(event.at), "performed_via_github_app": None,
            "issue": self.issue(self.state.issues[event.number], listed=True),
        }  # fmt: skip
        if event.label:
            shape["label"] = {"name": event.label, "color": self.state.labels[event.label.lower()].color}
        if event.assignee:
            shape |= {"assignee": self.user(event.assignee), "assigner": self.user(event.actor)}
        return shape

    def workflow_run(self, run: WorkflowRun) -> dict[str, Any]:
        """A finished run of a workflow, on the branch that is published."""
        url = f"{self.repository_url}/actions/runs/{run.id}"
        commit, ended = "7638417db6d59f3c431d3e1f261cc637155684cd", stamp(run.ended)
        person = {"name": "A maintainer", "email": "maintainer@example.org"}
        minimal = self.repository()
        addresses = ("jobs", "logs", "artifacts", "cancel", "rerun")
        return {
            "id": run.id, "node_id": _node("WFR", run.id), "name": run.workflow, "head_branch": "main", "head_sha": commit, "run_number": 1,
            "display_title": run.workflow, "event": "schedule", "status": "completed", "conclusion": run.conclusion, "path": f".github/workflows/{run.workflow}",
            "workflow_id": 159038, "url": url, "html_url": f"https://github.com/{self.state.full_name}/actions/runs/{run.id}", "pull_requests": [],
            "created_at": ended, "updated_at": ended, "run_started_at": ended, **{f"{name}_url": f"{url}/{name}" for name in addresses},
            "check_suite_url": f"{self.repository_url}/check-suites/{run.id}", "workflow_url": f"{self.repository_url}/actions/workflows/159038",
            "head_commit": {"id": commit, "tree_id": commit, "message": "A change", "timestamp": ended, "author": person, "committer": person},
            "head_repository": minimal, "repository": minimal,
        }  # fmt: skip

    def _association(self, account: Account) -> str:
        if account is self.state.owner:
            return "OWNER"
        return "COLLABORATOR" if self.state.roles.get(account.id) else "NONE"

    def _app(self, account: Account) -> dict[str, Any] | None:
        if account.id != BOT_ID:
            return None
        owner = self.user(Account(9919, "github", "Organization"))
        return {
            "id": 15368, "client_id": "Iv1.05c79e9ad1f6bdfa", "slug": "github-actions", "node_id": "MDM6QXBwMTUzNjg=", "owner": owner,
            "name": "GitHub Actions", "description": "Automate your workflow from idea to production", "external_url": "https://help.github.com/en/actions",
            "html_url": "https://github.com/apps/github-actions", "created_at": "2018-07-30T09:30:17Z", "updated_at": "2025-01-01T00:00:00Z",
            "permissions": {"issues": "write", "metadata": "read"}, "events": ["workflow_dispatch"],
        }  # fmt: skip


def stamp(time: datetime | None) -> str | None:
    """A time as GitHub writes it."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ") if time else None


def _node(kind: str, id: int) -> str:
    return f"{kind}_{base64.urlsafe_b64encode(str(id).encode()).decode().rstrip('=')}"


def _reactions(url: str, comment: Comment | None = None) -> dict[str, Any]:
    given = [content for _id, _by, content, _at in comment.reactions] if comment else []
    kinds = ("+1", "-1", "laugh", "hooray", "confused", "heart", "rocket", "eyes")
    return {
        "url": f"{url}/reactions",
        "total_count": len(given),
        **{content: given.count(content) for content in kinds},
    }


@functools.cache
def _recorded_repository() -> str:
    return json.dumps(json.loads(RECORDED.read_text(encoding="utf-8"))[0]["response"])
