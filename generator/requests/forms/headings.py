"""Find which form an issue was made with, and what is written below each of its headings."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.model.vocabulary import fold
from generator.requests.forms.form import Form
from generator.requests.forms.visible import LONGEST_ANSWER, visible_headings


def answers_of(body: str, form: Form) -> tuple[dict[str, str], bool]:
    """Return what is below each heading of a form, by the field's id, and whether headings were forged.

    The headings are met in the form's order. One that comes back, comes too late, or was typed as an answer
    is part of the answer around it, and was forged.
    """
    lines, places = lines_of(body), _places(form)
    known = [(heading, places[heading.words]) for heading in headings_of(lines) if heading.words in places]
    found: list[tuple[int, int]] = []
    reached, forged = -1, False
    for index, (heading, place) in enumerate(known):
        if place <= reached or (heading.as_answer and _comes_again(place, known[index + 1 :], len(form.fields) - 1)):
            forged = True
        else:
            reached = place
            found.append((heading.line, place))
    ends = [line for line, _ in found[1:]] + [len(lines)]
    answers = {
        form.fields[place].id: "\n".join(lines[line + 1 : end]).strip()
        for (line, place), end in zip(found, ends, strict=True)
    }
    return answers, forged


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that looks like a heading which GitHub writes above an answer; `as_answer` where an answer would be.

    GitHub writes something below every heading, so a heading just below another one was typed by someone, unless
    someone deleted the answer.
    """

    line: int
    words: str
    as_answer: bool


def lines_of(body: str) -> list[str]:
    """Return the lines of a text, whatever ends them."""
    return body.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def headings_of(lines: list[str]) -> list[Heading]:
    """Return every line that a person sees as a heading of a form."""
    headings, below = [], False
    visible = frozenset(visible_headings(lines))
    for number, line in enumerate(lines):
        plain = line.strip()
        if number in visible:
            headings.append(Heading(number, fold(plain[4 : 4 + LONGEST_ANSWER].rstrip("# ")), below))
            below = not below
        elif plain:
            below = False
    return headings


def _comes_again(place: int, later: list[tuple[Heading, int]], last: int) -> bool:
    """Say whether a heading appears again where it belongs: above an answer, and before the free text begins."""
    for heading, other in later:
        if not heading.as_answer and other in (place, last):
            return other == place
    return False


@lru_cache(maxsize=64)
def _places(form: Form) -> Mapping[str, int]:
    """Return where each label of a form appears, the former ones too."""
    return {label: place for place, field in reversed([*enumerate(form.fields)]) for label in field.labels}


def form_with(headings: list[Heading], forms: tuple[Form, ...]) -> Form | None:
    """Find the form whose headings these are; what is below the first heading of a free text is not looked at."""
    ends = {label for form in forms if form.free_text for label in form.free_text.labels}
    structure = _until([heading.words for heading in headings if not heading.as_answer], ends)
    if not structure or structure[-1] not in ends:
        structure = _until([heading.words for heading in headings], ends)
    first, last = (structure[0], structure[-1]) if structure else ("", "")
    best, most = None, 0
    for form in forms:
        places = _places(form)
        if first not in places or (last in ends and places.get(last) != len(form.fields) - 1):
            continue
        ours = len({places[heading] for heading in structure if heading in places})
        foreign = sum(heading not in places for heading in structure)
        if ours >= min(2, len(form.fields)) and (best is None or ours - foreign > most):
            best, most = form, ours - foreign
    return best


def _until(words: list[str], ends: set[str]) -> list[str]:
    """Return each word once, up to the first of the ends."""
    kept: dict[str, None] = {}
    for word in words:
        kept[word] = None
        if word in ends:
            break
    return [*kept]
