"""`lodestar upgrade`: what Lodestar wrote follows it to the next version, and nothing that anyone else wrote is touched."""

import json
from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner, Result

from generator.app import kept_files, upgrade
from generator.cli import main
from tests.paths import FIXTURES

WORKFLOWS = ".github/workflows"
CHANGED, DELETED, RAISED, GONE = (f"{WORKFLOWS}/{name}.yml" for name in ("sweep", "labels", "site", "retired"))
NEWS = """\
# Changelog

## [0.2.0] - 2027-01-01

- The bot is faster. This takes another sentence.

## [0.1.0] - 2026-12-01

- It began.
"""


def run(*arguments: str | Path) -> Result:
    """Call lodestar."""
    return CliRunner().invoke(main, list(map(str, arguments)))


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A community as this version makes it, with examples."""
    folder = tmp_path_factory.mktemp("upgrade") / "garden"
    assert run("init", folder, "--address", "garden/mentors").exit_code == 0
    return folder


@pytest.fixture
def community(first: Path, tmp_path: Path) -> Path:
    """A copy of it that may be changed."""
    return Path(copytree(first, tmp_path / "garden"))


@pytest.fixture
def next_version(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Version 0.2.0, in which every workflow has one more line."""
    news, text = tmp_path / "CHANGELOG.md", kept_files.workflow_text
    news.write_text(NEWS, encoding="utf-8")
    for module in (kept_files, upgrade):
        monkeypatch.setattr(module, "__version__", "0.2.0")
    monkeypatch.setattr(kept_files, "workflow_text", lambda old: text(old) + "# Better than before.\n")
    monkeypatch.setattr(upgrade, "packaged", lambda name: news)


def test_a_new_community_is_up_to_date(community: Path) -> None:
    """Right after init there is nothing to upgrade."""
    before = contents(community)
    done = run("upgrade", "--root", community)
    assert (0, "Everything is up to date.\n") == (done.exit_code, done.output)
    assert contents(community) == before


@pytest.mark.usefixtures("next_version")
def test_what_we_wrote_follows_and_the_rest_stays(community: Path) -> None:
    """Workflows are brought to the next version; people, programs, settings, pages and whatever somebody changed or deleted stay."""
    (community / CHANGED).write_text("name: Ours\n", encoding="utf-8")
    (community / DELETED).unlink()
    (community / GONE).write_text("name: Retired\n", encoding="utf-8")
    record = json.loads((community / kept_files.RECORD).read_text(encoding="utf-8"))
    record["files"][GONE] = kept_files.hash_of(b"name: Retired\n")
    (community / kept_files.RECORD).write_text(json.dumps(record), encoding="utf-8")
    before = contents(community)
    asked = run("upgrade", "--check", "--root", community)
    assert asked.exit_code == 1
    assert contents(community) == before
    done = run("upgrade", "--root", community)
    assert done.exit_code == 0, done.output
    after = contents(community)
    theirs = {path for path in before if not path.startswith(".github/")} | {CHANGED}
    assert {path: before[path] for path in theirs} == {path: after[path] for path in theirs}
    assert not {DELETED, GONE} & set(after)
    assert after[RAISED].endswith(b"# Better than before.\n")
    for line in (
        "From 0.1.0 to 0.2.0.", f"updated   {RAISED}", f"yours     {CHANGED}: you changed it",
        f"left out  {DELETED}", f"removed   {GONE}", "  - The bot is faster.\n",
    ):  # fmt: skip
        assert line in done.output
    assert "It began" not in done.output
    again = run("upgrade", "--root", community)
    assert "Everything is up to date." in again.output
    assert "What's new" not in again.output
    assert contents(community) == after


@pytest.mark.usefixtures("next_version")
def test_versions_that_dependabot_raised_are_no_change(community: Path) -> None:
    """A workflow in which only versions of actions were raised is still ours, and is upgraded."""
    path = community / RAISED
    path.write_text(path.read_text(encoding="utf-8").replace("@v0.1.0", f"@{'a' * 40} # v0.1.9"), encoding="utf-8")
    assert f"updated   {RAISED}" in run("upgrade", "--root", community).output


@pytest.mark.usefixtures("next_version")
def test_forms_that_follow_from_changed_settings_stay_ours(community: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`lodestar forms` notes what it writes, so a form is still ours after the settings changed."""
    settings = community / "directory.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + "requests: {days: {expiry: 21}}\n", encoding="utf-8")
    assert run("forms", "--root", community).exit_code == 0
    assert "ISSUE_TEMPLATE" not in run("upgrade", "--root", community).output


@pytest.mark.usefixtures("next_version")
def test_data_is_migrated_where_a_version_needs_it(community: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A made-up change of the settings' format is done once, with its reason, and everything else in the file stays."""

    def renamed(root: Path) -> dict[str, str]:
        old = (root / "directory.yml").read_text(encoding="utf-8")
        return {"directory.yml": old.replace("title: ", "name: ", 1)}

    monkeypatch.setattr(upgrade, "MIGRATIONS", (upgrade.Migration("0.2.0", "`title` is called `name` now", renamed),))
    settings = community / "directory.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("name: ", "title: ", 1), encoding="utf-8")
    done = run("upgrade", "--root", community)
    assert "migrated  directory.yml: `title` is called `name` now" in done.output, done.output
    assert settings.read_text(encoding="utf-8") == text


def test_an_older_lodestar_does_not_turn_back(community: Path) -> None:
    """Whoever has an older Lodestar than the directory is asked to install the newer one."""
    record = community / kept_files.RECORD
    record.write_text(record.read_text(encoding="utf-8").replace('"0.1.0"', '"7.0.0"'), encoding="utf-8")
    done = run("upgrade", "--root", community)
    assert done.exit_code == 2
    assert "pip install --upgrade lodestar-mentors" in done.output


@pytest.mark.usefixtures("next_version")
def test_a_copy_of_our_source_becomes_data_alone(tmp_path: Path) -> None:
    """A copy of version 0.1.0 gets workflows that no longer need the copy; people, programs, settings, threads and edits stay, the bot has as little to do as before, and the site builds."""
    root = Path(copytree(FIXTURES / "v0.1.0" / "directory", tmp_path / "copy"))
    copytree(FIXTURES / "v0.1.0" / "workflows", root / WORKFLOWS)
    (root / "generator").mkdir()
    (root / "generator/__init__.py").write_text('__version__ = "0.1.0"\n', encoding="utf-8")
    edited = root / WORKFLOWS / "check.yml"
    edited.write_text(edited.read_text(encoding="utf-8") + "# Ours.\n", encoding="utf-8")
    sweep = ("sweep", "--root", root, "--forge", f"folder:{root}/threads", "--now", "2026-11-21T12:00:00Z", "--dry-run")
    before, planned = contents(root), run(*sweep).output
    done = run("upgrade", "--root", root)
    assert done.exit_code == 0, done.output
    assert f"updated   {WORKFLOWS}/labels.yml" in done.output
    assert f"yours     {WORKFLOWS}/check.yml" in done.output
    assert "git rm -r generator tests" in done.output
    after = contents(root)
    assert {path for path in before if before[path] != after.get(path)} == {f"{WORKFLOWS}/labels.yml"}
    assert "pip install" not in after[f"{WORKFLOWS}/labels.yml"].decode()
    assert run(*sweep).output == planned
    assert run("check", "--root", root).exit_code == 0
    built = run("build", "--root", root, "--site-dir", tmp_path / "site", "--now", "2026-11-21")
    assert built.exit_code == 0, built.output
