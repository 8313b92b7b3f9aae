"""`lodestar check --fix` writes ids, and leaves everything else alone."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.demo.words import read_vocabularies
from generator.profiles.fix import Fixed, fix
from generator.profiles.rules.context import RuleContext
from generator.profiles.source import SourceFile
from generator.profiles.spellings import read_spellings
from generator.profiles.syntax import read_with_repairs
from tests.examples import examples

CONTEXT = RuleContext(date(2026, 11, 21), read_vocabularies())


def fixed(text: str) -> Fixed | None:
    """Rewrite a profile's text."""
    return fix(SourceFile("mentors/mia.yml", text.encode()), "mentor", CONTEXT)


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("skills: [Python, git]  # mine\n", "skills: [python, git]  # mine\n"),
        ("skills: ['Python', \"C#\", git]\n", "skills: ['python', \"csharp\", git]\n"),
        ("# first\nskills:\n  - Python  # one\n  # two\n  - git\nbio: x\n", "# first\nskills:\n  - python  # one\n  # two\n  - git\nbio: x\n"),
        ("skills: [CV review, git]\nbio: x", "skills: [git]\ntopics: [cv-review]\nbio: x"),
        ("skills: [CV review]\ntopics: [homework] # t\n", "topics: [homework, cv-review] # t\n"),
        ("skills:\n  - git\n  - CV review\ntopics:\n  - homework\n", "skills:\n  - git\ntopics:\n  - homework\n  - cv-review\n"),
        ("skills:\n- ReactJS\n- react\n- git", "skills:\n- react\n- git"),
        ("skills: [git]\ntimezone: Spain", "skills: [git]\ntimezone: Europe/Madrid"),
        ("skills: Python and Git  # two\nbio: x\n", "skills: [python, git]  # two\nbio: x\n"),
        ("skills: 'CV review; Git'\nbio: x", "skills: [git]\ntopics: [cv-review]\nbio: x"),
        ("learning: {skills: Rust}\n", "learning: {skills: [rust]}\n"),
        ("windows: [mon 18-20, 'Sat, Sun 10-12'] # f\n", 'windows: ["Mon 18:00-20:00", "Sat 10:00-12:00", "Sun 10:00-12:00"] # f\n'),
        ("windows:\n  - Tuesdays 6pm-8pm # a\n  - Fri 22-02 # b\n", 'windows:\n  - "Tue 18:00-20:00" # a\n  - "Fri 22:00-24:00" # b\n  - "Sat 00:00-02:00"\n'),
        ("skills:\n  - CV review\n  - git\nbio: x\n", "skills:\n  - git\ntopics: [cv-review]\nbio: x\n"),
    ],
)  # fmt: skip
def test_ids_are_written_and_nothing_else_changes(text: str, new: str) -> None:
    """Comments, quotes, order and the way a list is written stay as they were."""
    done = fixed(text)
    assert done is not None and done.text == new and not done.left


@pytest.mark.parametrize(
    "text",
    [
        "skills: [git]\n",
        "",
        "skills: [git\n",
        "skills: [basket weaving]\n",
        "- Python\n",
        "windows: [Tue 20:00-18:00, Wed 7-9, weekends]\n",
    ],
)
def test_a_file_without_another_spelling_is_left_alone(text: str) -> None:
    """Nothing is written where there is nothing to rewrite, or where the file can't be read."""
    assert fixed(text) is None


def test_what_cannot_be_rewritten_safely_is_left_and_said() -> None:
    """A list with a comment inside its brackets stays as it is when a value would have to leave it."""
    text = "skills: [CV review, # mine\n  git]\n"
    done = fixed(text)
    assert done is not None and (done.text, done.done) == (text, ()) and done.left


SPELLINGS = {
    "skills": ("python", "Python", "py", "git", "GIT", "C#", "React", "ReactJS", "CV review", "first-job", "basket weaving"),
    "topics": ("cv-review", "CV Review", "First job", "homework", "Python"),
    "languages": ("en", "English", "Deutsch", "fr"),
    "windows": ("Tue 18:00-20:00", "mon 18-20", "Sat and Sun 10-12", "Fri 22-02", "Wed 7-9", "weekends"),
    "goals": ("project-help", "Project help", "Career guidance"),
}  # fmt: skip
COMMENTS = ("", "  # eins", "  # two: [x]", " # 'three'")
UNREAD = (
    [],
    ["capacity: 2 # two"],
    ["favourite tea: [Earl Grey, 'CV review'] # of ours", "x-card:", "  colour: Python  # not a skill"],
    ["location: {country: Germany, city: Python} # there"],
    ["location:", "  # where", "  country: Deutschland # de", "  city: English"],
)
"""What an organization may add, and what has other words for other things."""


@st.composite
def profiles(draw: st.DrawFn) -> str:
    """Write a profile by hand: lists in brackets or a line each, with comments, quotes and free texts between."""
    kinds = ["in brackets", "a line each", "as a text"]
    lines = ["# a profile", "name: Mia  # me", "bio: |", "  Python and CV review, # no comment", ""]
    for name in draw(st.permutations(list(SPELLINGS))):
        words = draw(st.lists(st.sampled_from(SPELLINGS[name]), max_size=5, unique=True))
        if not words:
            continue
        quote = draw(st.sampled_from(["", '"', "'"]))
        written = [f"{quote}{word}{quote}" if quote or "#" not in word else f'"{word}"' for word in words]
        how = draw(st.sampled_from(kinds))
        if how == "as a text" and name != "windows":
            text = draw(st.sampled_from([", ", "; "])).join(words)
            lines.append(f'{name}: "{text}"{draw(st.sampled_from(COMMENTS))}')
        elif how != "a line each":
            lines.append(f"{name}: [{', '.join(written)}]{draw(st.sampled_from(COMMENTS))}")
        else:
            indent = draw(st.sampled_from(["", "  ", "    "]))
            lines.append(f"{name}:{draw(st.sampled_from(COMMENTS))}")
            lines += [f"{indent}- {word}{draw(st.sampled_from(COMMENTS))}" for word in written]
        if draw(st.booleans()):
            lines += draw(st.sampled_from(UNREAD)) if name == "skills" else ["# between"]
    return "\n".join(lines) + draw(st.sampled_from(["", "\n", "\n\n# the end\n"]))


@settings(max_examples=examples(usual=60, many=2000), deadline=None)
@given(profiles())
def test_a_rewritten_file_says_what_was_understood(text: str) -> None:
    """Whatever was written how, the new text holds exactly the ids that were read, and a second look finds nothing to do."""
    understood = read_spellings("mentor", read_with_repairs(text).data, CONTEXT)
    done = fixed(text)
    if done is None:
        return
    assert not done.left
    assert read_with_repairs(done.text).data == understood.fields
    assert fixed(done.text) is None
    kept = re.compile(r"name|bio|  Python|capacity|favourite|x-card|  colour|  city")
    assert [line for line in done.text.split("\n") if kept.match(line)] == [
        line for line in text.split("\n") if kept.match(line)
    ]
    assert comments(done.text) == comments(text)
    fields = read_with_repairs(done.text).data
    order = [name for name in fields if name in read_with_repairs(text).data]
    assert order == [name for name in read_with_repairs(text).data if name in fields]


def comments(text: str) -> list[str]:
    """Return the comments of a text, in order."""
    return [found[1] for line in text.split("\n") if (found := re.search(r"(?:^|\s)(#(?!\")[^\"]*)$", line))]
