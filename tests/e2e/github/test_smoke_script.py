"""The script that tries a real repository, tried here against a fake one: it must be right the first time somebody needs it."""

import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.app import bot
from generator.forge.github import github_forge
from generator.requests.replies.labels import LABELS
from tests.fakes.example_site import copy_directory
from tests.fakes.github.fake_github import FakeGitHub
from tests.paths import ROOT

SCRIPT = ROOT / "scripts" / "smoke.py"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory of its own."""
    return copy_directory(tmp_path_factory.mktemp("smoke") / "root")


@pytest.fixture
def fake() -> Iterator[FakeGitHub]:
    """A fake GitHub with the project's labels."""
    with FakeGitHub(now=datetime.now(UTC).replace(microsecond=0)) as github:
        for label in LABELS:
            if label.name.lower() not in github.state.labels:
                github.state.create_label(label.name, label.color, label.description)
        yield github
        # The script also asks which workflows are switched on, which is not in our part of GitHub's description.
        github.complaints[:] = [one for one in github.complaints if "/actions/workflows/" not in one]


@contextmanager
def answering(fake: FakeGitHub, root: Path) -> Iterator[None]:
    """Let the bot look at every issue, over and over, as its workflow does when something happens."""
    over = threading.Event()

    def watch() -> None:
        forge = github_forge(fake.repository, fake.token, fake.address, seconds_between_writes=0, sleep=fake.sleep)
        while not over.wait(0.05):
            for number in list(fake.state.issues):
                bot.handle(forge, root, number, fake.now)

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def smoke(
    fake: FakeGitHub, root: Path, *words: str, token: str | None = None, says: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run the script as a person would."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(SCRIPT.parents[1]),
        "GITHUB_API_URL": fake.address,
        "GITHUB_TOKEN": fake.token_of("tester") if token is None else token,
    }
    command = [sys.executable, str(SCRIPT), fake.repository, "--root", str(root), "--pause", "0.1", *words]
    return subprocess.run(command, capture_output=True, text=True, input=says, env=environment, timeout=60)


def test_a_bot_that_works_passes(fake: FakeGitHub, root: Path) -> None:
    """With a bot that answers, the script opens, withdraws and closes one issue, mentions nobody, and says what it cannot prove."""
    with answering(fake, root):
        done = smoke(fake, root, "--yes", "--wait", "30")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "said /withdraw" in done.stdout
    assert "Not proven by this" in done.stdout
    (number,) = fake.state.issues
    assert "closed" == fake.thread(number)["issue"]["state"]
    assert "state: withdrawn" in {label["name"] for label in fake.thread(number)["issue"]["labels"]}
    assert not [one for one in fake.bot_comments(number) if "@" in re.sub(r"`[^`]*`", "", one)]


def test_a_bot_that_is_silent_fails_and_leaves_nothing_open(fake: FakeGitHub, root: Path) -> None:
    """Without an answer the script says where to look, and closes what it opened."""
    done = smoke(fake, root, "--yes", "--wait", "0.3")
    assert 1 == done.returncode
    assert "the bot answered: not within 0 seconds. The tab Actions" in done.stdout
    (number,) = fake.state.issues
    assert "closed" == fake.thread(number)["issue"]["state"]


@pytest.mark.parametrize(
    ("token", "code", "words"), [("ghp_wrong", 1, "The token is wrong or has expired"), ("", 2, "GITHUB_TOKEN")]
)
def test_a_wrong_token_is_told_in_words(fake: FakeGitHub, root: Path, token: str, code: int, words: str) -> None:
    """A token that is wrong or missing is told in a sentence, and nothing is written."""
    done = smoke(fake, root, "--yes", token=token)
    assert (code, {}) == (done.returncode, dict(fake.state.issues))
    assert words in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_nothing_is_written_without_a_yes(fake: FakeGitHub, root: Path) -> None:
    """The script asks first, and takes anything but yes for a no."""
    done = smoke(fake, root, says="\n")
    assert (0, {}) == (done.returncode, dict(fake.state.issues))
    assert "Nothing was written." in done.stdout
