"""Print how well sentences are understood: `python -m benchmarks.ask`, with `--tuning` the part used while tuning.

`--blind` prints the blind set alone. Failures of its sealed half are counted, never shown.

A sentence's labels are groups of ids; any id of a group is right. `?id` is neither asked for nor wrong.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from time import perf_counter

from generator.ask.lexicon import Lexicon, lexicon_of
from generator.ask.read import read
from generator.demo.words import read_phrases, read_vocabularies

HERE = Path(__file__).parent
EXAMPLES = 10


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence with its labels."""

    sentence: str
    groups: tuple[frozenset[str], ...]
    also: frozenset[str]
    avoid: frozenset[str]
    known: frozenset[str]


@dataclass(frozen=True, slots=True)
class Answer:
    """What was heard in a case."""

    case: Case
    heard: tuple[str, ...]
    everything: frozenset[str]

    @property
    def right(self) -> bool:
        """Whether one skill or topic, at least, was asked for."""
        return any(one in group for one in self.heard for group in self.case.groups)

    @property
    def only_wrong(self) -> bool:
        """Whether skills and topics were heard, and none was asked for."""
        allowed = self.case.also.union(*self.case.groups)
        return bool(self.heard) and not any(one in allowed for one in self.heard)

    @property
    def complete(self) -> bool:
        """Whether everything that was asked for was heard."""
        return all(group & self.everything for group in self.case.groups)


def cases_of(path: Path) -> Iterator[Case]:
    """Read the labelled sentences of a file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            _, sentence, asked, avoid, known = line.split("\t")
            words = asked.split()
            yield Case(
                sentence,
                tuple(frozenset(word.split("/")) for word in words if not word.startswith("?")),
                frozenset(word[1:] for word in words if word.startswith("?")),
                frozenset(avoid.split()),
                frozenset(known.split()),
            )


def answer(case: Case, lexicon: Lexicon) -> Answer:
    """Read a case's sentence."""
    asked = read(case.sentence, lexicon)
    heard = (*asked.ids("skills"), *asked.ids("topics"))
    return Answer(case, heard, frozenset((*heard, *asked.ids("domains"), *asked.ids("career_paths"))))


def report(name: str, answers: list[Answer], examples: bool) -> Iterator[str]:
    """Write the figures of one file, and examples of each failure."""
    count = len(answers)
    failures = {
        "no right skill or topic": [one for one in answers if one.case.groups and not one.right],
        "only wrong": [one for one in answers if one.only_wrong],
        "not everything": [one for one in answers if not one.complete],
        "avoided, yet wanted": [one for one in answers if one.case.avoid & one.everything],
        "known, yet wanted": [one for one in answers if one.case.known & one.everything],
    }
    yield f"{name}: {count} sentences"
    for failure, failed in failures.items():
        yield f"  {failure}: {len(failed)} ({100 * len(failed) / count:.1f} %)"
    excluded = sum(len(one.case.avoid) for one in answers)
    known = sum(len(one.case.known) for one in answers)
    yield f"  of {excluded} exclusions and {known} things already known, wanted all the same: " + ", ".join(
        str(sum(len(getattr(one.case, part) & one.everything) for one in answers)) for part in ("avoid", "known")
    )
    for failure, failed in failures.items() if examples else ():
        yield f"\n{failure}:"
        for one in failed[:EXAMPLES]:
            asked = " ".join("/".join(sorted(group)) for group in one.case.groups)
            yield f"  {one.case.sentence}\n    asked: {asked}\n    heard: {' '.join(sorted(one.everything))}"


def sealed(case: Case) -> bool:
    """Whether a blind case belongs to the half nobody looks into."""
    return sha256(case.sentence.encode()).digest()[-1] % 2 == 1


def blind_figures(name: str, answers: list[Answer]) -> str:
    """Write what the aims are stated in: right, only wrong, everything, and exclusions taken as wanted."""
    count = len(answers)
    right, wrong, complete = (
        sum(getattr(one, part) for one in answers) for part in ("right", "only_wrong", "complete")
    )
    taken = sum(len(one.case.avoid & one.everything) for one in answers)
    excluded = sum(len(one.case.avoid) for one in answers)
    shares = [
        f"{words} {100 * part / count:.1f} %"
        for words, part in (
            ("a right skill or topic", right),
            ("only wrong", wrong),
            ("everything asked for", complete),
        )
    ]
    return f"{name}: {count} sentences, {', '.join(shares)}, {taken} of {excluded} exclusions taken as wanted"


def blind(lexicon: Lexicon) -> Iterator[str]:
    """Write the figures of the blind set and its halves, and examples of failures from the open half."""
    answers = [answer(case, lexicon) for case in cases_of(HERE / "blind.tsv")]
    halves = {part: [one for one in answers if sealed(one.case) is part] for part in (False, True)}
    yield blind_figures("blind", answers)
    yield blind_figures("blind, open half", halves[False])
    yield blind_figures("blind, sealed half", halves[True])
    if "--figures" not in sys.argv:
        yield from report("blind, open half", halves[False], examples=True)
    yield ""


def main() -> None:
    """Measure and print."""
    lexicon = lexicon_of(read_vocabularies(), read_phrases())
    if "--tuning" not in sys.argv:
        print("\n".join(blind(lexicon)))
    if "--blind" in sys.argv:
        return
    names = ["tuning"] if "--tuning" in sys.argv else ["tuning", "held-out", "fresh", "exclusions"]
    for name in names:
        cases = list(cases_of(HERE / f"{name}.tsv"))
        start = perf_counter()
        answers = [answer(case, lexicon) for case in cases]
        spent = perf_counter() - start
        print("\n".join(report(name, answers, "--figures" not in sys.argv)))
        print(f"  {1e6 * spent / len(cases):.0f} microseconds a sentence\n")


if __name__ == "__main__":
    main()
