"""The fake GitHub keeps GitHub's rules, and PyGithub, used plainly as its makers mean it, finds nothing odd about it."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from github import Auth, Github, GithubException, GithubRetry, RateLimitExceededException, UnknownObjectException

from generator.requests.lifecycle.thread import thread_of
from tests.e2e.forge.test_fake_calibration import webhook_schema
from tests.fakes.github.contract import contract, validator
from tests.fakes.github.fake_github import START, FakeGitHub
from tests.fakes.github.faults import dropped, primary_limit, secondary_limit, server_error
from tests.fakes.github.repository_state import Refusal


@pytest.fixture
def fake() -> Iterator[FakeGitHub]:
    """A fake GitHub whose every exchange is judged."""
    with FakeGitHub() as github:
        yield github


def client(fake: FakeGitHub, token: str = "", **options: object) -> Github:
    """PyGithub itself, in a hurry."""
    return Github(
        auth=Auth.Token(token or fake.token),
        base_url=fake.address,
        **{"retry": None, "seconds_between_requests": 0, "seconds_between_writes": 0, **options},
    )


def test_pygithub_tells_a_whole_story(fake: FakeGitHub) -> None:
    """Opening, commenting, editing, labelling, assigning, closing, reopening and locking come back as they were said."""
    repository = client(fake).get_repo(fake.repository)
    issue = repository.create_issue("A mentor, please", body="Hello", labels=["kind: direct"])
    comment = issue.create_comment("Welcome")
    comment.edit("Welcome, Ada")
    issue.add_to_labels("state: waiting", "kind: direct")
    issue.remove_from_labels("kind: direct")
    fake.person("cora", role="maintain")
    issue.add_to_assignees("cora")
    issue.edit(state="closed", state_reason="not_planned")
    issue.lock("resolved")
    again = client(fake).get_repo(fake.repository).get_issue(issue.number)
    assert (again.title, again.state, again.state_reason, again.locked, again.active_lock_reason) == (
        "A mentor, please",
        "closed",
        "not_planned",
        True,
        "resolved",
    )
    assert [label.name for label in again.labels] == ["state: waiting"]
    assert [one.login for one in again.assignees] == ["cora"]
    assert [one.body for one in again.get_comments()] == ["Welcome, Ada"]
    assert again.closed_by.login == "github-actions[bot]"
    issue.unlock()
    issue.edit(state="open")
    comment.delete()
    again = repository.get_issue(issue.number)
    assert (again.state, again.locked, again.comments, again.closed_by) == ("open", False, 0, None)


@pytest.mark.parametrize("count", [2, 3, 4, 7])
def test_pygithub_turns_every_page(fake: FakeGitHub, count: int) -> None:
    """Issues along a cursor and comments by page number come complete and in order, whatever the page's size."""
    for number in range(count):
        fake.open_issue("ada", f"{number}")
        fake.comment("ada", 1, f"{number}")
    repository = client(fake, per_page=3).get_repo(fake.repository)
    assert [one.number for one in repository.get_issues(direction="asc")] == list(range(1, count + 1))
    assert [one.number for one in repository.get_issues()] == list(range(count, 0, -1))
    assert [one.body for one in repository.get_issue(1).get_comments()] == [str(number) for number in range(count)]
    assert [one.body for one in repository.get_issues_comments(sort="created", direction="desc")] == [
        str(number) for number in reversed(range(count))
    ]
    assert repository.get_issues_comments().totalCount == count


def test_pygithub_follows_a_renaming(fake: FakeGitHub) -> None:
    """The old name leads to the repository under its new one; a name that never was leads nowhere."""
    old = fake.repository
    client(fake, fake.token_of(fake.person("cora", role="admin").login)).get_repo(old).edit(name="mentors")
    assert client(fake).get_repo(old).full_name == "lodestar/mentors"
    with pytest.raises(UnknownObjectException):
        client(fake).get_repo("lodestar/never")


def test_pygithub_waits_out_limits_by_itself(fake: FakeGitHub) -> None:
    """PyGithub's own way of asking again understands the fake's limits and failures."""
    retry = GithubRetry(total=3, secondary_rate_wait=0, backoff_factor=0)
    repository = client(fake, retry=retry).get_repo(fake.repository)
    for fault in (secondary_limit(0), secondary_limit(None), server_error(502), dropped()):
        fake.fail(fault, on="GET *")
        assert list(repository.get_issues()) == []
    assert [one.status for one in fake.exchanges if one.status != 200] == [403, 403, 502, 0]


def test_pygithub_sees_the_hours_limit(fake: FakeGitHub) -> None:
    """Every answer counts the hour's requests down; at none left GitHub refuses, and an hour later it counts anew."""
    fake.hourly = 3
    github = client(fake)
    repository = github.get_repo(fake.repository)
    assert github.rate_limiting == (2, 3)
    assert (repository.get_labels().totalCount, repository.get_issues().totalCount) == (0, 0)
    with pytest.raises(RateLimitExceededException):
        list(repository.get_labels())
    assert client(fake).get_rate_limit().rate.remaining == 0
    fake.at(START + timedelta(hours=1))
    assert repository.get_labels().totalCount == 0


def test_what_an_outsider_adds_to_a_new_issue_is_dropped(fake: FakeGitHub) -> None:
    """Labels and assignees that an outsider names while opening an issue are gone without a word; a collaborator's stay."""
    fake.state.create_label("state: accepted")
    fake.person("cora", role="write")
    for login, kept in (("mallory", 0), ("cora", 1)):
        issue = (
            client(fake, fake.token_of(login))
            .get_repo(fake.repository)
            .create_issue("A", labels=["state: accepted"], assignees=["cora"])
        )
        assert (len(issue.labels), len(issue.assignees)) == (kept, kept)


def test_a_forms_labels_come_with_it_where_they_exist(fake: FakeGitHub) -> None:
    """An issue opened through a form has the form's labels, but none that the repository does not know."""
    fake.state.create_label("kind: direct")
    number = fake.open_issue("mallory", "A", labels=("kind: direct", "unknown"))
    assert [one["name"] for one in fake.thread(number)["issue"]["labels"]] == ["kind: direct"]


def test_outsiders_may_touch_only_what_is_theirs(fake: FakeGitHub) -> None:
    """An outsider closes, edits and reopens what they opened and closed themselves, and is refused everywhere else."""
    mine, other = fake.open_issue("mallory", "mine"), fake.open_issue("ada", "hers")
    comment = fake.comment("ada", other, "hello")
    repository = client(fake, fake.token_of("mallory")).get_repo(fake.repository)
    repository.get_issue(mine).edit(state="closed")
    repository.get_issue(mine).edit(state="open", title="still mine")
    refused = [
        lambda: repository.get_issue(other).edit(state="closed"),
        lambda: repository.get_issue(other).get_comment(comment).edit("changed"),
        lambda: repository.get_issue(mine).add_to_labels("state: accepted"),
        lambda: repository.get_issue(mine).add_to_assignees("mallory"),
        lambda: repository.get_issue(mine).lock("spam"),
        lambda: repository.create_label("x", "ffffff"),
        lambda: repository.get_collaborator_permission("ada"),
    ]
    for attempt in refused:
        with pytest.raises(GithubException) as caught:
            attempt()
        assert caught.value.status == 403
    fake.close("github-actions[bot]", mine)
    with pytest.raises(Refusal):
        fake.reopen("mallory", mine)


def test_assignment_opens_with_the_first_word(fake: FakeGitHub) -> None:
    """Somebody without a role can be assigned where they wrote, and nowhere else; asking beforehand tells the same."""
    first, second = fake.open_issue("ada", "1"), fake.open_issue("ada", "2")
    repository = client(fake).get_repo(fake.repository)
    fake.person("grace")
    fake.comment("grace", first, "I can help")
    for number, assigned in ((first, ["grace"]), (second, [])):
        issue = repository.get_issue(number)
        issue.add_to_assignees("grace")
        assert [one.login for one in issue.assignees] == assigned
    fake.person("cora", role="triage")
    assert [repository.has_in_assignees(login) for login in ("grace", "cora", "nobody")] == [False, True, False]


def test_a_locked_issue_is_closed_to_the_bot_too(fake: FakeGitHub) -> None:
    """Only collaborators write in a locked issue, and the workflow's token is none."""
    number = fake.open_issue("ada", "A")
    fake.person("cora", role="write")
    fake.state.lock(fake.state.bot, number, "spam")
    for login in ("ada", "github-actions[bot]"):
        with pytest.raises(Refusal, match="locked"):
            fake.comment(login, number, "x")
    assert fake.comment("cora", number, "closing words")


@pytest.mark.parametrize("length", [65536, 65537])
def test_texts_end_at_the_limit(fake: FakeGitHub, length: int) -> None:
    """A comment of 65,536 characters is taken, one more is refused with 422."""
    issue = client(fake).get_repo(fake.repository).get_issue(fake.open_issue("ada", "A"))
    if length > 65536:
        with pytest.raises(GithubException) as caught:
            issue.create_comment("ä" * length)
        assert caught.value.status == 422
        assert "too long" in caught.value.data["errors"][0]["message"]
    else:
        assert len(issue.create_comment("ä" * length).body) == length


def test_gone_moved_and_switched_off_have_their_own_answers(fake: FakeGitHub) -> None:
    """A deleted issue is 410, a transferred one leads elsewhere, and a repository without issues is 410 everywhere."""
    deleted, moved = fake.open_issue("ada", "1"), fake.open_issue("ada", "2")
    fake.delete_issue(deleted)
    fake.transfer_issue(moved)
    repository = client(fake).get_repo(fake.repository)
    with pytest.raises(GithubException) as caught:
        repository.get_issue(deleted)
    assert caught.value.status == 410
    assert repository.get_issue(moved).raw_data["repository_url"].endswith("/lodestar/elsewhere")
    fake.state.has_issues = False
    with pytest.raises(GithubException) as caught:
        list(repository.get_issues())
    assert (caught.value.status, caught.value.data["message"]) == (410, "Issues are disabled for this repo")


def test_labels_of_the_repository_follow_their_issues(fake: FakeGitHub) -> None:
    """A label renamed or deleted is so on every issue; capitals tell no labels apart; a second of the same name is refused."""
    repository = client(fake).get_repo(fake.repository)
    label = repository.create_label("State: Open", "00ff00", "described")
    issue = repository.get_issue(fake.open_issue("ada", "A"))
    issue.add_to_labels("state: open")
    with pytest.raises(GithubException):
        repository.create_label("state: open", "ffffff")
    label.edit("state: waiting", "ff0000")
    assert [one.name for one in repository.get_issue(1).labels] == ["state: waiting"]
    repository.get_label("state: waiting").delete()
    assert repository.get_issue(1).labels == []


def test_a_workflow_can_be_asked_for(fake: FakeGitHub) -> None:
    """A dispatch is remembered, and refused to a token without the permission for it."""
    requester = client(fake).requester
    address = f"/repos/{fake.repository}/actions/workflows/site.yml/dispatches"
    requester.requestJsonAndCheck("POST", address, input={"ref": "main"})
    assert fake.state.dispatched == [{"workflow": "site.yml", "ref": "main"}]
    fake.permissions["actions"] = "none"
    with pytest.raises(GithubException, match="Resource not accessible by integration"):
        requester.requestJsonAndCheck("POST", address, input={"ref": "main"})


def test_people_have_numbers_that_outlive_their_logins(fake: FakeGitHub) -> None:
    """A renamed account keeps its number, another may take the login, and a deleted one becomes the ghost."""
    number = fake.open_issue("ada", "A", id=42)
    fake.rename_account("ada", "ada-l")
    assert fake.person("ada").id != 42
    assert thread_of(fake.thread(number)).author.login == "ada-l"
    fake.delete_account("ada-l")
    assert thread_of(fake.thread(number)).author.login == "ghost"


def test_a_dead_github_keeps_what_was_done(fake: FakeGitHub) -> None:
    """After dying in the middle of a write nothing answers, and after a restart everything written is there."""
    issue = client(fake).get_repo(fake.repository).get_issue(fake.open_issue("ada", "A"))
    fake.fail(dropped(written=True, dies=True), on="write", skip=1)
    issue.create_comment("one")
    for attempt in (lambda: issue.create_comment("two"), lambda: issue.create_comment("three"), lambda: issue.update()):
        with pytest.raises(OSError):
            attempt()
    fake.restart()
    assert fake.bot_comments(1) == ["one", "two"]
    assert client(fake).get_repo(fake.repository).get_issue(1).comments == 2


@pytest.mark.parametrize(
    ("method", "path", "body", "told"),
    [
        ("GET", "/repos/lodestar/directory/issues?state=ajar", None, "query parameter 'state'"),
        ("GET", "/repos/lodestar/directory/issues?stat=open", None, "unknown query parameter 'stat'"),
        ("POST", "/repos/lodestar/directory/issues/1/comments", {"text": "x"}, '"body" is a required property'),
        ("PATCH", "/repos/lodestar/directory/issues/1", {"state": "shut"}, "body"),
        ("PATCH", "/repos/lodestar/directory/issues/1", {"stat": "closed"}, "unknown key 'stat'"),
        ("PUT", "/repos/lodestar/directory/issues/1/lock", {"lock_reason": "noise"}, "body"),
        ("GET", "/repos/lodestar/directory/forks", None, "not in our part"),
    ],
)
def test_a_wrong_request_is_complained_of(method: str, path: str, body: object, told: str) -> None:
    """A client that sends what GitHub's description does not allow fails its test, with the reason."""
    fake = FakeGitHub()
    with pytest.raises(AssertionError, match=told), fake:
        fake.open_issue("ada", "A")
        fake.exchange(method, path, {"authorization": f"Bearer {fake.token}", "user-agent": "test"}, body)


def test_a_wrong_answer_is_complained_of() -> None:
    """A fake that drifts from GitHub's description is found out, whatever field is lost or changed."""
    with FakeGitHub() as fake:
        fake.open_issue("ada", "A")
        whole = fake.thread(1)["issue"]
    path = "/repos/lodestar/directory/issues/1"
    assert contract().response_complaints("GET", path, 200, whole) == []
    for wrong in (
        {key: value for key, value in whole.items() if key != "user"},
        {**whole, "number": "1"},
        {**whole, "created_at": "yesterday"},
        [],
    ):
        assert contract().response_complaints("GET", path, 200, wrong)
    assert contract().response_complaints("GET", path, 202, whole) == [
        f"GET {contract().operation('GET', path)[0]} -> 202: an undescribed status"
    ]


@pytest.mark.parametrize("action", ["opened", "edited", "closed", "reopened"])
def test_events_of_issues_are_as_github_sends_them(fake: FakeGitHub, action: str) -> None:
    """The event that the fake tells a workflow of fits GitHub's description of webhooks."""
    number = fake.open_issue("ada", "A", "B")
    if action == "closed":
        fake.close("ada", number)
    event = fake.event(action, number)
    assert [error.message for error in validator(webhook_schema("issues", action)).iter_errors(event)] == []
    assert event["sender"]["login"] == "ada"


@pytest.mark.parametrize("action", ["created", "edited", "deleted"])
def test_events_of_comments_are_as_github_sends_them(fake: FakeGitHub, action: str) -> None:
    """The event of a comment fits GitHub's description of webhooks, and is sent by whoever wrote it."""
    number = fake.open_issue("ada", "A", "B")
    event = fake.event(action, number, fake.comment("grace", number, "/accept"))
    assert [error.message for error in validator(webhook_schema("issue_comment", action)).iter_errors(event)] == []
    assert (event["sender"]["login"], event["comment"]["body"]) == ("grace", "/accept")


def test_a_primary_limit_names_its_end(fake: FakeGitHub) -> None:
    """A limit chosen by a test sets the headers that name its end, on the fake's own clock."""
    fake.fail(primary_limit(90), on="GET */issues")
    with pytest.raises(RateLimitExceededException) as caught:
        list(client(fake).get_repo(fake.repository).get_issues())
    assert caught.value.headers["x-ratelimit-remaining"] == "0"
    assert int(caught.value.headers["x-ratelimit-reset"]) == int(START.timestamp()) + 90
