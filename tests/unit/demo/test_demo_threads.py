"""The requests of a demo: threads that the bot itself wrote, and leaves alone afterwards."""

import json
import re
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from shutil import copytree

import pytest

from generator.app import bot
from generator.app.build import load_site
from generator.demo import usual_number, write_demo
from generator.demo.simulated_forge import number_of
from generator.demo.simulation import DESK
from generator.forge.folder import FolderForge, made_up_id
from generator.insight.activity import to_json
from generator.model.request_kind import KINDS
from generator.model.request_state import ACTIVE_STATES, ENDINGS, STATES
from generator.requests.lifecycle.actions import Action
from generator.requests.lifecycle.bot_memory import memory_of
from generator.requests.lifecycle.thread import Thread, thread_of
from generator.site.request_pages import request_pages

TODAY = date(2026, 11, 21)
MIDNIGHT = datetime(2026, 11, 21, tzinfo=UTC)
REQUESTS = 120


@pytest.fixture(scope="module")
def directory(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "directory"
    write_demo(folder, 100, 3, TODAY, REQUESTS)
    return folder


@pytest.fixture(scope="module")
def threads(directory: Path) -> dict[int, Thread]:
    forge = FolderForge(directory / "threads", MIDNIGHT)
    found = (thread_of(stored) for stored in forge.threads(None))
    return {thread.number: thread for thread in found if "review" not in thread.labels}


@pytest.fixture(scope="module")
def added_up(directory: Path):
    return bot.activity(FolderForge(directory / "threads", MIDNIGHT), directory, MIDNIGHT)


def _bytes_below(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _swept(directory: Path, target: Path, now: datetime) -> list[Action]:
    copytree(directory / "threads", target)
    run = bot.sweep(FolderForge(target, now), directory, now)
    assert run.errors == run.refusals == []
    return run.actions


def test_there_are_as_many_requests_as_were_asked_for(threads):
    """Every request has its thread, and the availability issue is the first issue."""
    assert sorted(threads) == list(range(1, REQUESTS + 2))
    assert threads[DESK].title == "Availability"


def test_some_completed_mentorships_are_reviewed(directory, threads, added_up):
    """A demo has reviews that the bot asked mentors about, and the site shows those that both agreed to."""
    assert len(list((directory / "threads" / "issues").iterdir())) > len(threads)
    assert added_up[0].reviews


def test_every_thread_is_remembered_by_the_bot(threads):
    """Each thread can be read, and the bot's memory in it holds what was said and sent."""
    for number, thread in threads.items():
        memory = memory_of(thread)
        spoken = [event.event_id.partition(".")[0] for event in memory.events if re.match(r"c\d", event.event_id)]
        assert set(spoken) <= {f"c{comment.id}" for comment in thread.comments if not comment.by_bot}
        assert number == DESK or memory.state in STATES
        assert (
            memory.state in ("", "incomplete") or memory.sent_at is not None or memory.state in ("withdrawn", "expired")
        )


def test_the_bot_finds_nothing_to_do_on_the_morning_of_the_demo(directory, tmp_path):
    """What the threads show is what the bot would have written: a sweep at the demo's own time changes nothing."""
    assert _swept(directory, tmp_path / "threads", MIDNIGHT) == []
    changed = {
        path
        for path, content in _bytes_below(tmp_path / "threads").items()
        if content != (directory / "threads" / path).read_bytes()
    }
    assert not changed


def test_a_later_sweep_the_same_day_has_little_to_do(directory, tmp_path):
    """During the demo's day only what falls due that day needs the bot."""
    touched = {action.issue for action in _swept(directory, tmp_path / "threads", MIDNIGHT + timedelta(hours=23))}
    assert len(touched) < REQUESTS / 10


def test_the_same_seed_and_day_give_the_same_threads(tmp_path):
    """The same seed, numbers and day write the same threads, byte for byte; another day gives other ages."""
    for name, day in (("one", TODAY), ("again", TODAY), ("later", TODAY + timedelta(days=30))):
        write_demo(tmp_path / name, 40, 3, day, 20)
    one, again, later = (_bytes_below(tmp_path / name / "threads") for name in ("one", "again", "later"))
    assert one == again != later
    assert (
        max(json.loads(content)["issue"]["created_at"] for path, content in later.items() if path.endswith(".json"))
        > "2026-12-01"
    )


def test_a_demo_shows_kinds_states_and_ends_of_all_sorts(added_up):
    """Nearly every state and every kind of request but the test of messages can be seen, the usual ones more than once."""
    activity, _, errors = added_up
    states = Counter(request.state for request in activity.requests)
    assert errors == []
    assert {
        "waiting",
        "accepted",
        "trial",
        "active",
        "completed",
        "ended",
        "declined",
        "expired",
        "withdrawn",
    } <= states.keys()
    assert len(states) >= 10
    assert {request.kind for request in activity.requests} == set(KINDS) - {"self-test", "offer"}
    assert any(not request.mentor for request in activity.requests)
    ended = sum(request.state in ENDINGS for request in activity.requests)
    assert 0.4 < ended / len(activity.requests) < 0.9


def test_activity_adds_up_to_what_the_requests_say(added_up):
    """Each mentor's mentees, waiting requests and completed ones are those of their requests, and nobody has more waiting than allowed."""
    activity, directory, _ = added_up
    for handle, known in activity.mentors.items():
        own = [request for request in activity.requests if request.mentor == handle]
        running = [one.state for one in own if one.state in ACTIVE_STATES and one.kind in {"mentorship", "application"}]
        # The spot of a quiet one may have been given back.
        assert len(running) - running.count("quiet") <= known.active <= len(running)
        assert known.completed == sum(request.state == "completed" for request in own)
        assert known.pending <= directory.settings.requests.limits.waiting_for_each_mentor
    assert activity.swept == MIDNIGHT
    assert any(known.paused_until for known in activity.mentors.values())
    assert any(known.capacity is not None for known in activity.mentors.values())
    assert any(known.response for known in activity.mentors.values())


def test_labels_show_the_state_and_ended_requests_are_closed(threads, added_up):
    """Each request bears the label of its state alone, and is closed exactly when it has ended."""
    for request in added_up[0].requests:
        thread = threads[request.number]
        assert {label for label in thread.labels if label.startswith("state: ")} == {f"state: {request.state}"}
        assert thread.open == (request.state not in ENDINGS)


def test_nobody_real_is_named_and_nothing_lies_in_the_future(threads):
    """Everybody who writes is an invented person or the bot, whoever is mentioned is one, and comments come in the order of time."""
    for thread in threads.values():
        authors = {thread.author.login, *(comment.author.login for comment in thread.comments)} - {
            "github-actions[bot]"
        }
        assert all(login.startswith("demo-") and len(login) <= 39 for login in authors)
        for comment in thread.comments:
            named = re.findall(r"@(\w[\w-]*)", comment.body)
            # "@login" stands in the list of commands, "@mentions" in GitHub's own words for a setting.
            assert all(name.startswith("demo-") or name in ("login", "mentions") for name in named), named
        times = [thread.opened, *(comment.at for comment in thread.comments)]
        assert times == sorted(times)
        assert times[-1] <= MIDNIGHT
        assert [comment.id for comment in thread.comments] == sorted(comment.id for comment in thread.comments)


def test_people_have_one_number_each_that_a_folder_knows(threads):
    """A login has the number that a folder of threads would give it, so that whoever goes on with `lodestar try` is the same person."""
    people = {thread.author for thread in threads.values()} | {
        comment.author for thread in threads.values() for comment in thread.comments if not comment.by_bot
    }
    assert all(person.id == made_up_id(person.login) == number_of(person.login) for person in people)


def test_the_site_shows_the_requests(directory, added_up, tmp_path):
    """Built with what the threads add up to, the site lists the open requests, and mentors who are full or away say so."""
    activity, known, _ = added_up
    file = tmp_path / "activity.json"
    file.write_text(to_json(activity, known, TODAY), encoding="utf-8")
    site = load_site(directory, MIDNIGHT, activity_file=file)
    shown = "".join(page.body for page in request_pages(site))
    waiting = [request for request in activity.requests if request.open]
    assert waiting and all(f"/issues/{request.number}" in shown for request in waiting)
    assert {"open", "limited", "waitlist", "paused"} <= {status.availability for status in site.statuses.values()}


@pytest.mark.parametrize(("mentors", "requests"), [(0, 0), (1, 0), (100, 40), (1_000_000, 2000)])
def test_the_usual_number_of_requests_follows_the_mentors(mentors, requests):
    """Two requests for each five mentors are written, and never so many that it takes long."""
    assert usual_number(mentors) == requests


def test_no_requests_write_no_threads(tmp_path):
    """With 0 there are no threads, and the directory names no desk that is not there."""
    answer = write_demo(tmp_path / "quiet", 5, 1, TODAY, 0)
    assert not (tmp_path / "quiet" / "threads").exists()
    assert "availability_desk" not in (tmp_path / "quiet" / "directory.yml").read_text()
    assert "activity" not in answer


def test_the_answer_names_the_way_to_the_site(directory, tmp_path):
    """Whoever wrote a demo with requests is told how to add them up and see them."""
    folder = tmp_path / "new"
    answer = write_demo(folder, 5, 1, TODAY, 2)
    assert f"Wrote 3 requests to {folder}/threads." in answer
    assert (
        f"lodestar activity --forge folder:{folder}/threads --root {folder} --output {folder}/activity.json" in answer
    )
    assert answer.endswith(f"lodestar serve --root {folder}")
    assert json.loads((folder / "threads/issues/1.json").read_text())["issue"]["number"] == 1


def test_few_people_make_do_with_each_other(tmp_path):
    """A demo of one mentor, with more requests than anybody could take, is still in order and at rest."""
    write_demo(tmp_path / "one", 1, 2, TODAY, 12)
    assert _swept(tmp_path / "one", tmp_path / "threads", MIDNIGHT) == []
