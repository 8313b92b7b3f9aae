"""Stories: cut into fields and text without moving a line, harmless whatever they hold, and taken out with their mentor."""

import json
from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from generator.app.export import as_json, everything
from generator.app.remove import remove
from generator.profiles.front_matter import split_front_matter
from generator.profiles.rules.context import RuleContext
from generator.profiles.source import SourceFile, kind_of
from generator.profiles.stories import LONGEST, validate_story
from generator.profiles.validate import validate
from tests.paths import EXAMPLES

TODAY = date(2026, 11, 21)
FIELDS = "---\ntitle: A first test\nsummary: How it was written.\ndate: 2026-10-01\nconsent: [mentee]\n---\n"


def story(text: str) -> SourceFile:
    """A story's file."""
    return SourceFile("stories/first-test.md", text.encode("utf-8", "replace"))


def test_a_story_is_a_markdown_file_in_its_folder() -> None:
    """Other files there are strays, and a README is nobody's business."""
    assert kind_of("stories/first-test.md") == "story"
    assert kind_of("stories/first-test.html") == kind_of("stories") == "stray"
    assert kind_of("stories/README.md") is None


def test_fields_keep_their_lines() -> None:
    """What is wrong is reported on the line on which it was written, also with the line ends of Windows."""
    for text in (FIELDS + "\nHello", (FIELDS + "\nHello").replace("\n", "\r\n")):
        fields, body, line = split_front_matter(story(text))
        assert fields.content.splitlines()[1] == b"title: A first test"
        assert body.strip() == b"Hello" and line == 7


@given(st.text(max_size=300))
def test_no_text_breaks_the_check(text: str) -> None:
    """Whatever is in the folder ends in a story or in problems, never in an error of ours."""
    for file in (story(text), story(FIELDS + text), story(f"---\n{text}\n---\nHello")):
        found, problems = validate_story(file, RuleContext(TODAY), validate)
        assert found is not None or problems
    assert validate_story(story(FIELDS + "x" * (LONGEST + 1)), RuleContext(TODAY), validate)[1]


def test_a_story_goes_with_its_mentor_and_is_exported(tmp_path: Path) -> None:
    """`remove` deletes the stories about someone and keeps the others; `export` gives every story back with its text."""
    for path in (EXAMPLES / "base").rglob("*"):
        if path.is_file():
            target = tmp_path / path.relative_to(EXAMPLES / "base")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    handle = next((tmp_path / "mentors").glob("*.yml")).stem
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories" / "theirs.md").write_text(
        FIELDS.replace("consent: [mentee]", f"mentor: {handle.upper()}\nconsent: [mentee, mentor]") + "\nHello\n"
    )
    (tmp_path / "stories" / "another.md").write_text(FIELDS + "\n**Hello**\n")
    exported = json.loads(as_json(everything(tmp_path, TODAY)))["stories"]
    assert set(exported) == {"theirs", "another"} and exported["another"]["text"] == "**Hello**"
    assert "stories/theirs.md" in remove(tmp_path, handle, commit=False).deleted
    assert [path.name for path in (tmp_path / "stories").iterdir()] == ["another.md"]
