"""The project's labels reach a repository, and nothing else there is touched."""

from collections.abc import Iterator

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.forge.github import GitHubForge, github_forge
from generator.forge.labels import sync_labels
from generator.requests.replies.labels import LABELS, Label
from tests.fakes.github.fake_github import FakeGitHub
from tests.fakes.github.faults import dropped, server_error

WANTED = (Label("request", "d3e4f7", "Somebody asks a mentor"), Label("state: on-break", "e4d8f2", "Resting"))


@pytest.fixture
def fake() -> Iterator[FakeGitHub]:
    """A fake GitHub; the test fails when one exchange is not as GitHub describes it."""
    with FakeGitHub() as github:
        yield github


def forge_at(fake: FakeGitHub) -> GitHubForge:
    """The forge of the fake's repository; it waits on the fake's clock alone."""
    return github_forge(fake.repository, fake.token, fake.address, seconds_between_writes=0, sleep=fake.sleep)


def there(fake: FakeGitHub) -> dict[str, tuple[str, str]]:
    """The labels that the repository has now."""
    return {label.name: (label.color, label.description or "") for label in fake.state.labels.values()}


def test_missing_labels_are_created_and_then_kept(fake: FakeGitHub) -> None:
    """A first run creates what is missing, and a second one finds nothing to do and writes nothing."""
    synced = sync_labels(forge_at(fake), WANTED)
    assert ("request", "state: on-break") == synced.created
    assert {label.name: (label.color, label.description) for label in WANTED}.items() <= there(fake).items()
    again = sync_labels(forge_at(fake), WANTED)
    assert ((), (), ("request", "state: on-break")) == (again.created, again.changed, again.kept)
    assert len(WANTED) == len(fake.calls("POST", "/labels"))
    assert not fake.calls("PATCH", "/labels")


def test_changed_labels_are_corrected(fake: FakeGitHub) -> None:
    """Colour and description are corrected, whatever the capitals of the name, and the name stays as people wrote it."""
    fake.state.create_label("Request", "000000", None)
    fake.state.create_label("state: on-break", "E4D8F2", "Resting")
    synced = sync_labels(forge_at(fake), WANTED)
    assert ((), ("Request",), ("state: on-break",)) == (synced.created, synced.changed, synced.kept)
    assert ("d3e4f7", "Somebody asks a mentor") == there(fake)["Request"]


def test_other_labels_are_left_alone(fake: FakeGitHub) -> None:
    """Labels of the community's own, however many, keep their colours, and none is deleted."""
    before = {f"topic: {number}/{number}": ("abcdef", "ours") for number in range(150)}
    for name, (color, description) in before.items():
        fake.state.create_label(name, color, description)
    sync_labels(forge_at(fake), WANTED)
    assert before.items() <= there(fake).items()
    assert not fake.calls("DELETE", "/labels")


def test_a_label_made_meanwhile_is_no_trouble(fake: FakeGitHub) -> None:
    """When a label came into being since they were listed, or GitHub's answer to its creation was lost, the run goes on."""
    forge = forge_at(fake)
    for _ in range(2):
        forge.create_label("request", "d3e4f7", "Somebody asks a mentor")
    assert ("d3e4f7", "Somebody asks a mentor") == there(fake)["request"]


@pytest.fixture
def command(fake: FakeGitHub, monkeypatch: pytest.MonkeyPatch):
    """`lodestar labels --forge github` in the environment of a workflow."""

    def run(token: str = "", *more: str) -> Result:
        for name, value in (
            ("GITHUB_REPOSITORY", fake.repository),
            ("GITHUB_TOKEN", token or fake.token),
            ("GITHUB_API_URL", fake.address),
        ):
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(
            "generator.forge.github.github_forge",
            lambda *given: github_forge(*given, seconds_between_writes=0, sleep=fake.sleep),
        )
        return CliRunner().invoke(main, ["labels", "--forge", "github", *more])

    return run


def test_the_command_brings_all_labels(fake: FakeGitHub, command) -> None:
    """The command makes every label of the project and says so; called again it says that all were right."""
    first = command()
    assert 0 == first.exit_code, first.output
    assert "created state: waiting\n" in first.output
    assert {label.name: (label.color, label.description) for label in LABELS} == there(fake)
    assert f"{len(LABELS)} of {len(LABELS)} labels were right already.\n" == command().output
    assert '"created": []' in command("", "--format", "json").output


def test_the_command_says_what_stands_in_the_way(fake: FakeGitHub, command) -> None:
    """Without the permission, and without any token, the command fails with words that say what to do."""
    refused = command(fake.token_of("outsider"))
    assert 1 == refused.exit_code
    assert "Traceback" not in refused.output
    assert "permission" in refused.output


def test_the_command_needs_to_know_the_repository(monkeypatch: pytest.MonkeyPatch) -> None:
    """Outside of a workflow the command names the variables that it needs."""
    for name in ("GITHUB_REPOSITORY", "GITHUB_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    done = CliRunner().invoke(main, ["labels", "--forge", "github"])
    assert 2 == done.exit_code
    assert "GITHUB_REPOSITORY (owner/name) and GITHUB_TOKEN" in done.output


def test_trouble_at_github_loses_nothing(fake: FakeGitHub) -> None:
    """A server error and an answer that got lost are waited out, and every label is there once."""
    fake.fail(server_error(), on="GET *")
    fake.fail(dropped(written=True), on="POST */labels")
    synced = sync_labels(forge_at(fake), WANTED)
    assert ("request", "state: on-break") == synced.created
    assert {label.name: (label.color, label.description) for label in WANTED} == there(fake)
