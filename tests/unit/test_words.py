"""Replaced terms and phrases stay out of the code, the pages and the forms: one term for each thing (see docs/contributing/glossary.md)."""

import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.paths import ROOT

PHRASES = {
    r"somebody|some one": "someone",
    r"everybody": "everyone",
    r"anybody": "anyone",
    r"whoever asks|learners|(?:a|the) learner(?!['’]s file| file)": "mentee",
    r"hears? of (?:it|this)": "is notified",
    r"(?:is|it's) the turn of|whose turn|hands? the turn|turn of the|nobody's turn": "we're waiting for ...",
    r"(?:people|person|one|those|someone) who asks?": "mentee",
    r"comes? about|came about": "happen, be scored",
    r"mend(?:s|ed|ing)?": "fix, correct",
    r"cures?": "fix",
    r"(?:free|open) places?|places? (?:open|left|free|taken)": "spot",
    r"(?:has|have|had|with|there is) room": "is free, has an open spot",
    r"availability desk|the desk": "availability issue",
    r"(?:be|is|was|are|were|been|being) told": "notified",
    r"made good|makes? good": "catch up",
    r"anew": "again",
    r"begin a comment with": "start a comment with",
    r"can be said|words? to (?:say|answer with)|one-word": "command",
    r"without a word": "if nobody responds",
    r"stands?(?!-| (?:for|in for|out|by))|stood": "is, appears",
    r"for ever": "forever",
    r"by proxy|prox(?:y|ies)": "relay",
}
"""What people no longer read, as a pattern, and what to write instead."""

NAMES = {
    "Course": "RequestState", "Ledger": "BotMemory", "Registry": "RequestContext", "Book": "RequestIndex", "Said": "Event",
    "Sent": "SentNotice", "Desk": "availability_issue", "Spoken": "ParsedCommand", "spoken_in": "parse_commands",
    "sayable": "available_commands", "answer_to": "reject_reason", "rung": "fire_timer", "run_until": "advance_to",
    "objections": "validation_errors", "needs_a_look": "needs_review", "told_everybody": "open_request", "Finding": "Violation",
    "Judged": "Validated", "RememberingJudge": "CachingValidator", "Surroundings": "RuleContext", "NotPlain": "NeedsFullParse",
    "Marked": "ParsedWithMarks", "Trap": "TextDefect", "spoiled": "invalid_paths", "Standing": "AvailabilityStatus",
    "Basis": "MatchContext", "Seeker": "PreparedMentee", "Candidate": "PreparedMentor", "turn_of": "daily_rotation",
    "Gated": "Ineligible", "Share": "SignalValue", "Shell": "PageLayout", "cut_shell": "split_layout",
    "SiteInput": "SiteContext", "PhotoRefused": "PhotoError",
    "seeker": "mentee", "ledger": "memory", "registry": "context", "course": "state", "said": "event", "trouble": "error",
    "silences": "unanswered", "alike": "same_goals", "desk": "availability_issue",
}  # fmt: skip
"""Names that code no longer uses, and the field's term; a name that ends with Trouble is an ...Error."""

EXCEPTIONS = {
    ("docs/contributing/glossary.md", "*"): "lists the replaced terms",
    ("generator/ask/cues/en.py", "somebody"): "understands what people write",
    ("generator/ask/cues/en.py", "anybody"): "understands what people write",
    ("generator/requests/understanding/cues/en.json", "*"): "understands what people write",
    ("generator/requests/forms/community_forms.py", "somebody"): "understands an option of older issues",
    ("generator/requests/forms/shared_fields.py", "somebody"): "understands options of older issues",
    ("generator/requests/forms/values.py", "anybody"): "understands what people write",
}
"""Where a replaced term stays, by file and found text, and why."""

_PHRASE = re.compile(
    "|".join(rf"(?P<p{n}>\b(?:{pattern})\b)".replace(" ", r"\s+") for n, pattern in enumerate(PHRASES)), re.IGNORECASE
)
_BETTER = tuple(PHRASES.values())
_PAGES = (".md", ".yml", ".yaml", ".html", ".txt", ".js", ".json", ".py", ".svg", ".css")


def phrases_in(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield the line, the replaced phrase and the better one of each in a text, whatever line breaks and letters."""
    without_marks = re.sub(r"\n[ \t]*(?:#|//|\*|>) ", lambda found: "\n" + " " * (len(found[0]) - 1), text)
    for found in _PHRASE.finditer(without_marks):
        yield text.count("\n", 0, found.start()) + 1, " ".join(found[0].split()), _BETTER[int(found.lastgroup[1:])]


def names_in(source: str) -> Iterator[tuple[int, str, str]]:
    """Yield the line, the replaced name and the better one of each in Python code."""
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.NAME:
            better = "...Error" if token.string.endswith("Trouble") else NAMES.get(token.string)
            if better:
                yield token.start[0], token.string, better


def _files() -> Iterator[Path]:
    yield from (
        ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "CODE_OF_CONDUCT.md")
    )
    yield from (ROOT / name for name in ("directory.yml", "mkdocs.yml", "mentors/README.md"))
    for folder in ("generator", "docs", "programs", ".github"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in _PAGES:
                yield path


def _found(path: Path) -> list[tuple[int, str, str]]:
    text = path.read_text(encoding="utf-8")
    name = path.relative_to(ROOT).as_posix()
    found = [*phrases_in(text), *(names_in(text) if path.suffix == ".py" else ())]
    return [one for one in found if (name, "*") not in EXCEPTIONS and (name, one[1].lower()) not in EXCEPTIONS]


@pytest.mark.parametrize("path", tuple(_files()), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_replaced_term_comes_back(path: Path) -> None:
    """No page, form, comment or name uses a term that was replaced; the message says where, and what to write instead."""
    assert [] == [f"{path.relative_to(ROOT)}:{line}: '{was}': write '{better}'" for line, was, better in _found(path)]


def test_every_exception_is_needed() -> None:
    """An exception for a file or a phrase that is gone is deleted from the list."""
    for name, phrase in EXCEPTIONS:
        text = (ROOT / name).read_text(encoding="utf-8")
        found = {was.lower() for _, was, _ in (*phrases_in(text), *(names_in(text) if name.endswith(".py") else ()))}
        assert found if phrase == "*" else phrase in found, (name, phrase)


def test_replaced_terms_are_found() -> None:
    """The search finds a phrase over a line break and in capitals, and a name in code, and leaves others alone."""
    assert [(1, "Somebody", "someone"), (2, "mended", "fix, correct")] == list(
        phrases_in("Somebody was here;\nit is mended.")
    )
    assert [(1, "has room", "is free, has an open spot")] == list(phrases_in("# who has\n    # room"))
    assert [] == list(phrases_in("We recommend a course; someone stands out."))
    assert [(1, "BotTrouble", "...Error"), (2, "course", "state")] == list(
        names_in("class BotTrouble: ...\ncourse = 'course'\n")
    )
