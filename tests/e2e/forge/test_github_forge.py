"""The forge at GitHub, against the fake one: what it reads, what it does, and how few requests it needs."""

import logging
from collections.abc import Iterator
from datetime import timedelta

import pytest

from generator.forge.github import GitHubForge, github_forge
from generator.requests.lifecycle.actions import Action
from generator.requests.lifecycle.thread import thread_of
from tests.fakes.github.fake_github import START, FakeGitHub
from tests.fakes.github.faults import dropped
from tests.fakes.github.routes import REPO, ROUTES, Answer, Ask, Routes

HOUR = timedelta(hours=1)


@pytest.fixture
def fake() -> Iterator[FakeGitHub]:
    """A fake GitHub; the test fails when one exchange is not as GitHub describes it."""
    with FakeGitHub() as github:
        yield github


def forge_at(fake: FakeGitHub, repository: str = "", token: str = "") -> GitHubForge:
    """The forge of the fake's repository; it waits on the fake's clock alone."""
    return github_forge(
        repository or fake.repository, token or fake.token, fake.address, seconds_between_writes=0, sleep=fake.sleep
    )


def numbers(forge: GitHubForge, **options: object) -> list[int]:
    """The numbers of the threads the forge yields."""
    return [one["issue"]["number"] for one in forge.threads(options.get("closed_since"))]


def test_a_thread_comes_as_github_has_it(fake: FakeGitHub) -> None:
    """One thread is the issue and all its comments, in the very shapes of the API, over as many pages as there are."""
    number = fake.open_issue("ada", "A mentor, please", "Hello", id=7)
    for count in range(101):
        fake.comment("bob" if count % 2 else "ada", number, f"word {count}", at=START + timedelta(minutes=count))
    stored = forge_at(fake).thread(number)
    assert stored == fake.thread(number)
    thread = thread_of(stored)
    assert (thread.author.id, len(thread.comments), thread.comments[-1].body) == (7, 101, "word 100")
    assert len(fake.calls("GET", "/comments")) == 2
    assert fake.calls("GET", "/repositories/")


def test_what_is_no_thread_is_none(fake: FakeGitHub) -> None:
    """A pull request, an unknown number, a deleted and a transferred issue are no threads."""
    pull, deleted, moved = fake.open_pull_request("eve", "Me"), fake.open_issue("ada", "A"), fake.open_issue("ada", "B")
    fake.delete_issue(deleted)
    fake.transfer_issue(moved)
    forge = forge_at(fake)
    assert [forge.thread(number) for number in (pull, deleted, moved, 99)] == [None] * 4
    assert not fake.calls("GET", "/comments")


def test_threads_are_the_open_ones_and_those_closed_lately(fake: FakeGitHub) -> None:
    """The open threads come whatever their age, closed ones since they changed, pull requests never, in order, each once."""
    old, pull, late, still = (
        fake.open_issue("ada", "1"),
        fake.open_pull_request("eve", "2"),
        fake.open_issue("ada", "3"),
        fake.open_issue("bob", "4"),
    )
    fake.close("ada", old, at=START + HOUR)
    fake.close("ada", late, at=START + 3 * HOUR)
    assert numbers(forge_at(fake), closed_since=START + 2 * HOUR) == [late, still]
    assert numbers(forge_at(fake)) == [old, late, still]
    assert pull not in numbers(forge_at(fake))


def test_every_listed_thread_equals_the_thread_read_alone(fake: FakeGitHub) -> None:
    """Lists leave out who closed an issue, and give the comments of all issues mixed; what the forge yields lacks nothing."""
    for count in range(6):
        number = fake.open_issue("ada", f"{count}", at=START + count * HOUR)
        fake.comment("bob", number, "/accept")
        fake.comment("ada", number, "thanks")
    fake.comment("eve", fake.open_pull_request("eve", "mine"), "not a request")
    for number, login in ((1, "ada"), (2, "ada"), (3, "ada")):
        fake.close(login, number)
    fake.person("cora", role="write")
    fake.reopen("cora", 2)
    fake.close("cora", 2, reason="not_planned")
    found = list(forge_at(fake).threads(None))
    assert found == [fake.thread(number) for number in range(1, 7)]
    assert [one["issue"]["closed_by"] and one["issue"]["closed_by"]["login"] for one in found] == [
        "ada",
        "cora",
        "ada",
        None,
        None,
        None,
    ]


def test_many_threads_take_few_requests(fake: FakeGitHub) -> None:
    """250 threads with 500 comments and 40 of them closed are read with 12 requests, not with one for each thread."""
    for count in range(250):
        number = fake.open_issue("ada", f"{count}", at=START + timedelta(minutes=count))
        fake.comment("bob", number, "one")
        fake.comment("ada", number, "two")
    for number in range(1, 41):
        fake.close("ada", number)
    found = list(forge_at(fake).threads(None))
    assert (len(found), sum(len(one["comments"]) for one in found)) == (250, 500)
    assert all(one["issue"]["closed_by"]["login"] == "ada" for one in found[:40])
    assert len(fake.exchanges) <= 12


def test_few_talks_among_many_are_asked_for_one_by_one(fake: FakeGitHub) -> None:
    """When the list of all comments is longer than the threads wanted, they are asked for each by itself."""
    first = fake.open_issue("ada", "old and open")
    fake.comment("ada", first, "hello")
    busy = fake.open_issue("eve", "closed long ago")
    for count in range(350):
        fake.comment("eve", busy, f"{count}")
    fake.close("eve", busy)
    last = fake.open_issue("bob", "new and open", at=START + 2 * HOUR)
    fake.comment("bob", last, "hello")
    found = list(forge_at(fake).threads(START + HOUR))
    assert found == [fake.thread(first), fake.thread(last)]
    assert len(fake.calls("GET", "/issues/comments")) == 1
    assert len(fake.calls("GET", "/comments")) == 3


def test_a_comment_lost_between_pages_is_found(fake: FakeGitHub, monkeypatch: pytest.MonkeyPatch) -> None:
    """A comment deleted while its list is being read shifts the pages; the thread that came short is read again."""
    for count in range(3):
        number = fake.open_issue("ada", f"{count}")
        for word in range(60):
            fake.comment("ada", number, f"{word}")

    def shifted(routes: Routes, ask: Ask) -> Answer:
        answer = Routes.all_comments(routes, ask)
        kept = [one for one in answer.body if one["body"] != "59" or not one["issue_url"].endswith("/2")]
        return Answer(200, kept, answer.headers)

    monkeypatch.setitem(ROUTES, ("GET", f"{REPO}/issues/comments"), shifted)
    found = list(forge_at(fake).threads(None))
    assert [len(one["comments"]) for one in found] == [60, 60, 60]


@pytest.mark.parametrize("closed", [1, 3])
def test_closers_are_found_among_many_other_events(fake: FakeGitHub, closed: int) -> None:
    """Who closed what is known even when the list of events is far longer than the issues are many."""
    for count in range(3):
        fake.open_issue("ada", f"{count}")
    for number in range(1, closed + 1):
        fake.close("ada", number)
    for count in range(400):
        fake.state.add_labels(fake.state.bot, 3, [f"label {count}"])
    found = list(forge_at(fake).threads(None))
    assert [bool(one["issue"].get("closed_by")) for one in found] == [True] * closed + [False] * (3 - closed)
    assert len(fake.calls("GET", "/issues/events")) <= 1


def test_the_number_behind_a_login_is_asked_once(fake: FakeGitHub) -> None:
    """A login leads to its number, whatever its capitals; nobody's login leads to None; neither is asked for twice."""
    fake.person("Ada", 4711)
    forge = forge_at(fake)
    assert [
        forge.user_id("ada"),
        forge.user_id("ADA"),
        forge.user_id("nobody"),
        forge.user_id("nobody"),
        forge.user_id(""),
    ] == [4711, 4711, None, None, None]
    assert forge.user_id("github-actions[bot]") == 41898282
    assert len(fake.exchanges) == 3


def test_each_action_does_what_it_says(fake: FakeGitHub) -> None:
    """Every action leaves its mark on the issue, as the bot's own deed."""
    number = fake.open_issue("ada", "A mentor, please")
    forge = forge_at(fake)
    outcome = forge.perform(Action("comment", number, body="Hello"))
    comment = fake.thread(number)["comments"][0]
    assert (outcome.done, outcome.comment, comment["id"], comment["body"]) == (
        True,
        comment["id"],
        comment["id"],
        "Hello",
    )
    assert (comment["user"]["login"], comment["user"]["id"], comment["user"]["type"]) == (
        "github-actions[bot]",
        41898282,
        "Bot",
    )
    assert comment["performed_via_github_app"]["slug"] == "github-actions"
    assert forge.perform(Action("edit-comment", number, body="Hello again", comment=outcome.comment)).done
    assert forge.perform(Action("label", number, labels=("state: waiting", "kind/a b", "ümlaut"))).done
    assert forge.perform(Action("unlabel", number, labels=("kind/a b", "ümlaut", "never there"))).done
    assert forge.perform(Action("assign", number, logins=("Ada",))).done
    assert forge.perform(Action("close", number, reason="not_planned")).done
    thread = fake.thread(number)
    assert thread["comments"][0]["body"] == "Hello again"
    assert [label["name"] for label in thread["issue"]["labels"]] == ["state: waiting"]
    assert [one["login"] for one in thread["issue"]["assignees"]] == ["ada"]
    assert (thread["issue"]["state"], thread["issue"]["state_reason"], thread["issue"]["closed_by"]["type"]) == (
        "closed",
        "not_planned",
        "Bot",
    )
    assert forge.perform(Action("reopen", number)).done
    assert forge.perform(Action("lock", number, reason="spam")).done
    assert (fake.thread(number)["issue"]["state"], fake.thread(number)["issue"]["active_lock_reason"]) == (
        "open",
        "spam",
    )
    assert fake.bot_comments(number) == ["Hello again"]


@pytest.mark.parametrize(
    "action",
    [
        Action("edit-comment", 1, body="said", comment=2_900_000_002),
        Action("label", 1, labels=("a", "b")),
        Action("unlabel", 1, labels=("old",)),
        Action("assign", 1, logins=("ada",)),
        Action("close", 1),
        Action("reopen", 1),
        Action("lock", 1),
    ],
    ids=lambda action: action.action,
)
def test_doing_an_action_twice_leaves_the_same_as_once(fake: FakeGitHub, action: Action) -> None:
    """Every action but a new comment can be repeated: the second time is done as well, and changes nothing."""
    fake.state._last_id = 2_900_000_000
    fake.open_issue("ada", "A")
    fake.comment("ada", 1, "hi")
    fake.state.add_labels(fake.state.bot, 1, ["old"])
    forge = forge_at(fake)
    assert forge.perform(action).done
    once = fake.thread(1)
    assert forge.perform(action).done
    assert fake.thread(1) == once


@pytest.mark.parametrize("action", ["notify", "dispatch", "dance"])
def test_a_forge_does_only_a_forges_actions(fake: FakeGitHub, action: str) -> None:
    """Notifying and dispatching are somebody else's; asking a forge for them is a mistake in the program."""
    with pytest.raises(ValueError, match=action):
        forge_at(fake).perform(Action(action, 1))
    assert not fake.calls("POST")


def test_a_mentor_who_never_wrote_here_is_not_assigned(fake: FakeGitHub) -> None:
    """GitHub answers 201 and assigns nobody; the outcome says who was left out and why, and after a word from them it works."""
    number = fake.open_issue("ada", "A")
    fake.person("grace")
    fake.person("cora", role="triage")
    forge = forge_at(fake)
    outcome = forge.perform(Action("assign", number, logins=("grace", "cora")))
    assert (outcome.done, outcome.reason) == (
        False,
        "GitHub did not assign grace: only collaborators, and people who wrote in the issue, can be",
    )
    assert [one["login"] for one in fake.thread(number)["issue"]["assignees"]] == ["cora"]
    fake.comment("grace", number, "/accept")
    assert forge.perform(Action("assign", number, logins=("grace",))).done


def test_refusals_that_concern_one_issue_are_outcomes(fake: FakeGitHub) -> None:
    """What GitHub will not do for one issue is told in words and stops nothing else."""
    number, gone, locked = fake.open_issue("ada", "A"), fake.open_issue("ada", "B"), fake.open_issue("ada", "C")
    comment = fake.comment("ada", number, "soon gone")
    fake.delete_comment("ada", comment)
    fake.delete_issue(gone)
    fake.state.lock(fake.state.bot, locked, None)
    forge = forge_at(fake)
    told = {
        Action("edit-comment", number, body="x", comment=comment): "the comment is gone: someone deleted it",
        Action("comment", gone, body="x"): f"issue #{gone} is gone: it was deleted, or moved to another repository",
        Action("label", gone, labels=("a",)): f"issue #{gone} is gone: it was deleted, or moved to another repository",
        Action(
            "comment", locked, body="x"
        ): "the conversation is locked, and GitHub lets no workflow write there; unlock it to let the bot go on",
        Action("comment", number, body="x" * 65537): "the text is too long: GitHub takes at most 65,536 characters",
        Action("comment", number, body=" "): "GitHub would not do it: Validation Failed; Body cannot be blank",
        Action("label", number, labels=("x" * 51,)): "GitHub would not do it: Validation Failed; name invalid",
    }
    for action, reason in told.items():
        outcome = forge.perform(action)
        assert (outcome.done, outcome.reason, outcome.comment) == (False, reason, None)
    assert forge.perform(Action("comment", number, body="ö" * 65536)).done


def test_a_renamed_repository_is_read_and_written_as_before(fake: FakeGitHub) -> None:
    """Under its old name the repository is found, lists keep their filters, and what is written arrives."""
    for count in range(3):
        fake.open_issue("ada", f"{count}")
    fake.close("ada", 2)
    old = fake.repository
    fake.rename("mentors")
    forge = forge_at(fake, old)
    assert numbers(forge) == [1, 2, 3]
    assert forge.thread(1)["issue"]["number"] == 1
    assert forge.perform(Action("comment", 1, body="still here")).done
    assert fake.bot_comments(1) == ["still here"]
    assert [one.status for one in fake.exchanges].count(301) == 1


def test_nothing_is_asked_before_it_is_needed(fake: FakeGitHub) -> None:
    """Making a forge sends nothing, and neither does asking for threads before the first one is taken."""
    forge_at(fake).threads(None)
    assert not fake.exchanges


def test_the_token_is_in_no_log(fake: FakeGitHub, caplog: pytest.LogCaptureFixture) -> None:
    """With everything logged, troubles included, the token stands nowhere: not in a log, not in what the forge shows of itself."""
    caplog.set_level(logging.DEBUG)
    number = fake.open_issue("ada", "A")
    forge = forge_at(fake)
    fake.fail(dropped(), on="GET */issues/*")
    forge.thread(number)
    assert "issues/1" in caplog.text
    assert fake.token not in caplog.text
    assert fake.token not in repr(forge)


def test_writes_keep_the_distance_that_github_wants(fake: FakeGitHub, monkeypatch: pytest.MonkeyPatch) -> None:
    """By default a second lies between two writes, and none is lost between reads."""
    slept: list[float] = []
    monkeypatch.setattr("github.Requester.time.sleep", slept.append)
    number = fake.open_issue("ada", "A")
    forge = github_forge(fake.repository, fake.token, fake.address)
    forge.thread(number)
    for word in ("one", "two", "three"):
        forge.perform(Action("comment", number, body=word))
    assert len(slept) == 2
    assert all(0.5 < pause <= 1 for pause in slept)


def test_the_last_sweep_is_the_newest_run_that_went_well(fake: FakeGitHub) -> None:
    """When the sweep last ended well is told by GitHub's own runs: failed ones and other workflows do not count."""
    assert forge_at(fake).swept() is None
    for hours, workflow, conclusion in (
        (1, "sweep.yml", "success"),
        (2, "sweep.yml", "success"),
        (3, "sweep.yml", "failure"),
        (4, "site.yml", "success"),
    ):
        fake.ran(workflow, conclusion, at=START + hours * HOUR)
    forge = forge_at(fake)
    forge.mark_swept()
    assert forge.swept() == START + 2 * HOUR


def test_a_token_that_may_not_see_runs_leaves_the_last_sweep_untold(fake: FakeGitHub) -> None:
    """Without the permission to read runs nobody can tell when the last sweep was, and nothing fails."""
    fake.ran("sweep.yml")
    del fake.permissions["actions"]
    assert forge_at(fake).swept() is None


def test_the_board_lists_open_pull_requests_and_no_issue(fake: FakeGitHub) -> None:
    """Pull requests come by number with the time of their opening; issues, and what is merged, are not among them."""
    mia = fake.person("mia")
    first = fake.proposals.open_from_fork(mia, "My profile", "a" * 40)
    fake.open_issue("mia", "A request", "text")
    second = fake.proposals.open_from_fork(mia, "A typo", "b" * 40)
    gone = fake.proposals.open_from_fork(mia, "Merged already", "c" * 40)
    fake.proposals.merge(fake.person("cora", role="admin"), gone)
    found = list(forge_at(fake).pull_requests())
    assert [first, second] == [one.number for one in found]
    assert [fake.state.issues[number].created for number in (first, second)] == [one.opened for one in found]
