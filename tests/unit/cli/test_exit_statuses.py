"""Exit statuses over all commands: 0 done, 1 problems, 2 wrong call, and a message that is no traceback."""

import json
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.cli.command import Command, Group, Status, help_sentences
from generator.forge.port import ForgeError
from generator.text.catalogue import speaking
from tests.fakes.example_site import copy_directory
from tests.paths import EXAMPLES

CASES = {
    "init": ("init {tmp}/mine", "init {tmp}/file/deeper", "init {tmp}/bad"),
    "doctor": ("doctor --root {community}", "doctor", "doctor --root {tmp}/nowhere"),
    "upgrade": ("upgrade --root {community}", "upgrade --check", "upgrade --root {tmp}/nowhere"),
    "check": ("check", "check mentors/nobody.yml", "check --author ada"),
    "build": ("build --site-dir {tmp}/site", "build --root {broken}", "build --now yesterday"),
    "serve": (None, "serve --root {broken}", "serve --port 0"),
    "match": ("match --want python", "match --learner {tmp}/nobody.yml", "match --explain nobody"),
    "pair": (
        "pair spring-2027 --applications {tmp}/applications.yml --solver stable",
        "pair spring-2027 --applications {tmp}/nobody.yml",
        "pair spring-2072 --applications {tmp}/applications.yml",
    ),
    "explain": ("explain gerne --as mentor", "explain gerne --as mentee --root {broken}", "explain gerne"),
    "notify": ("notify --deliveries [] --dry-run", "notify --deliveries [7]", "notify --deliveries nowhere.json"),
    "demo": ("demo {tmp}/demo --mentors 2 --requests 0", "demo {tmp}/file/deeper --mentors 1", "demo {base}"),
    "forms": ("forms", "forms --root {broken}", "forms --root {tmp}/nowhere"),
    "remove": ("remove example-noor --root {spare}", "remove example-ines", "remove nobody"),
    "new": (None, None, "new --root {tmp}/nowhere"),
    "import": (None, None, "import"),
    "write-back": ("write-back --dry-run", "write-back --root {broken}", "write-back --activity {tmp}/nowhere.json"),
    "export": ("export", "export --root {broken}", "export --format xml"),
    "labels": ("labels", "labels --forge github", "labels --forge gitlab"),
    "handle": (
        "handle {tmp}/event.json --forge folder:{tmp}/threads",
        "handle {tmp}/event.json --forge folder:{tmp}/threads --root {broken}",
        "handle {tmp}/file --forge folder:{tmp}/threads",
    ),
    "sweep": (
        "sweep --forge folder:{tmp}/threads",
        "sweep --forge folder:{tmp}/bad",
        "sweep --forge gitlab",
    ),
    "propose": (
        "propose 1 --forge folder:{tmp}/threads",
        "propose 1 --forge folder:{tmp}/threads --root {broken}",
        "propose none --forge folder:{tmp}/threads",
    ),
    "review": (
        None,
        "review 1 --head HEAD --forge folder:{tmp}/threads --root {broken}",
        "review 1 --forge folder:{tmp}/threads",
    ),
    "board": ("board --forge folder:{tmp}/threads", "board --forge folder:{tmp}/threads --root {broken}", "board"),
    "activity": (
        "activity --forge folder:{tmp}/threads",
        "activity --forge folder:{tmp}/threads --root {broken}",
        "activity",
    ),
    "try open": (
        "try open {tmp}/new --as grace --mentor example-tomasz --skills python --goals Tools --now 2026-11-21",
        "try open {tmp}/new --as grace --root {broken}",
        "try open {tmp}/new",
    ),
    "try say": (
        "try say {tmp}/threads 1 hello --as grace --now 2026-11-21",
        "try say {tmp}/threads 99 hello --as grace",
        "try say {tmp}/threads one hello --as grace",
    ),
    "try show": ("try show {tmp}/threads 1", "try show {tmp}/threads 99", "try show {tmp}/threads 0"),
}
"""For each command a call for each status, in the order of the statuses; `serve` and `new` are never done by themselves."""


def _commands(group: click.Group, before: str = "") -> Iterator[tuple[str, click.Command]]:
    # Commands are imported when someone names them, so those that no test called yet are not in `group.commands`.
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command
        if isinstance(command, click.Group):
            yield from _commands(command, f"{before}{name} ")
        else:
            yield f"{before}{name}", command


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A good directory, a broken one, a community that is set up, a folder of threads and one that holds something else."""
    tmp = tmp_path_factory.mktemp("statuses")
    good, broken = copy_directory(tmp / "good"), copy_directory(tmp / "broken")
    (broken / "directory.yml").write_text("name: [\n", encoding="utf-8")
    (tmp / "event.json").write_text(json.dumps({"action": "opened", "issue": {"number": 1}}), encoding="utf-8")
    (tmp / "file").write_text("not a folder", encoding="utf-8")
    (tmp / "bad" / "issues").mkdir(parents=True)
    (tmp / "bad" / "issues" / "1.json").write_text("{", encoding="utf-8")
    (tmp / "applications.yml").write_text(
        "applications: [{mentee: noor, learner: {want: [{skill: python}]}}]\n", encoding="utf-8"
    )
    spare = copy_directory(tmp / "spare")
    found = {"tmp": tmp, "spare": spare, "good": good, "broken": broken, "base": EXAMPLES / "base"}
    found["community"] = tmp / "community"
    made = "init {community} --address garden/mentors --coordinators ada-l --private-contact https://forms.garden.net/1"
    assert _run(made, found).exit_code == 0
    opened = "try open {tmp}/threads --as grace --mentor example-tomasz --skills python --goals Tools --now 2026-11-21"
    assert _run(opened, found).exit_code == 0
    return found


def _run(call: str, folders: dict[str, Path]):
    words = [word.format(**folders) for word in call.split()]
    if (
        not any(word == "--root" for word in words)
        and words[0] not in ("demo", "init", "labels")
        and words[:2] != ["try", "show"]
    ):
        words += ["--root", str(folders["good"])]
    return CliRunner().invoke(main, words)


def _fails(*_given: object) -> None:
    raise ForgeError("GitHub cannot be reached", passing=True)


@pytest.mark.parametrize("status", Status, ids=lambda status: status.name.lower())
@pytest.mark.parametrize("name", CASES)
def test_each_command_ends_with_each_status(
    name: str, status: Status, folders: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Done is 0, problems are 1 and a wrong call is 2, for every command, always with a message and never a traceback."""
    monkeypatch.setattr("generator.cli.github.open_github", lambda *given: None)
    monkeypatch.setattr("generator.forge.labels.sync_labels", _fails)
    call = CASES[name][status]
    if call is None:
        return
    done = _run(call, folders)
    assert done.exit_code == status, done.output
    assert isinstance(done.exception, SystemExit | None)
    assert done.output.strip()
    assert ("Usage:" in done.output) == (status == Status.WRONG_CALL)


def test_the_table_knows_every_command() -> None:
    """A new command fails here until it has a row, and until it is made of the one class that knows the statuses."""
    found = dict(_commands(main))
    assert set(found) == set(CASES)
    assert all(isinstance(command, Command) for command in found.values())


def test_what_passes_is_said_with_the_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """When GitHub is away for a moment, the message ends with what happens by itself."""
    monkeypatch.setattr("generator.cli.github.open_github", lambda *given: None)
    monkeypatch.setattr("generator.forge.labels.sync_labels", _fails)
    done = CliRunner().invoke(main, ["labels", "--forge", "github"])
    assert done.stderr == "GitHub cannot be reached\nNothing is lost: the next sweep does what is still to be done.\n"


def test_help_speaks_the_spoken_language() -> None:
    """Every help text goes through the catalogue when it is shown, in groups and in commands."""

    class Shouting:
        def gettext(self, message: str) -> str:
            return f"<{message.split()[0].upper()}>"

    sentences = set(help_sentences(main))
    assert len(sentences) > 60
    with speaking(Shouting()):
        for words in ([], ["check"], ["try"], ["try", "open"], ["match"]):
            shown = CliRunner().invoke(main, [*words, "--help"]).output
            lines = [line for sentence in sentences for line in sentence.splitlines() if len(line.split()) > 3]
            assert "<" in shown
            assert [line for line in lines if line in shown] == []


def test_groups_are_ours() -> None:
    """Groups list their commands in a newcomer's order, and make commands of the one class."""
    assert isinstance(main, Group)
    assert isinstance(main.commands["try"], Group)
