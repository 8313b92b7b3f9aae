"""`lodestar pair` as a coordinator meets it."""

import json
import re
from pathlib import Path
from shutil import copytree

import pytest
import yaml
from click.testing import CliRunner, Result

from generator.app.bot import sweep
from generator.app.load import load_readable
from generator.cli import main
from generator.forge.folder import made_up_id
from generator.forge.people import People, user
from generator.requests.forms.answers import filled_in
from generator.requests.forms.community_forms import forms_of
from generator.text.languages import language_tag
from tests.e2e.stories.story_runner import START
from tests.e2e.stories.story_worlds import FolderWorld
from tests.fakes.request_community import write_community
from tests.paths import EXAMPLES

PROGRAM = """\
title: Spring
kind: group-cohort
organiser: The community
summary: First steps.
mentors: [ada-l, kai, mo]
"""
APPLICATIONS = """\
applications:
  - mentee: Noor
    issue: 31
    learner: {want: [{skill: Python, importance: must}], languages: [en]}
    choices: [kai]
  - mentee: sam
    learner: {want: [{skill: python}], languages: [en]}
  - mentee: tim
    learner: {want: [{skill: python}], languages: [ja]}
  - mentee: zoe
    learner: {want: [{skill: python}], languages: [en]}
    avoid: [kai, ada-l, mo]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small directory with a program and three mentors of Python, of whom mo has no spot."""
    copytree(EXAMPLES / "base", tmp_path / "community")
    root = tmp_path / "community"
    (root / "programs").mkdir(exist_ok=True)
    (root / "programs" / "spring.yml").write_text(PROGRAM, encoding="utf-8")
    for name, capacity in (("kai", 1), ("mo", 0)):
        text = (
            f"name: {name.capitalize()}\ngithub: {name}\nheadline: Hello\nskills: [python]\ntimezone: UTC\n"
            f"commitment: 1h\ncapacity: {capacity}\nlanguages: [en]\nlast_confirmed: 2026-11-01\n"
        )
        (root / "mentors" / f"{name}.yml").write_text(text, encoding="utf-8")
    (tmp_path / "applications.yml").write_text(APPLICATIONS, encoding="utf-8")
    return root


def _pair(root: Path, *words: str, file: str = "applications.yml") -> Result:
    return CliRunner().invoke(
        main,
        [
            "pair",
            "spring",
            "--root",
            str(root),
            "--applications",
            str(root.parent / file),
            "--now",
            "2026-11-21",
            *words,
        ],
    )


def _outcomes(done: Result) -> dict[str, dict]:
    assert done.exit_code == 0, done.output
    return {outcome["solver"]: outcome for outcome in json.loads(done.stdout)["outcomes"]}


def test_json_has_the_shape_that_others_read(root: Path) -> None:
    """The JSON names every pair with its reasons and the next best, and everyone who is left out with the cause."""
    done = _pair(root, "--format", "json")
    outcomes = _outcomes(done)
    assert set(outcomes) == {"stable", "best-total"}
    stable = outcomes["stable"]
    assert set(stable) == {"solver", "points", "pairs", "left_out", "blocking", "choices", "load"}
    [noor, sam] = stable["pairs"]
    assert (noor["mentee"], noor["mentor"], noor["issue"], noor["choice"]) == ("noor", "kai", 31, 1)
    assert (sam["mentee"], sam["mentor"], sam["choice"]) == ("sam", "ada-l", None)
    assert noor["next_mentor"] == "ada-l" and noor["next_mentee"] == "sam"
    assert noor["reasons"][0] == "Can help you with: Python."
    assert {"mentee": "noor", "before": "kai", "after": "ada-l"} in noor["veto_changes"]
    assert {"mentor": "kai", "pairs": 1, "spots": 1} in stable["load"]


def test_everyone_left_out_reads_why(root: Path) -> None:
    """The cause that binds is said: no language in common, ruled out, or no spot left."""
    left_out = {one["mentee"]: one["why"] for one in _outcomes(_pair(root, "--format", "json"))["stable"]["left_out"]}
    assert left_out["tim"].startswith("No mentor fits. Most often: No language in common")
    assert left_out["zoe"] == "Every mentor who would fit was ruled out, by a veto or by the application itself."
    full = _outcomes(_pair(root, "--format", "json", "--lock", "tim:kai", "--veto", "sam:ada-l"))["stable"]["left_out"]
    assert {one["mentee"]: one["why"] for one in full}["sam"] == (
        "1 mentor fits, and has no spot left. One more spot with Kai could change that."
    )


def test_locks_and_vetoes_are_kept(root: Path) -> None:
    """A lock keeps even a pair that would not fit, a veto rules one out, and both work from the file as well."""
    locked = _outcomes(_pair(root, "--format", "json", "--lock", "tim:kai", "--veto", "noor:ada-l"))
    for outcome in locked.values():
        pairs = {one["mentee"]: one["mentor"] for one in outcome["pairs"]}
        assert pairs["tim"] == "kai" and pairs.get("noor") is None
    text = APPLICATIONS + "locks: [{mentee: tim, mentor: kai}]\nvetoes: [{mentee: noor, mentor: ada-l}]\n"
    (root.parent / "decided.yml").write_text(text, encoding="utf-8")
    assert _outcomes(_pair(root, "--format", "json", file="decided.yml")) == locked


def test_yaml_can_be_kept_and_read(root: Path) -> None:
    """The YAML holds the pairs of one way, with the number of each application, and says that nobody was notified."""
    done = _pair(root, "--format", "yaml")
    content = yaml.safe_load(done.stdout)
    assert content["solver"] == "stable" and str(content["made"]) == "2026-11-21"
    assert content["pairs"][0] == {"mentee": "noor", "issue": 31, "mentor": "kai"}
    assert "Nobody was notified" in done.stdout


def test_the_text_says_how_the_two_ways_differ(root: Path) -> None:
    """Who runs it plainly reads both ways beside each other, and what to do next."""
    text = _pair(root).stdout
    assert "Spring: 4 applications" in text and "Both ways lead to the same pairs." in text
    assert "--veto MENTEE:MENTOR" in text and "first choice" in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--lock", "noor"], "Write MENTEE:MENTOR, like noor:ada-l"),
        (["--lock", "noor:adal"], "There is no mentor 'adal'. Did you mean 'ada-l'?"),
        (["--veto", "nobody:kai"], "nobody is locked or vetoed, and hasn't applied."),
        (["--lock", "noor:kai", "--veto", "noor:kai"], "noor and kai are both locked and vetoed."),
        (["--lock", "noor:kai", "--lock", "noor:ada-l"], "noor is locked to more than one mentor."),
        (["--lock", "noor:kai", "--lock", "sam:kai"], "kai has 1 spots and 2 locks."),
    ],
)
def test_decisions_that_cannot_be_are_said(root: Path, words: list[str], said: str) -> None:
    """Each decision that contradicts itself, or names who is not there, is an error that says what to do."""
    done = _pair(root, *words)
    assert (done.exit_code, said in done.stderr) == (2, True), done.stderr


def test_every_mistake_of_the_file_is_said_at_once(root: Path) -> None:
    """Unknown words, fields and doubles are told with the name of the applicant."""
    (root.parent / "wrong.yml").write_text(
        "applications:\n- {mentee: noor, learner: {want: [{skill: pyton}], stage: baby}}\n- {mentee: sam, learner: {hobby: x}}\n",
        encoding="utf-8",
    )
    done = _pair(root, file="wrong.yml")
    assert done.exit_code != 0
    assert "noor: " in done.stderr and "sam: " in done.stderr and "stage" in done.stderr and "hobby" in done.stderr
    (root.parent / "twice.yml").write_text(APPLICATIONS.replace("mentee: sam", "mentee: noor"), encoding="utf-8")
    assert "noor is there twice" in _pair(root, file="twice.yml").stderr
    assert "There is no file" in _pair(root, file="nothing.yml").stderr


def test_the_studio_runs_nothing_but_its_own_script(root: Path) -> None:
    """The page has every pair, loads nothing, and strangers' names in it stay text."""
    (root / "programs" / "spring.yml").write_text(
        PROGRAM.replace("title: Spring", "title: '<script>alert(1)</script>'"), encoding="utf-8"
    )
    page = root.parent / "studio.html"
    done = _pair(root, "--studio", str(page))
    assert done.exit_code == 0 and f"Open {page} in a browser." in done.stderr
    html = page.read_text(encoding="utf-8")
    assert "<script>alert" not in html and html.count("<script>") == 1
    assert not re.search(r"(src|href)=\"|url\((?!['\"]?data:)", html)
    assert 'data-pair="noor:kai"' in html and "default-src 'none'" in html


def test_the_pairs_are_written_into_the_programs_file(root: Path) -> None:
    """With --write, the program's file names each pair and who is left out by their issues, and keeps everything else."""
    path = root / "programs" / "spring.yml"
    everyone = APPLICATIONS
    for number, name in enumerate(("sam", "tim", "zoe"), 32):
        everyone = everyone.replace(f"mentee: {name}", f"mentee: {name}\n    issue: {number}")
    (root.parent / "applications.yml").write_text(everyone, encoding="utf-8")
    for _again in range(2):
        done = _pair(root, "--write")
        assert done.exit_code == 0, done.output
        fields = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert {"issue": 31, "mentor": "kai"} in fields["pairs"]
        assert {33, 34} <= set(fields["left_out"])
        assert {name: fields[name] for name in yaml.safe_load(PROGRAM)} == yaml.safe_load(PROGRAM)
    assert CliRunner().invoke(main, ["check", "--root", str(root)]).exit_code == 0


def test_pairs_without_an_issue_are_not_written(root: Path) -> None:
    """The bot asks in the applicant's own issue, so a pair without one is refused and the file stays."""
    before = (root / "programs" / "spring.yml").read_text(encoding="utf-8")
    done = _pair(root, "--write")
    assert done.exit_code == 2 and "has no issue" in done.output
    assert (root / "programs" / "spring.yml").read_text(encoding="utf-8") == before


def test_applications_are_taken_from_their_threads(tmp_path: Path) -> None:
    """Who applied in an issue is paired as with a file, and the mentor they named is their first choice."""
    root, folder = write_community(tmp_path / "community"), tmp_path / "threads"
    forge = FolderWorld(folder, START).forge()
    directory, _left_out = load_readable(root, START)
    asked = {
        "program": "spring",
        "mentor": "bela",
        "skills": "python!",
        "languages": "English",
        "goals": "A first tool.",
    }
    body = filled_in(forms_of(directory, language_tag), "application", asked)
    People(forge).open(user("cora", made_up_id("cora")), "How much mentors can take.", ())
    for login in ("mia", "nils"):
        People(forge).open(user(login, made_up_id(login)), body, ("application",))
    sweep(forge, root, START)
    where = ["pair", "spring", "--root", str(root), "--forge", f"folder:{folder}", "--now", "2026-11-22"]
    outcomes = _outcomes(CliRunner().invoke(main, [*where, "--format", "json"]))
    pairs = {pair["mentee"]: (pair["issue"], pair["mentor"]) for pair in outcomes["stable"]["pairs"]}
    assert set(pairs) == {"mia", "nils"} and {issue for issue, _mentor in pairs.values()} == {2, 3}
    assert "bela" in {mentor for _issue, mentor in pairs.values()}
    both = CliRunner().invoke(main, [*where, "--applications", "any.yml"])
    assert both.exit_code == 2 and "--forge WHERE" in both.output
