"""While the site is served, a file that did not change is not judged again."""

from datetime import date

from generator.profiles.rules.context import RuleContext
from generator.profiles.rules.mentor import MENTOR_RULES
from generator.profiles.source import SourceFile
from generator.profiles.validate import CachingValidator, validate

CONTEXT = RuleContext(date(2026, 11, 21), programs=frozenset({"spring"}))
FILE = SourceFile("mentors/ada.yml", b"name: Ada\ngithub: ada\nprograms: [spring]\n")


def test_the_same_file_is_judged_once() -> None:
    """The same bytes in equal surroundings give the very answer of before."""
    remembering = CachingValidator()
    first = remembering(FILE, "mentor", MENTOR_RULES, CONTEXT)
    same = RuleContext(date(2026, 11, 21), programs=frozenset({"spring"}))
    assert remembering(FILE, "mentor", MENTOR_RULES, same) is first
    assert first == validate(FILE, "mentor", MENTOR_RULES, CONTEXT)


def test_a_change_anywhere_is_seen() -> None:
    """Other bytes, another day or another set of programs are judged anew."""
    remembering = CachingValidator()
    first = remembering(FILE, "mentor", MENTOR_RULES, CONTEXT)
    gone = RuleContext(date(2026, 11, 21))
    assert len(remembering(FILE, "mentor", MENTOR_RULES, gone).problems) == len(first.problems) + 1
    changed = SourceFile(FILE.path, FILE.content + b"pronouns: she/her\ncapactiy: 2\n")
    assert "unknown-field" in {
        problem.code for problem in remembering(changed, "mentor", MENTOR_RULES, CONTEXT).problems
    }
