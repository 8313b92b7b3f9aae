"""`handle`, `sweep`, `activity` and `try` in a terminal: what they print, where, and how they end."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.cli.bot import DONE
from generator.forge.folder import FolderForge
from generator.requests.lifecycle.actions import ACTIONS
from tests.fakes.memory_forge import MemoryForge, utc
from tests.fakes.request_community import write_community


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The community's files."""
    return write_community(tmp_path_factory.mktemp("community"))


@pytest.fixture
def threads(tmp_path: Path) -> Path:
    """A folder of threads that holds the desk."""
    made = MemoryForge(utc())
    made.open("cora", "The desk.")
    FolderForge(tmp_path / "threads", utc()).write(made.stored[1])
    return tmp_path / "threads"


def run(*words: object) -> Result:
    """Run the command line."""
    return CliRunner().invoke(main, [str(word) for word in words])


def opened(threads: Path, root: Path, now: str = "2026-11-21") -> Result:
    """Let Mia ask Ada."""
    return run(
        "try",
        "open",
        threads,
        "--as",
        "mia",
        "--mentor",
        "ada",
        "--skills",
        "python!",
        "--goals",
        "Test.",
        "--root",
        root,
        "--now",
        now,
    )


def event(path: Path, action: str = "opened", number: int = 2, **more: object) -> Path:
    """Write an event as GitHub does."""
    path.write_text(
        json.dumps({"action": action, "issue": {"number": number}, "sender": {"type": "User"}, **more}),
        encoding="utf-8",
    )
    return path


def silently_open(threads: Path, root: Path) -> None:
    """Open a request without the bot: its comments and labels are taken away again."""
    opened(threads, root)
    path = threads / "issues" / "2.json"
    stored = json.loads(path.read_text(encoding="utf-8"))
    stored["comments"], stored["issue"]["labels"] = [], []
    path.write_text(json.dumps(stored), encoding="utf-8")


def test_try_plays_a_request_through(threads: Path, root: Path) -> None:
    """Opening, answering and showing a request works in a folder, and says what the bot did."""
    first = opened(threads, root)
    assert (first.exit_code, first.output.splitlines()[0]) == (0, "issue 2 was opened by mia")
    assert "issue 2: wrote a comment: @ada, mia would like" in first.output
    said = run("try", "say", threads, "2", "/accept", "--as", "ada", "--root", root, "--now", "2026-11-22")
    assert said.exit_code == 0 and "issue 2: assigned ada" in said.output
    shown = run("try", "show", threads, "2")
    assert (
        "state: accepted" in shown.output
        and "<!--" not in shown.output
        and "mia, 2026-11-21T00:00:00Z:" in shown.output
    )


def test_every_action_has_its_line() -> None:
    """Whatever the bot does is printed in words, and nothing is printed for what it never does."""
    assert set(DONE) == set(ACTIONS)


def test_try_takes_a_whole_text_from_a_file(threads: Path, root: Path, tmp_path: Path) -> None:
    """An issue's text can come from a file, as one that GitHub made."""
    (tmp_path / "body.md").write_text("### Steps to reproduce\n\nNone.", encoding="utf-8")
    done = run("try", "open", threads, "--as", "mia", "--body", tmp_path / "body.md", "--root", root)
    assert done.exit_code == 0 and "nothing to do" in done.output


def test_an_issue_that_is_not_there_is_said(threads: Path, root: Path) -> None:
    """Commenting or showing what does not exist ends with status 1 and a way on."""
    for words in (
        ("try", "say", threads, "9", "/accept", "--as", "ada", "--root", root),
        ("try", "show", threads, "9"),
    ):
        done = run(*words)
        assert done.exit_code == 1 and "there is no issue 9" in done.output


def test_handle_does_and_says_what_the_event_wants(threads: Path, root: Path, tmp_path: Path) -> None:
    """One event brings its issue up to date; the second time there is nothing to do."""
    silently_open(threads, root)
    words = (
        "handle",
        event(tmp_path / "event.json"),
        "--forge",
        f"folder:{threads}",
        "--root",
        root,
        "--now",
        "2026-11-21T01:00:00Z",
    )
    first, second = run(*words), run(*words)
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert "issue 2: added the labels request, state: waiting" in first.output
    assert "issue 2: ada is to be notified" in first.output
    assert second.output == "nothing to do: the issue is up to date\n"


def test_a_dry_run_prints_the_actions_and_does_nothing(threads: Path, root: Path, tmp_path: Path) -> None:
    """--dry-run prints `{"version": 1, "actions": [...]}` alone on standard output, each action with its issue, and changes nothing."""
    silently_open(threads, root)
    before = (threads / "issues" / "2.json").read_text(encoding="utf-8")
    for words in (("handle", event(tmp_path / "event.json")), ("sweep",)):
        done = run(*words, "--forge", f"folder:{threads}", "--root", root, "--now", "2026-11-21", "--dry-run")
        printed = json.loads(done.stdout)
        assert (done.exit_code, set(printed), printed["version"]) == (0, {"version", "actions"}, 1)
        mine = [one for one in printed["actions"] if one["issue"] == 2]
        assert {one["action"] for one in printed["actions"]} <= set(ACTIONS)
        assert [one["action"] for one in mine] == ["title", "comment", "comment", "notify", "label", "dispatch"]
        assert mine[3] == {"action": "notify", "issue": 2, "mentor": "ada", "occasion": "request"}
        assert mine[4] == {"action": "label", "issue": 2, "labels": ["request", "state: waiting"]}
    assert (threads / "issues" / "2.json").read_text(encoding="utf-8") == before
    assert not (threads / "swept.txt").exists()


def test_outputs_tell_the_workflow_what_goes_on(threads: Path, root: Path, tmp_path: Path) -> None:
    """--outputs appends the deliveries and whether the site changed; without either they are empty and false."""
    silently_open(threads, root)
    out = tmp_path / "out"
    out.write_text("before=1\n", encoding="utf-8")
    words = (
        "handle",
        event(tmp_path / "event.json"),
        "--forge",
        f"folder:{threads}",
        "--root",
        root,
        "--now",
        "2026-11-21",
        "--outputs",
        out,
    )
    run(*words)
    run(*words)
    assert out.read_text(encoding="utf-8").splitlines() == [
        "before=1", 'deliveries=[{"issue":2,"mentor":"ada","occasion":"request"}]', "changed=true", "deliveries=", "changed=false",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "content",
    [{"action": "labeled", "issue": {"number": 2}}, {"action": "opened", "issue": {"number": 2, "pull_request": {"url": "x"}}}, {"action": "created", "issue": {"number": 2}, "comment": {}, "sender": {"type": "Bot"}}, [], 7, {"action": "opened"}],
)  # fmt: skip
def test_an_event_about_no_request_is_passed_over(content: object, threads: Path, root: Path, tmp_path: Path) -> None:
    """Events that cannot change a request end well, with nothing done, and say so on the error's side."""
    (tmp_path / "event.json").write_text(json.dumps(content), encoding="utf-8")
    done = run("handle", tmp_path / "event.json", "--forge", f"folder:{threads}", "--root", root, "--dry-run")
    assert (done.exit_code, json.loads(done.stdout)["actions"]) == (0, [])
    assert "this event isn't about a request" in done.stderr


def test_a_wrong_call_ends_with_two(threads: Path, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An unknown forge, an event that is no JSON, a missing option and a missing token are wrong calls, each with its words."""
    (tmp_path / "event.json").write_text("{", encoding="utf-8")
    monkeypatch.delenv("GITHUB_TOKEN", raising=False)
    monkeypatch.delenv("GITHUB_REPOSITORY", raising=False)
    calls = {
        ("sweep", "--forge", "gitlab", "--root", root): "--forge takes github or folder:DIR, not 'gitlab'",
        ("sweep", "--forge", "folder:", "--root", root): "--forge takes github or folder:DIR",
        ("handle", tmp_path / "event.json", "--forge", f"folder:{threads}", "--root", root): "isn't JSON",
        ("sweep", "--root", root): "Missing option '--forge'",
        ("sweep", "--forge", "github", "--root", root): "GITHUB_TOKEN",
        ("sweep", "--forge", f"folder:{threads}", "--root", root, "--now", "tomorrow"): "tomorrow",
    }
    for words, message in calls.items():
        done = run(*words)
        assert (done.exit_code, message in done.output) == (2, True), (words, done.output)


def test_sweep_reminds_and_is_remembered(threads: Path, root: Path) -> None:
    """A sweep does what is due and writes down that it ran, which `activity` repeats."""
    opened(threads, root)
    swept = run("sweep", "--forge", f"folder:{threads}", "--root", root, "--now", "2026-11-24T06:17:00Z")
    assert swept.exit_code == 0 and "still hoping for an answer" in swept.output
    told = json.loads(
        run("activity", "--forge", f"folder:{threads}", "--root", root, "--now", "2026-11-24T07:00:00Z").stdout
    )
    assert (told["version"], told["swept"]) == (1, "2026-11-24T06:17:00Z")
    assert [(one["number"], one["state"], one["mentor"], one["due"]) for one in told["requests"]] == [
        (2, "waiting", "ada", "2026-12-05T00:00:00Z")
    ]
    assert (told["mentors"]["ada"]["pending"], told["mentors"]["ada"]["availability"]) == (1, "limited")


def test_activity_writes_a_file_whole(threads: Path, root: Path, tmp_path: Path) -> None:
    """--output writes the file at once and leaves nothing beside it."""
    done = run("activity", "--forge", f"folder:{threads}", "--root", root, "--output", tmp_path / "activity.json")
    assert (done.exit_code, done.stdout) == (0, "")
    assert json.loads((tmp_path / "activity.json").read_text(encoding="utf-8"))["version"] == 1
    assert [path.name for path in tmp_path.iterdir() if "activity" in path.name] == ["activity.json"]


def test_a_thread_that_is_none_is_named_and_the_others_go_on(threads: Path, root: Path) -> None:
    """An issue that cannot be read ends the sweep with status 1, after everybody else was served, and it does not count as a sweep."""
    opened(threads, root)
    (threads / "issues" / "3.json").write_text('{"issue": {"number": 3}}', encoding="utf-8")
    done = run("sweep", "--forge", f"folder:{threads}", "--root", root, "--now", "2026-11-24")
    assert done.exit_code == 1
    assert "issue 3 can't be read" in done.stderr and "still hoping for an answer" in done.stdout
    assert not (threads / "swept.txt").exists()


@pytest.mark.parametrize("command", ["sweep", "activity"])
def test_a_folder_that_is_not_there_is_a_wrong_call(command: str, root: Path, tmp_path: Path) -> None:
    """A mistyped folder isn't taken for one without requests."""
    done = run(command, "--forge", f"folder:{tmp_path / 'nope'}", "--root", root)
    assert done.exit_code == 2 and "There is no folder" in done.stderr and "nope" in done.stderr


@pytest.mark.parametrize(
    ("name", "hint"), [("adda", "Did you mean 'ada'?"), ("nobody", "There is no mentor 'nobody'.")]
)
def test_try_asks_only_mentors_who_are_listed(name: str, hint: str, threads: Path, root: Path) -> None:
    """A request to a name that nobody has isn't opened, and the nearest name is suggested."""
    done = run("try", "open", threads, "--as", "mia", "--mentor", name, "--root", root)
    assert done.exit_code == 2 and hint in done.stderr
    assert [path.name for path in (threads / "issues").iterdir()] == ["1.json"]


def test_a_broken_file_of_threads_is_told_with_what_to_do(threads: Path, root: Path) -> None:
    """A file that is no JSON stops the run with status 1, its path and the next step, and no traceback."""
    (threads / "issues" / "3.json").write_text("{", encoding="utf-8")
    done = run("sweep", "--forge", f"folder:{threads}", "--root", root)
    assert done.exit_code == 1 and "3.json can't be read as JSON. Fix it, or move it out of the folder" in done.output
    assert done.exception is None or isinstance(done.exception, SystemExit)
