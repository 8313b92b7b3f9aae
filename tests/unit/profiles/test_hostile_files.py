"""Files written to hurt get a clear problem: no traceback, no hang, nothing read outside of the root."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.adapters.filesystem import read_directory, read_file
from generator.profiles.check import check_files
from generator.profiles.report import FORMATS
from generator.profiles.rules.context import RuleContext
from generator.profiles.rules.mentor import MENTOR_RULES
from generator.profiles.source import LARGEST_FILE, LARGEST_VOCABULARY, SourceFile
from generator.profiles.validate import validate
from tests.examples import examples

CONTEXT = RuleContext(date(2026, 11, 21))
VALID = b"name: Ada\ngithub: ada\nheadline: H\nskills: [python]\nlanguages: [en]\ntimezone: Europe/London\ncommitment: 1h\ncapacity: 2\n"


def _problems(content: bytes):
    return validate(SourceFile("mentors/ada.yml", content), "mentor", MENTOR_RULES, CONTEXT).problems


@given(st.binary(max_size=400))
@settings(max_examples=examples(usual=80, many=2000))
def test_any_bytes_end_in_problems(content: bytes) -> None:
    """Whatever bytes a file holds, checking it ends and every format can print the result."""
    problems = _problems(content)
    assert problems
    for form in FORMATS.values():
        form(problems, 1).encode()


@given(st.lists(st.tuples(st.integers(0, len(VALID)), st.binary(min_size=1, max_size=6)), max_size=4))
@settings(max_examples=examples(usual=80, many=2000))
def test_any_insertion_into_a_profile_ends(insertions: list[tuple[int, bytes]]) -> None:
    """A valid profile with anything typed into it anywhere is checked without an exception."""
    content = VALID
    for at, typed in insertions:
        content = content[:at] + typed + content[at:]
    for problem in _problems(content):
        assert problem.line >= 1
        assert problem.column >= 1
        assert problem.end_column > problem.column
        assert problem.help


CORPUS = {
    "deep-lists": b"bio: " + b"[" * 60_000,
    "deep-maps": b"bio: " + b"{a: " * 15_000,
    "deep-dashes": b"- " * 30_000,
    "many-keys": b"".join(b"k%d: 1\n" % number for number in range(6000)),
    "same-key": b"name: a\n" * 8000,
    "laughs": b"a: &a [x]\n" + b"".join(b"%c: &%c [*%c, *%c]\n" % (98 + n, 98 + n, 97 + n, 97 + n) for n in range(20)),
    "quotes": b"name: '" + b"''" * 30_000,
    "anchors": b"a: " + b"&x " * 20_000,
    "tags": b"a: " + b"!!x " * 16_000,
    "directives": b"%YAML 1.1\n" * 6000,
    "documents": b"---\n" * 16_000,
    "colons": b"a: " * 20_000,
    "questions": b"? " * 30_000,
    "pipes": b"a: |\n" + b" " * 60_000,
    "nul": b"\x00" * 60_000,
    "controls": b"name: \x1b[31mred\x07\n" * 3000,
    "overrides": "name: \u202eabc\n".encode() * 4000,
    "digits": b"bio: " + b"0" * 60_000,
    "phone-like": b"bio: '" + b"+1 (" * 15_000 + b"'",
    "mail-like": b"bio: '" + b"a.b-c+" * 10_000 + b"@'",
    "mail-dots": b"bio: '" + b"a@" + b"b." * 30_000 + b"'",
    "at-signs": b"bio: '" + b"x (at) " * 8000 + b"'",
    "utf16": VALID.decode().encode("utf-16"),
    "utf32": VALID.decode().encode("utf-32"),
    "surrogates": b"name: \xed\xa0\x80\n",
    "long-key": b"x" * 60_000 + b": 1",
    "list-of-lists": b"skills: [" + b"[a]," * 15_000 + b"]",
    "twins": b"skills: [" + b"a," * 30_000 + b"]",
    "windows": b"windows: [" + b"'Tue 18:00-20:00'," * 3000 + b"]",
}


@pytest.mark.parametrize("name", CORPUS)
def test_the_corpus_is_checked(name: str) -> None:
    """Each known attack on YAML parsers, patterns and terminals ends in problems."""

    problems = _problems(CORPUS[name])
    assert any(problem.severity == "error" for problem in problems)
    assert len(problems) <= 101
    printed = FORMATS["text"](problems, 1)
    assert "\x1b" not in printed
    assert "\u202e" not in printed


def test_a_large_file_is_not_read(tmp_path: Path) -> None:
    """Ten megabytes are refused by their size, before a byte of them is read."""
    (tmp_path / "mentors").mkdir()
    (tmp_path / "mentors" / "big.yml").write_bytes(b"a" * 10_000_000)
    assert read_file(tmp_path, "mentors/big.yml") == SourceFile("mentors/big.yml", refusal="too-large")
    (tmp_path / "mentors" / "edge.yml").write_bytes(b"a" * LARGEST_FILE)
    assert read_file(tmp_path, "mentors/edge.yml").refusal is None


def test_a_vocabulary_of_five_thousand_terms_is_read(tmp_path: Path) -> None:
    """The limit of a file leaves room for all that its schema promises, and a larger vocabulary is told its own limit."""
    (tmp_path / "vocabulary").mkdir()
    terms = "".join(
        f"- id: a-term-of-ordinary-length-{number}\n  label: A term of ordinary length {number}\n"
        f"  synonyms: [ordinary {number}, usual {number}, common word {number}]\n"
        f"  broader: [a-term-of-ordinary-length-{max(number - 1, 0)}]\n"
        for number in range(5000)
    )
    (tmp_path / "vocabulary" / "skills.yml").write_text(terms, encoding="utf-8")
    read = read_file(tmp_path, "vocabulary/skills.yml")
    assert read.refusal is None
    assert validate(read, "vocabulary", (), CONTEXT).problems == ()
    (tmp_path / "vocabulary" / "skills.yml").write_bytes(b"a" * (LARGEST_VOCABULARY + 1))
    refused = validate(read_file(tmp_path, "vocabulary/skills.yml"), "vocabulary", (), CONTEXT)
    assert [problem.message for problem in refused.problems] == ["this file is larger than 1024 KiB"]


def test_links_are_never_followed(tmp_path: Path) -> None:
    """A link as a file, as a folder or as a parent folder leads nowhere, and each is named in a problem."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.yml").write_bytes(VALID)
    root = tmp_path / "root"
    (root / "mentors").mkdir(parents=True)
    (root / "mentors" / "ada.yml").symlink_to(outside / "secret.yml")
    (root / "programs").symlink_to(outside)
    files = list(read_directory(root))
    assert [(file.path, file.refusal) for file in files] == [("mentors/ada.yml", "link"), ("programs", "link")]
    checked = check_files(files, date(2026, 11, 21), lambda name, content: None)
    assert {"mentors/ada.yml", "programs"} <= {
        problem.path for problem in checked.problems if problem.code == "linked-file"
    }


def test_pipes_and_folders_are_not_opened(tmp_path: Path) -> None:
    """A named pipe would wait forever and a folder cannot be read; both are refused at once."""
    (tmp_path / "mentors" / "folder.yml").mkdir(parents=True)
    os.mkfifo(tmp_path / "mentors" / "pipe.yml")
    assert read_file(tmp_path, "mentors/folder.yml").refusal == "folder"
    assert read_file(tmp_path, "mentors/pipe.yml").refusal == "special"


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMATS)
def test_the_command_survives_the_whole_corpus(tmp_path: Path, form: str) -> None:
    """`lodestar check` over all attacks at once comes to an end, prints problems and no traceback, in every format."""
    (tmp_path / "mentors").mkdir()
    for name, content in CORPUS.items():
        (tmp_path / "mentors" / f"{name}.yml").write_bytes(content)
    (tmp_path / "mentors" / "line\nbreak.yml").write_bytes(VALID)
    (tmp_path / "mentors" / os.fsdecode(b"bytes\xff.yml")).write_bytes(VALID)
    done = subprocess.run(
        [sys.executable, "-m", "generator", "check", "--root", str(tmp_path), "--format", form],
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1, done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert b"deep-lists.yml" in done.stdout
