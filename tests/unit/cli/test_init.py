"""`lodestar init`: a repository of one's own with data and settings, and nothing of ours that has to be merged later."""

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from generator.adapters import packaged
from generator.app import kept_files
from generator.cli import community, main
from tests.e2e.github import workflow_lints
from tests.paths import ROOT

OPTIONS = ("--name", "Garden mentors", "--address", "garden/mentors", "--coordinators", "ada-l, @grace-h")
COMMIT = "0123456789abcdef0123456789abcdef01234567"


def run(*arguments: str | Path, given: str = "") -> Result:
    """Call lodestar."""
    return CliRunner().invoke(main, list(map(str, arguments)), input=given)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A community without examples."""
    folder = tmp_path_factory.mktemp("init") / "garden"
    done = run("init", folder, *OPTIONS, "--no-examples")
    assert done.exit_code == 0, done.output
    return folder


def files_of(folder: Path) -> list[str]:
    """Return the path of every file."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_community_owns_few_files_and_no_code(made: Path) -> None:
    """What init writes is settings, forms, thin workflows and pages: no program, nothing of ours that is theirs to merge."""
    files = files_of(made)
    assert {"directory.yml", "README.md", ".gitignore", "docs/index.md", ".github/lodestar.json"} <= set(files)
    assert {Path(path).suffix for path in files} == {".yml", ".md", ".json", ""}
    own = [path for path in files if not path.startswith(".github/")]
    assert own == [".gitignore", "README.md", "directory.yml", "docs/index.md"]
    assert {"mentors", "programs"} <= {path.name for path in made.iterdir()}


def test_check_and_forms_have_nothing_to_say(made: Path) -> None:
    """A fresh community has no mistake, with our vocabulary, and its forms are what its settings say."""
    checked = run("check", "--root", made)
    assert (0, True) == (checked.exit_code, checked.output.endswith("files checked: no problems\n")), checked.output
    assert run("forms", "--check", "--root", made).exit_code == 0


def test_the_answers_are_in_the_settings(made: Path) -> None:
    """What was answered is in directory.yml, the address of the site follows from the repository's, and people's README names both."""
    settings = yaml.safe_load((made / "directory.yml").read_text(encoding="utf-8"))
    assert settings == {
        "name": "Garden mentors",
        "language": "en",
        "site_url": "https://garden.github.io/mentors/",
        "repository": "garden/mentors",
        "coordinators": ["ada-l", "grace-h"],
        "private_contact": "https://example.org/conduct",
    }
    readme = (made / "README.md").read_text(encoding="utf-8")
    assert "# Garden mentors" in readme
    assert "https://garden.github.io/mentors/join/" in readme
    assert "lodestar-mentors/lodestar" not in (made / ".github/PULL_REQUEST_TEMPLATE.md").read_text(encoding="utf-8")


def test_every_workflow_and_form_of_ours_comes_along(made: Path) -> None:
    """Whatever this repository's own folder has is in a community, but for what tests and releases Lodestar itself."""
    ours = {path.relative_to(ROOT).as_posix() for path in (ROOT / ".github").rglob("*.yml")}
    left_out = {"workflows/tests.yml", "workflows/release.yml", "zizmor.yml"}
    theirs = {path for path in files_of(made) if path.startswith(".github/") and path.endswith(".yml")}
    assert theirs == ours - {f".github/{name}" for name in left_out}


def test_workflows_differ_in_the_version_alone(made: Path) -> None:
    """A community's workflow is the one that this repository runs, with Lodestar at one version instead of at this commit."""
    versions = set()
    for path in sorted((made / ".github/workflows").iterdir()):
        ours = (ROOT / ".github/workflows" / path.name).read_text(encoding="utf-8").splitlines()
        theirs = path.read_text(encoding="utf-8").splitlines()
        changed = [(one, other) for one, other in zip(ours, theirs, strict=True) if one != other]
        assert bool(changed) == ("uses: ./" in str(ours)), path.name
        assert all(one.split("uses: ")[1].startswith("./") for one, _ in changed), path.name
        versions |= {other.partition("@")[2] for _, other in changed}
    assert len(versions) == 1


def test_a_released_lodestar_pins_its_own_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A released wheel knows its commit: every workflow names it in full, and keeps each promise about workflows."""
    monkeypatch.setattr(kept_files, "released_commit", lambda: COMMIT)
    assert run("init", tmp_path / "ours", *OPTIONS, "--no-examples").exit_code == 0
    for path in (tmp_path / "ours/.github/workflows").iterdir():
        text = path.read_text(encoding="utf-8")
        assert text.count("uses: lodestar-mentors/") == text.count(f"@{COMMIT} # v"), path.name
        assert [said for lint in workflow_lints.LINTS for said in lint(text)] == [], path.name


def test_the_record_says_what_was_written(made: Path) -> None:
    """The record has the hash of each file that Lodestar keeps up to date, and of no other."""
    record = json.loads((made / ".github/lodestar.json").read_text(encoding="utf-8"))
    assert list(record["files"]) == [
        path for path in files_of(made) if path.startswith(".github/") and path != ".github/lodestar.json"
    ]
    read = kept_files.read_record(made)
    assert read
    assert all(read.wrote(path, (made / path).read_bytes()) for path in record["files"])


def test_nothing_is_overwritten(made: Path, tmp_path: Path) -> None:
    """A folder with something in it is refused, with what to do; one that is a directory already is led to upgrade and doctor."""
    (tmp_path / "notes.txt").write_text("mine")
    refused = run("init", tmp_path)
    assert refused.exit_code == 2
    assert "there is notes.txt" in refused.output
    assert "Name a new folder" in refused.output
    assert files_of(tmp_path) == ["notes.txt"]
    before = (made / "directory.yml").read_bytes()
    again = run("init", made)
    assert again.exit_code == 2
    assert f"lodestar upgrade --root {made}" in again.output
    assert (made / "directory.yml").read_bytes() == before


def test_a_fresh_clone_is_empty_enough(tmp_path: Path) -> None:
    """Whoever made the repository on GitHub first and cloned it can begin in the clone."""
    (tmp_path / "mentors/.git").mkdir(parents=True)
    assert run("init", tmp_path / "mentors", "--no-examples").exit_code == 0


def test_without_a_terminal_the_folder_s_name_is_enough(tmp_path: Path) -> None:
    """Nothing is asked where nobody can answer: the name follows from the folder, and examples show what a profile can be."""
    done = run("init", tmp_path / "garden-mentors")
    assert done.exit_code == 0, done.output
    settings = yaml.safe_load((tmp_path / "garden-mentors/directory.yml").read_text(encoding="utf-8"))
    assert ("Garden mentors", "your-organisation/garden-mentors") == (settings["name"], settings["repository"])
    assert "mentors/example-tomasz.yml" in files_of(tmp_path / "garden-mentors")
    assert run("check", "--root", tmp_path / "garden-mentors").exit_code == 0


def test_six_questions_are_asked_and_wrong_answers_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a terminal each of the six things is asked; what the check would refuse is explained, and asked again."""
    monkeypatch.setattr(community, "_can_ask", lambda: True)
    given = [
        "Garden",
        "no address",
        "https://github.com/garden/mentors.git",
        "xx",
        "en",
        "ada-l",
        "https://example.org/x",
        "n",
    ]
    done = run("init", tmp_path / "garden", given="\n".join([*given, ""]))
    assert done.exit_code == 0, done.output
    assert done.output.count("OWNER/NAME [") == 2
    assert "'xx' isn't a language of Lodestar" in done.output
    settings = yaml.safe_load((tmp_path / "garden/directory.yml").read_text(encoding="utf-8"))
    assert ("garden/mentors", ["ada-l"], "https://example.org/x") == (
        settings["repository"], settings["coordinators"], settings["private_contact"],
    )  # fmt: skip


def test_a_wrong_option_is_named_and_nothing_written(tmp_path: Path) -> None:
    """An option that the check would refuse is named with what is wrong, and the folder isn't made."""
    done = run("init", tmp_path / "garden", "--address", "not a repository")
    assert done.exit_code == 2
    assert "--address: " in done.output
    assert not (tmp_path / "garden").exists()


def test_what_comes_along_is_in_the_wheel() -> None:
    """Each folder that a community is given from is carried by the wheel, and by the source that the wheel is built from."""
    build = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for name in (".github", "docs", "mentors", "mkdocs.yml", "programs", "vocabulary"):
        assert f'"{name}" = "generator/packaged/{name}"' in build
        assert f'"/{name}"' in build
    pages = {name for name, _ in packaged.packaged_pages()}
    assert {"join.md", "support.md", "guides/mentor.md", "code-of-conduct.md"} <= pages
    assert not [name for name in pages if name.startswith(("decisions/", "contributing/", "run-your-own"))]
