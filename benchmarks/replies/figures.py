"""Compare what replies were understood as with what people say they mean."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.replies.labelled import TODAY, Labelled
from generator.requests.understanding.understand import understand
from generator.requests.understanding.understood import Understood

NAMES = {"Camila": "camila-r", "Haruka": "haruka-t", "Priya": "priya-k"}
YES_NO = ("accept", "decline")


@dataclass(frozen=True, slots=True)
class Result:
    """A reply, and what it was understood as."""

    reply: Labelled
    understood: Understood

    @property
    def acted(self) -> bool:
        """Whether it was taken for a yes or a no without asking."""
        return self.understood.tier == "certain" and self.understood.meaning in YES_NO

    @property
    def wrong(self) -> bool:
        """Whether it was taken for a yes or a no that no reader would defend."""
        return self.acted and self.understood.meaning not in self.reply.allowed

    @property
    def lost(self) -> bool:
        """Whether a clear yes or no led to nothing: neither an act nor a question."""
        return self.reply.is_clear and self.understood.tier == "none"

    @property
    def silently(self) -> bool:
        """Whether a clear yes or no was taken for something else that asks nobody."""
        return (
            self.reply.is_clear
            and self.understood.tier == "certain"
            and self.understood.meaning not in self.reply.allowed
        )

    @property
    def is_talk(self) -> bool:
        """Whether nothing has to be done about it."""
        return self.reply.meaning == "none" and not any(one.startswith("/") for one in self.reply.also)

    @property
    def bothered(self) -> bool:
        """Whether plain talk was asked back about."""
        return self.is_talk and self.understood.tier == "likely"


def understood(replies: Sequence[Labelled]) -> list[Result]:
    """Read every reply."""
    return [
        Result(
            one, understand(one.text, speaker=one.speaker, state=one.state, asked=one.asked, today=TODAY, names=NAMES)
        )
        for one in replies
    ]


def summary(results: Sequence[Result]) -> dict[str, str]:
    """Return the four figures of a group, as text."""
    acted = [one for one in results if one.acted]
    clear = [one for one in results if one.reply.is_clear]
    talk = [one for one in results if one.is_talk]
    return {
        "replies": str(len(results)),
        "yes or no acted on": str(len(acted)),
        "right": _share(sum(not one.wrong for one in acted), len(acted)),
        "clear": str(len(clear)),
        "acted on": _share(sum(one.acted and not one.wrong for one in clear), len(clear)),
        "lost": _share(sum(one.lost or one.silently for one in clear), len(clear)),
        "talk": str(len(talk)),
        "asked back": _share(sum(one.bothered for one in talk), len(talk)),
    }


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "-"


def by_language(results: Sequence[Result]) -> Iterator[str]:
    """Write the figures of all replies and of each language as a table."""
    languages = sorted({one.reply.language for one in results})
    groups = {"all": results} | {
        language: [one for one in results if one.reply.language == language] for language in languages
    }
    header = summary(results)
    yield "| | " + " | ".join(header) + " |"
    yield "|:--|" + "--:|" * len(header)
    for name, group in groups.items():
        yield f"| {name} | " + " | ".join(summary(group).values()) + " |"


def confusion(results: Sequence[Result]) -> Iterator[str]:
    """Write how often each meaning was understood as which, certain and likely apart."""
    counts: Counter[tuple[str, str]] = Counter()
    for one in results:
        meaning = one.understood.meaning if one.understood.tier != "none" else "-"
        counts[one.reply.meaning, meaning + ("?" if one.understood.tier == "likely" else "")] += 1
    columns = sorted({column for _, column in counts}, key=lambda one: (one == "-", one))
    yield "| is \\ read as | " + " | ".join(columns) + " |"
    yield "|:--|" + "--:|" * len(columns)
    for row in sorted({row for row, _ in counts}):
        yield f"| {row} | " + " | ".join(str(counts[row, column] or "") for column in columns) + " |"


def listed(title: str, results: Sequence[Result]) -> Iterator[str]:
    """Write replies with what they mean, and what they were understood as."""
    yield f"{title}: {len(results)}"
    for one in results:
        text = " / ".join(one.reply.text.split("\n"))[:200]
        yield f"  [{one.reply.language} {one.reply.speaker}] {text}"
        yield f"      is {one.reply.meaning}, read as {one.understood.meaning} ({one.understood.tier}): {' '.join(one.understood.because)}"


def problems(results: Sequence[Result]) -> Iterator[str]:
    """Write every wrong act, everything lost, and other acts that nobody would defend."""
    yield from listed("Acted on and wrong", [one for one in results if one.wrong])
    yield from listed("Lost", [one for one in results if one.lost or one.silently])
    others = [
        one
        for one in results
        if one.understood.tier == "certain"
        and not one.wrong
        and not one.silently
        and one.understood.meaning not in one.reply.allowed
        and (one.understood.meaning != "none" or (one.understood.command or "") not in one.reply.allowed)
    ]
    yield from listed("Other acts that are wrong", others)
