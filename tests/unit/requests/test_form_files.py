"""The files of the forms and the labels, as the commands write and list them."""

import json
from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.model.directory import RequestSettings
from generator.model.request_state import STATES
from generator.model.vocabulary import Term, Vocabularies, Vocabulary
from generator.requests.forms.community_forms import all_forms
from generator.requests.forms.form import Form
from generator.requests.forms.form_file import chooser_text, form_text
from generator.requests.lifecycle.plan import STATE_LABELS
from generator.requests.replies.labels import FORM_LABELS, LABELS, state_label
from tests.examples import examples
from tests.fakes.asking_community import community
from tests.paths import ROOT

FOLDER = Path(".github/ISSUE_TEMPLATE")
SETTINGS = community().settings
words = st.one_of(
    st.text(min_size=1, max_size=60).map(str.strip).filter(bool),
    st.sampled_from(
        [
            "two\nlines",
            "no",
            "null",
            "1_0",
            "2026-11-21",
            "~",
            "- x",
            "a: b",
            "a #b",
            "'",
            '"',
            "\\",
            "@ada",
            "`x`",
            "%x",
            "*x",
            "&x",
            "!x",
            "語",
            "🙂",
        ]
    ),
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A community of one's own, without forms yet."""
    copytree(ROOT / "tests" / "examples" / "base", tmp_path / "community")
    return tmp_path / "community"


def run(*arguments: str):
    """Call lodestar."""
    return CliRunner().invoke(main, list(arguments))


def test_the_forms_of_this_repository_are_up_to_date() -> None:
    """What GitHub shows is what directory.yml and the vocabulary say; if not, run `lodestar forms` and commit."""
    done = run("forms", "--check", "--root", str(ROOT))
    assert (0, "All 10 form files are up to date.\n") == (done.exit_code, done.output)


def test_forms_are_written_once_and_then_kept(root: Path) -> None:
    """Missing forms are named, then written; a second run finds them as they should be, and leaves other forms alone."""
    own = root / FOLDER / "own.yml"
    own.parent.mkdir(parents=True)
    own.write_text("name: Our own\n", encoding="utf-8")
    found = run("forms", "--check", "--root", str(root))
    assert 1 == found.exit_code
    assert ".github/ISSUE_TEMPLATE/request.yml is missing." in found.output
    assert "help: run `lodestar forms`" in found.output
    assert ["own.yml"] == [path.name for path in own.parent.iterdir()]
    assert 0 == run("forms", "--root", str(root)).exit_code
    assert [
        "apply.yml",
        "config.yml",
        "interview.yml",
        "leave.yml",
        "offer.yml",
        "own.yml",
        "profile.yml",
        "question.yml",
        "request.yml",
        "review.yml",
        "self-test.yml",
    ] == sorted(path.name for path in own.parent.iterdir())
    assert 0 == run("forms", "--check", "--root", str(root)).exit_code
    assert "name: Our own\n" == own.read_text(encoding="utf-8")


def test_a_stale_form_is_named_and_mended(root: Path) -> None:
    """After the settings changed, the check names each form that says something else, also for programs, and writing mends them."""
    run("forms", "--root", str(root))
    settings = root / "directory.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + "requests: {days: {expiry: 21}}\n", encoding="utf-8")
    told = json.loads(run("forms", "--check", "--format", "json", "--root", str(root)).output)
    assert 1 == told["version"]
    assert {"request.yml": "stale", "offer.yml": "stale"} == {
        Path(form["path"]).name: form["state"] for form in told["forms"] if form["state"] != "current"
    }
    assert not any(form["written"] for form in told["forms"])
    done = run("forms", "--root", str(root))
    assert "Wrote .github/ISSUE_TEMPLATE/request.yml." in done.output
    assert "nobody responds within 21 days" in (root / FOLDER / "request.yml").read_text(encoding="utf-8")


def test_line_ends_of_windows_are_not_stale(root: Path) -> None:
    """A checkout with the line ends of Windows is as good as any."""
    run("forms", "--root", str(root))
    form = root / FOLDER / "request.yml"
    form.write_bytes(form.read_bytes().replace(b"\n", b"\r\n"))
    assert 0 == run("forms", "--check", "--root", str(root)).exit_code


def test_a_directory_with_mistakes_has_no_forms(root: Path) -> None:
    """While the settings are wrong nothing is written, and the mistake is shown."""
    (root / "directory.yml").write_text("name: x\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["forms", "--root", str(root)])
    assert 1 == done.exit_code
    assert "directory.yml:1:1: error:" in done.output
    assert not (root / FOLDER).exists()


@given(st.sampled_from(["", "https://mentors.example.org/"]), words, words, st.none() | st.integers(1, 9))
@settings(max_examples=examples(usual=20, many=500))
def test_a_file_says_what_the_form_says(site_url: str, skill: str, topic: str, desk: int | None) -> None:
    """Whatever words a community uses, the files are YAML, and say what was meant letter by letter."""
    changed = replace(SETTINGS, site_url=site_url, requests=RequestSettings(availability_desk=desk))
    vocabularies = Vocabularies(Vocabulary.of((Term("a", skill),)), Vocabulary.of((Term("b", topic),)))
    for form in all_forms(changed, vocabularies):
        check_file(form, yaml.load(form_text(form), Loader=yaml.CSafeLoader))
    chooser = yaml.load(chooser_text(changed), Loader=yaml.CSafeLoader)
    conduct = [f"{site_url}code-of-conduct/"] if site_url else []
    assert [
        changed.private_contact,
        *conduct,
        *([f"https://github.com/example/community/issues/{desk}"] if desk else []),
    ] == [link["url"] for link in chooser["contact_links"]]
    assert chooser["blank_issues_enabled"] is False


def check_file(form: Form, file: dict) -> None:
    """Compare a form with what its file says."""
    assert (form.name, form.about, form.title, [form.label]) == (
        file["name"],
        file["description"],
        file["title"],
        file["labels"],
    )
    intro, *parts = file["body"]
    assert form.intro == intro["attributes"]["value"]
    for field, part in zip(form.shown, parts, strict=True):
        event = part["attributes"]
        assert (field.type, field.id, field.label) == (part["type"], part["id"], event["label"])
        assert (field.about, field.placeholder) == (event.get("description", ""), event.get("placeholder", ""))
        assert [choice.text for choice in field.choices] == [
            one if isinstance(one, str) else one["label"] for one in event.get("options", ())
        ]
        assert field.default == event.get("default")
        assert field.filled == event.get("value", "")
        required = (
            [one["required"] for one in event["options"]] == [True]
            if field.type == "checkboxes"
            else part.get("validations", {}).get("required", False)
        )
        assert field.required == required


def test_a_community_without_words_has_forms_too() -> None:
    """A community that has no vocabulary yet still gets forms with an example."""
    request = all_forms(SETTINGS, Vocabularies())[0]
    assert "for example gardening!." in next(field for field in request.fields if field.id == "details").about


def test_there_is_a_label_for_every_state_and_every_form() -> None:
    """Labels show every state and every form, each once, with a description that GitHub takes."""
    told = json.loads(run("labels", "--format", "json").output)
    assert 1 == told["version"]
    assert [{"name": label.name, "color": label.color, "description": label.description} for label in LABELS] == told[
        "labels"
    ]
    names = [label["name"] for label in told["labels"]]
    assert [*(label.name for label in FORM_LABELS), *map(state_label, STATES)] == names
    assert set(STATE_LABELS.values()) <= set(names)
    assert len(names) == len({name.lower() for name in names})
    assert all(0 < len(label["description"]) <= 100 and len(label["name"]) <= 50 for label in told["labels"])
    assert "state: waiting     #" in run("labels").output


@pytest.mark.parametrize("label", LABELS, ids=lambda label: label.name)
def test_a_label_can_be_read(label) -> None:
    """Black letters on the colour of a label have at least the contrast of WCAG's highest level."""
    red, green, blue = (int(label.color[at : at + 2], 16) / 255 for at in (0, 2, 4))
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in (red, green, blue)]
    assert (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05) / 0.05 >= 7
