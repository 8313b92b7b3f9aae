"""What happens when GitHub limits, fails, forgets or says no: how long the forge waits, what it never does twice, and its words."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from generator.forge.github import GitHubForge, github_forge
from generator.forge.port import ForgeError
from generator.requests.lifecycle.actions import Action
from tests.fakes.github.fake_github import START, FakeGitHub
from tests.fakes.github.faults import (
    Fault,
    answered,
    bad_credentials,
    dropped,
    primary_limit,
    secondary_limit,
    server_error,
)

CARRIES_ON = "Nothing is lost: the next run goes on from here."


@pytest.fixture
def fake() -> Iterator[FakeGitHub]:
    """A fake GitHub with one open issue."""
    with FakeGitHub() as github:
        github.open_issue("ada", "A mentor, please")
        yield github


def forge_at(fake: FakeGitHub, repository: str = "", **options: object) -> GitHubForge:
    """The forge of the fake's repository; it waits on the fake's clock alone."""
    given = {"token": fake.token, "base_url": fake.address, "seconds_between_writes": 0, "sleep": fake.sleep, **options}
    return github_forge(repository or fake.repository, **given)


def trouble_of(forge: GitHubForge, action: Action | None = None) -> ForgeError:
    """The trouble that reading all threads, or an action, ends in."""
    with pytest.raises(ForgeError) as caught:
        forge.perform(action) if action else list(forge.threads(None))
    return caught.value


@pytest.mark.parametrize(
    ("fault", "waits"),
    [
        (server_error(500), [1]),
        (server_error(503), [1]),
        (dropped(), [1]),
        (secondary_limit(30), [30]),
        (secondary_limit(45, status=429), [45]),
        (secondary_limit(None), [60]),
        (secondary_limit(None, status=429), [60]),
        (primary_limit(120), [121]),
        (answered(403, "You have triggered an abuse detection mechanism."), [60]),
        (answered(403, "was submitted too quickly after another comment"), [60]),
        (Fault(200, "{ half an answ"), [1]),
    ],
    ids=lambda value: f"{value.status or 'dropped'}" if isinstance(value, Fault) else "",
)
@pytest.mark.parametrize("on", ["GET */issues*", "PATCH *"])
def test_what_passes_is_waited_for(fake: FakeGitHub, fault: Fault, waits: list[float], on: str) -> None:
    """A limit or a failure that passes costs just the wait that GitHub asks for, in reading as in writing."""
    forge = forge_at(fake)
    fake.fail(fault, on=on)
    assert len(list(forge.threads(None))) == 1
    assert forge.perform(Action("close", 1)).done
    assert fake.slept == waits
    assert fake.thread(1)["issue"]["state"] == "closed"


@pytest.mark.parametrize("on", ["GET */issues*", "PUT *"])
def test_failures_that_stay_end_in_a_passing_trouble(fake: FakeGitHub, on: str) -> None:
    """After five tries at growing distances GitHub's own trouble is believed, and a later run may fare better."""
    fake.fail(server_error(502), on=on, times=99)
    trouble = trouble_of(forge_at(fake), Action("lock", 1) if on.startswith("PUT") else None)
    assert fake.slept == [1, 2, 4, 8]
    assert trouble.passing
    assert (
        str(trouble)
        == f"GitHub has trouble of its own: it answered 502, also after 5 tries. https://www.githubstatus.com may say more. {CARRIES_ON}"
    )


def test_a_github_that_is_not_there_is_a_passing_trouble(fake: FakeGitHub) -> None:
    """When no connection can be made, the words say so without a single address or stack."""
    trouble = trouble_of(forge_at(fake, base_url="http://127.0.0.1:9"))
    assert trouble.passing
    assert (
        str(trouble)
        == f"GitHub gave no answer, also after 5 tries (the connection ended in ConnectionError). {CARRIES_ON}"
    )


def test_waiting_has_an_end_for_the_whole_run(fake: FakeGitHub) -> None:
    """All waits together stay within the patience of one run, however many requests are slowed down."""
    fake.fail(secondary_limit(40), on="GET */issues/*", times=99)
    forge = forge_at(fake, patience=100)
    with pytest.raises(ForgeError) as caught:
        for _ in range(9):
            forge.thread(1)
    assert fake.slept == [40, 40]
    assert caught.value.passing
    assert (
        str(caught.value)
        == f"GitHub asks for fewer requests at a time, and waiting for it would take longer than this run may. {CARRIES_ON}"
    )


def test_an_hour_used_up_is_not_waited_for(fake: FakeGitHub) -> None:
    """When the hour's requests are gone, the run ends at once and names the time from which there are new ones."""
    fake.hourly = 2
    forge = forge_at(fake)
    assert forge.thread(1)
    trouble = trouble_of(forge)
    assert trouble.passing
    assert not fake.slept
    assert (
        str(trouble)
        == f"The requests that GitHub allows in an hour are used up; there are new ones from 13:00 UTC on. {CARRIES_ON}"
    )
    fake.at(START + timedelta(hours=1))
    assert forge.thread(1)


def test_a_retry_after_of_nothing_is_no_endless_loop(fake: FakeGitHub) -> None:
    """A limit that says "at once" again and again is given up after five tries."""
    fake.fail(secondary_limit(0), times=99)
    assert trouble_of(forge_at(fake)).passing
    assert fake.slept == [0, 0, 0, 0]


@pytest.mark.parametrize("fault", [dropped(), server_error(502), server_error(504)], ids=["dropped", "502", "504"])
@pytest.mark.parametrize("written", [True, False])
@pytest.mark.parametrize("read_before", [True, False])
def test_a_comment_whose_answer_was_lost_is_written_once(
    fake: FakeGitHub, fault: Fault, written: bool, read_before: bool
) -> None:
    """Whether a comment arrived before the answer was lost or not, it stands there once, also beside an older one of the same words."""
    fake.state.add_comment(fake.state.bot, 1, "Reminder")
    forge = forge_at(fake)
    if read_before:
        forge.thread(1)
    fake.fail(fault, on="POST */comments", written=written)
    outcome = forge.perform(Action("comment", 1, body="Reminder"))
    assert fake.bot_comments(1) == ["Reminder", "Reminder"]
    assert outcome.comment == fake.thread(1)["comments"][-1]["id"]
    assert len(fake.calls("POST")) == (1 if written else 2)


def test_a_comment_limited_away_is_simply_sent_again(fake: FakeGitHub) -> None:
    """A limit refuses before anything is written, so there is nothing to look for."""
    fake.fail(secondary_limit(5), on="POST *")
    assert forge_at(fake).perform(Action("comment", 1, body="Hello")).done
    assert fake.bot_comments(1) == ["Hello"]
    assert len(fake.calls("GET", "/comments")) == 1


@pytest.mark.parametrize("written", [True, False])
@pytest.mark.parametrize("dies_at", [1, 2, 3])
def test_a_run_that_died_half_way_can_be_finished_by_the_next(fake: FakeGitHub, dies_at: int, written: bool) -> None:
    """GitHub dies at any write, done or not done; what was done stays, and doing the rest later comes to the same end."""
    plan = [Action("label", 1, labels=("state: waiting",)), Action("comment", 1, body="Hello"), Action("close", 1)]
    fake.fail(dropped(dies=True), on="write", skip=dies_at - 1, written=written)
    forge = forge_at(fake)
    with pytest.raises(ForgeError) as caught:
        for action in plan:
            forge.perform(action)
    assert caught.value.passing
    fake.restart()
    later = forge_at(fake)
    for action in plan:
        if action.body not in fake.bot_comments(1):
            assert later.perform(action).done
    thread = fake.thread(1)
    assert (fake.bot_comments(1), thread["issue"]["state"], [one["name"] for one in thread["issue"]["labels"]]) == (
        ["Hello"],
        "closed",
        ["state: waiting"],
    )


def test_a_wrong_token_is_told_at_once(fake: FakeGitHub) -> None:
    """A token that GitHub does not take is somebody's to mend, is not tried again, and is not shown."""
    trouble = trouble_of(forge_at(fake, token="ghp_wrong"))
    assert not trouble.passing
    assert str(trouble) == (
        "GitHub does not accept the token: it is wrong, or it is no longer valid. "
        "In a workflow, pass the job's own token (GITHUB_TOKEN: ${{ github.token }}); elsewhere, make a new token and try again."
    )
    assert len(fake.exchanges) == 1


def test_a_token_that_runs_out_on_the_way_is_told(fake: FakeGitHub) -> None:
    """Bad credentials in the middle of a run are the run's trouble, not the issue's."""
    fake.fail(bad_credentials(), on="POST *")
    assert "does not accept the token" in str(trouble_of(forge_at(fake), Action("label", 1, labels=("a",))))


def test_no_token_at_all_is_told_as_a_wrong_one(fake: FakeGitHub) -> None:
    """Without a token the words are those for a wrong one."""
    assert "does not accept the token" in str(trouble_of(forge_at(fake, token="")))


@pytest.mark.parametrize(
    "action",
    [
        Action("comment", 1, body="x"),
        Action("label", 1, labels=("a",)),
        Action("unlabel", 1, labels=("a",)),
        Action("close", 1),
    ],
    ids=lambda one: one.action,
)
def test_a_token_without_the_permission_names_it(fake: FakeGitHub, action: Action) -> None:
    """A token that may only read issues is told the permission that is missing and the line that grants it."""
    fake.permissions["issues"] = "read"
    forge = forge_at(fake)
    assert forge.thread(1)
    trouble = trouble_of(forge, action)
    assert not trouble.passing
    assert str(trouble) == (
        "The token may not do this in lodestar/directory: GitHub asks for the permission issues=write. "
        "In a workflow, add `issues: write` to the job's permissions; a personal token needs read and write access to issues."
    )


def test_a_person_without_a_role_is_told_the_same(fake: FakeGitHub) -> None:
    """A personal token of somebody who may not label other people's issues gets the same words."""
    forge = forge_at(fake, token=fake.token_of("eve"))
    assert "a personal token needs read and write access to issues" in str(
        trouble_of(forge, Action("label", 1, labels=("a",)))
    )


def test_an_unknown_repository_is_told(fake: FakeGitHub) -> None:
    """A repository that is not there, or not to be seen, is named."""
    trouble = trouble_of(forge_at(fake, "lodestar/nowhere"))
    assert not trouble.passing
    assert str(trouble) == (
        "GitHub knows no repository lodestar/nowhere, or the token may not see it. "
        "Compare `repository` in directory.yml with its address; a private one needs a token that may read it."
    )


@pytest.mark.parametrize("known", [True, False])
def test_switched_off_issues_are_told(fake: FakeGitHub, known: bool) -> None:
    """A repository without issues says so, whether it was so from the start or since a moment ago."""
    forge = forge_at(fake)
    if known:
        assert forge.thread(1)
    fake.state.has_issues = False
    words = "Issues are switched off in lodestar/directory, so there are no requests. Switch them on in its settings, under General, Features."
    assert str(trouble_of(forge)) == words
    assert str(trouble_of(forge, Action("comment", 1, body="x"))) == words
    with pytest.raises(ForgeError, match="switched off"):
        forge.thread(1)


def test_an_archived_repository_is_told(fake: FakeGitHub) -> None:
    """A repository in the archive can be read, and a write says what to do."""
    fake.state.archived = True
    forge = forge_at(fake)
    assert forge.thread(1)
    trouble = trouble_of(forge, Action("close", 1))
    assert not trouble.passing
    assert (
        str(trouble)
        == "lodestar/directory is archived, so nothing in it can be changed. Take it out of the archive in its settings, or stop this workflow."
    )


@pytest.mark.parametrize(
    "action",
    [Action("comment", 1, body="x"), Action("close", 1), Action("label", 1, labels=("a",)), Action("lock", 1)],
    ids=lambda one: one.action,
)
def test_a_write_redirected_by_a_renaming_is_never_taken_for_done(fake: FakeGitHub, action: Action) -> None:
    """When the repository gets another name between reading and writing, the run ends without a claim, and the next one does it."""
    forge = forge_at(fake)
    forge.thread(1)
    fake.rename("mentors")
    trouble = trouble_of(forge, action)
    assert trouble.passing
    assert str(trouble) == "lodestar/directory was renamed or moved just now. The next run finds it under its new name."
    assert forge_at(fake, "lodestar/directory").perform(action).done


def test_a_list_redirected_by_a_renaming_is_never_taken_for_whole(fake: FakeGitHub) -> None:
    """When the repository gets another name in the middle of a run, its lists would lose their filters; one thread is read all the same."""
    fake.close("ada", fake.open_issue("ada", "closed"))
    forge = forge_at(fake)
    forge.thread(1)
    fake.rename("mentors")
    assert trouble_of(forge).passing
    assert forge.thread(1) == fake.thread(1)
    assert len(list(forge.threads(None))) == 2


def test_an_address_that_leads_elsewhere_is_told(fake: FakeGitHub) -> None:
    """A redirection to another host is never followed with the token."""
    fake.fail(Fault(301, {"message": "Moved"}, {"Location": "https://example.org/api"}))
    trouble = trouble_of(forge_at(fake))
    assert not trouble.passing
    assert (
        str(trouble)
        == f"{fake.address} sends us to another host. Correct the address of GitHub's API (GITHUB_API_URL)."
    )


def test_what_nobody_foresaw_is_told_in_githubs_words(fake: FakeGitHub) -> None:
    """An answer without a meaning of its own is quoted, so that it can be reported; on an issue it is that issue's refusal."""
    fake.fail(answered(418, "I am a teapot"), on="GET */issues*")
    trouble = trouble_of(forge_at(fake))
    assert not trouble.passing
    assert str(trouble).startswith("GitHub answered 418 (I am a teapot).")
    fake.fail(answered(403, "User is blocked"), on="POST *")
    assert forge_at(fake).perform(Action("comment", 1, body="x")).reason == "GitHub would not do it: User is blocked"
