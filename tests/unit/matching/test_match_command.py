"""`lodestar match` as somebody meets it who looks for a mentor."""

import json
from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.paths import EXAMPLES

BASE = EXAMPLES / "base"
LEARNER = """\
want: [{skill: python, importance: must}, {skill: testing}]
goals: [specific-skills]
languages: [en]
timezone: Europe/Berlin
windows: ["Tue 19:00-21:00"]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small directory with two mentors more than the base's Ada: one who is away, one who speaks French."""
    copytree(BASE, tmp_path / "community")
    mentors = tmp_path / "community" / "mentors"
    for name, lines in (("bo", "offer_to_mentor: false\nlanguages: [en]"), ("cleo", "languages: [fr]")):
        text = f"name: {name}\ngithub: {name}\nheadline: Hello\nskills: [python]\ntimezone: UTC\ncommitment: 1h\ncapacity: 1\n{lines}\n"
        (mentors / f"{name}.yml").write_text(text, encoding="utf-8")
    return tmp_path / "community"


def _match(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["match", "--root", str(root), "--now", "2026-11-21", *words])


def test_json_has_the_shape_that_others_read(root: Path) -> None:
    """The JSON has exactly the promised keys, best first, and says of everybody why or why not."""
    done = _match(root, "--want", "python!", "--goal", "specific-skills", "--language", "en", "--format", "json")
    assert done.exit_code == 0
    content = json.loads(done.stdout)
    assert list(content) == ["version", "learner", "matches", "gated"]
    assert content["learner"] == {
        "want": [{"skill": "python", "importance": "must"}],
        "goals": ["specific-skills"],
        "languages": ["en"],
    }
    [ada] = content["matches"]
    keys = ["github", "handle", "points", "of", "stated", "band", "signals", "can_help_with", "not_offered"]
    assert list(ada) == keys
    assert (ada["github"], ada["of"], ada["can_help_with"], ada["not_offered"]) == ("ada-l", 100, ["python"], [])
    assert ada["signals"][0] == {
        "signal": "expertise",
        "points": 40.0,
        "of": 40.0,
        "sentence": "Can help you with: Python.",
    }
    reasons = {one["github"]: one["reasons"] for one in content["gated"]}
    assert reasons["cleo"] == ["No language in common: you speak English, and they speak French."]
    assert "Not offering mentoring right now." in reasons["bo"]


def test_text_is_short_and_says_how_to_go_on(root: Path) -> None:
    """The text names the wish, the best mentor with every sentence, and how to ask about the others."""
    done = _match(root, "--want", "py", "--language", "en")
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert lines[0] == "Looking for: Python"
    assert lines[2].split()[1:4] == ["strong", "Ada", "L."]
    assert "based on what you've both shared" in lines[2]
    assert lines[-1] == "2 mentors don't fit: use --explain LOGIN to see why."


def test_explain_says_why_and_why_not(root: Path) -> None:
    """--explain gives each signal with its points, or each reason; capitals and an @ before the login do not matter."""
    assert (
        "40 of 40     expertise   Can help you with: Python."
        in _match(root, "--want", "python", "--explain", "@Ada-L").stdout
    )
    kept_out = _match(root, "--want", "python", "--language", "en", "--explain", "cleo")
    assert (
        kept_out.stdout
        == "cleo (cleo) isn't among the matches:\n  No language in common: you speak English, and they speak French.\n"
    )
    as_json = json.loads(_match(root, "--want", "python", "--explain", "ada-l", "--format", "json").stdout)
    assert ([one["github"] for one in as_json["matches"]], as_json["gated"]) == (["ada-l"], [])


def test_without_wishes_there_is_no_number(root: Path) -> None:
    """Whoever states no skill, topic or goal is shown who is there, without points, and what to say."""
    done = _match(root, "--language", "en")
    assert done.exit_code == 0
    assert done.stdout.startswith("Say what you're looking for")
    assert json.loads(_match(root, "--language", "en", "--format", "json").stdout)["matches"][0]["points"] is None


def test_a_file_and_options_say_the_same(root: Path, tmp_path: Path) -> None:
    """A learner's file in YAML, the same in JSON, and the same in options give one answer."""
    (tmp_path / "me.yml").write_text(LEARNER, encoding="utf-8")
    options = ["--want", "python!", "--want", "testing", "--goal", "specific-skills", "--language", "en"]
    options += ["--timezone", "Europe/Berlin", "--window", "Tue 19:00-21:00", "--format", "json"]
    from_options = _match(root, *options)
    (tmp_path / "me.json").write_text(
        json.dumps(json.loads(from_options.stdout)["learner"], indent=2), encoding="utf-8"
    )
    from_yaml = _match(root, "--learner", str(tmp_path / "me.yml"), "--format", "json")
    from_json = _match(root, "--learner", str(tmp_path / "me.json"), "--format", "json")
    assert from_options.exit_code == 0
    assert from_yaml.stdout == from_json.stdout == from_options.stdout


def test_how_to_meet_and_how_to_print_are_two_options(root: Path) -> None:
    """--meet takes how you'd like to meet, several times, and --format only how matches are printed."""
    done = _match(root, "--want", "python", "--format", "json", "--meet", "scheduled-calls", "--meet", "ad-hoc-qa")
    assert json.loads(done.stdout)["learner"]["formats"] == ["scheduled-calls", "ad-hoc-qa"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--want", "pyhton"], "did you mean 'python'?"),
        (["--goal", "project-hlep"], "did you mean 'project-help'?"),
        (["--timezone", "Berlim"], "did you mean 'Europe/Berlin'?"),
        (["--meet", "xml"], "a value of 'formats' cannot be 'xml'"),
        (["--format", "xml"], "'xml' is not one of 'text', 'json'"),
        (["--format", "scheduled-calls"], "is not one of 'text', 'json'"),
        (["--language", "englsh"], "must be a language code"),
        (["--window", "Mon 18:00-22:00"], "'windows' also needs a 'timezone'"),
        (["--timezone", "UTC", "--window", "Mon 22:00-10:00"], "ends before it begins"),
        (["--most-important", "looks"], "write one of expertise, goals"),
        (["--want", "python", "--explain", "ada"], "Did you mean 'ada-l'?"),
        (["--want", "python", "--learner", "me.yml"], "but not both"),
        (["--limit", "0"], "0 is not in the range"),
    ],
)
def test_a_wrong_word_gives_exit_status_two_and_the_right_one(root: Path, words: list[str], said: str) -> None:
    """What cannot be meant ends with exit status 2, names the closest word, and leaves standard output empty."""
    done = _match(root, *words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr


def test_words_are_read_as_people_write_them(root: Path) -> None:
    """A city stands for its time zone, and a language and a goal may be written by their names."""
    done = _match(
        root,
        "--want",
        "Python",
        "--timezone",
        "berlin",
        "--language",
        "English",
        "--goal",
        "Project help",
        "--format",
        "json",
    )
    learner = json.loads(done.stdout)["learner"]
    assert (learner["timezone"], learner["languages"], learner["goals"]) == ("Europe/Berlin", ["en"], ["project-help"])


def test_every_wrong_word_is_named_at_once(root: Path) -> None:
    """Mistakes of different kinds are all told in one go."""
    done = _match(root, "--want", "pyhton", "--goal", "project-hlep", "--timezone", "Berlim")
    assert all(word in done.stderr for word in ("'python'", "'project-help'", "'Europe/Berlin'"))


def test_a_learners_file_has_problems_like_every_file(root: Path, tmp_path: Path) -> None:
    """A mistake in a learner's file has its place, its line and its cure, and gives exit status 1."""
    (tmp_path / "me.yml").write_text(
        LEARNER.replace("skill: testing", "skill: tseting") + "stage: begginer\n", encoding="utf-8"
    )
    done = _match(root, "--learner", str(tmp_path / "me.yml"))
    assert (done.exit_code, done.stdout) == (1, "")
    assert "me.yml:1:51: error: 'tseting' is not a known skill [unknown-skill]" in done.stderr
    assert "me.yml:6:8: error: 'stage' cannot be 'begginer' [unknown-choice]" in done.stderr
    missing = _match(root, "--learner", str(tmp_path / "you.yml"))
    assert (missing.exit_code, "There is no file" in missing.stderr) == (1, True)


def test_a_broken_directory_is_not_matched(root: Path) -> None:
    """Errors in the directory come first, with exit status 1."""
    (root / "mentors" / "cleo.yml").write_text("name: Cleo\n", encoding="utf-8")
    done = _match(root, "--want", "python")
    assert done.exit_code == 1
    assert "mentors/cleo.yml:1:1: error:" in done.stderr


def test_a_sentence_becomes_wishes(root: Path) -> None:
    """A sentence ranks by what it asks for; what it excludes or says is known already is told, and is no wish."""
    answer = json.loads(
        _match(root, "--ask", "I know Git, now I want Python, not packaging", "--format", "json").stdout
    )
    assert answer["learner"]["want"] == [{"skill": "python", "importance": "nice"}]
    assert answer["asked"] == {
        "skills": ["python"], "topics": [], "goals": [], "avoid": ["packaging"], "languages": [],
        "other": {"known": ["git"]}, "text": [],
    }  # fmt: skip


def test_an_option_counts_more_than_the_sentence(root: Path) -> None:
    """Where an option and the sentence say the same thing differently, the option counts."""
    answer = json.loads(_match(root, "--ask", "Python for beginners", "--stage", "mid", "--format", "json").stdout)
    assert answer["learner"]["stage"] == "mid"


def test_the_text_says_what_was_heard(root: Path) -> None:
    """The answer in words begins with what was heard, and names what no skill or topic is called."""
    words = _match(root, "--ask", "Python, not Git, and zorgling").stdout.splitlines()
    assert words[:3] == ["We heard: Python.", "Left out: Git.", "No skill or topic is called that yet: zorgling."]


def test_only_mentors_of_a_country_are_ranked(root: Path) -> None:
    """With --country, by name or code, mentors who don't say that they live there are left out, and an unknown one is refused."""
    file = root / "mentors" / "ada-l.yml"
    file.write_text(f"{file.read_text(encoding='utf-8')}location: {{country: 'NO', city: Bergen}}\n", encoding="utf-8")
    for words in ("NO", "norway", "Norge"):
        content = json.loads(_match(root, "--want", "python", "--country", words, "--format", "json").stdout)
        assert [one["github"] for one in content["matches"]] == ["ada-l"]
        assert content["gated"] == []
    refused = _match(root, "--want", "python", "--country", "Atlantis")
    assert refused.exit_code != 0
    assert "Atlantis is not a country I know" in refused.output
