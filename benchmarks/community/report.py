"""Draw the figures of a community as tables, with what is wanted of them and whether it is reached."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.community.figures import Figures
from benchmarks.table import markdown_table


@dataclass(frozen=True, slots=True)
class Line:
    """One figure of a scenario: what it is called, how it is read, what is wanted, and what 0.1.0 gave in the study."""

    scenario: str
    what: str
    read: Callable[[Figures], float]
    show: Callable[[float], str]
    least: float | None = None
    most: float | None = None
    studied: str = ""

    def reached(self, values: Sequence[float]) -> bool:
        """Whether every seed reaches what is wanted."""
        above = self.least is None or min(values) >= self.least
        return above and (self.most is None or max(values) <= self.most)

    @property
    def wanted(self) -> str:
        """Say what is wanted."""
        if self.least is not None:
            return f"at least {self.show(self.least)}"
        return f"at most {self.show(self.most)}" if self.most is not None else ""


def _percent(value: float) -> str:
    return f"{100 * value:.1f} %"


def _count(value: float) -> str:
    return f"{value:.0f}"


def _tenth(value: float) -> str:
    return f"{value:.1f}"


LINES = (
    Line("base", "matched", lambda one: one.matched, _percent, least=0.9, studied="87.0 %"),
    Line("base", "expired", lambda one: one.expired, _percent, most=0.08, studied="11.7 %"),
    Line("base", "undecided after 60 days", lambda one: one.undecided, _percent, most=0.05),
    Line("base", "had an answer in plain words", lambda one: one.plain_answered, _percent, studied="38 %"),
    Line("base", "told that nobody answered, after an answer", lambda one: one.told_nobody, _count, most=0, studied="146"),
    Line("base", "answering mentors paused for silence", lambda one: one.answering_paused_count, _count, most=0),
    Line("base", "running pairs ended by the bot", lambda one: one.pairs_ended, _percent, most=0, studied="16 %"),
    Line("base", "never-answering mentors ever paused", lambda one: one.silent_paused, _percent, studied="31 %"),
    Line("base", "the same, paused or marked, median of days since first asked", lambda one: one.silent_median_days or 0, _count, studied="99"),
    Line("base", "never-answering mentors paused or marked within 60 days", lambda one: one.silent_found_in_time, _percent, least=0.8),
    Line("base", "calls to coordinators a week", lambda one: one.calls_a_week, _tenth),
    Line("base", "most comments of the bot in a thread", lambda one: one.most_comments, _count, studied="26"),
    Line("base", "the same for monthly pairs, in a year", lambda one: one.most_comments_monthly, _count, most=8),
    Line("base", "longest queue of one mentor", lambda one: one.queue, _count, most=2, studied="2"),
    Line("base", "acts on what was not meant", lambda one: one.misread, _count),
    Line("plain words only", "matched", lambda one: one.matched, _percent, least=0.88),
    Line("plain words only", "expired", lambda one: one.expired, _percent, studied="79.3 %"),
    Line("plain words only", "mentors who answered paused as silent", lambda one: one.answering_paused, _percent, most=0, studied="79.4 %"),
    Line("plain words only", "acts on what was not meant", lambda one: one.misread, _count),
    Line("nobody confirms", "matched", lambda one: one.matched, _percent, least=0.8, studied="40.6 %"),
    Line("half of mentors silent", "matched", lambda one: one.matched, _percent, least=0.82),
    Line("demand x 5", "matched", lambda one: one.matched, _percent, studied="54 %"),
    Line("demand x 5", "matched, of what the spots allow", lambda one: one.matched_of_capacity, _percent, least=0.95),
    Line("demand x 5", "calls to coordinators a week", lambda one: one.calls_a_week, _tenth, most=7, studied="24"),
    Line("demand x 5", "longest queue of one mentor", lambda one: one.queue, _count),
    Line("cron dead for 30 days", "matched", lambda one: one.matched, _percent),
    Line("cron dead for 30 days", "told that nobody answered, after an answer", lambda one: one.told_nobody, _count, most=0),
    Line("cron dead for 30 days", "running pairs ended by the bot", lambda one: one.pairs_ended, _percent, most=0),
)  # fmt: skip


def table(found: Mapping[str, Sequence[Figures]]) -> str:
    """Draw one line for each figure, one column for each seed."""
    seeds = max((len(runs) for runs in found.values()), default=0)
    head = (
        "scenario",
        "figure",
        *(f"seed {place + 1}" for place in range(seeds)),
        "wanted",
        "verdict",
        "0.1.0 in the study",
    )
    rows = []
    for line in LINES:
        if line.scenario in found:
            values = [line.read(one) for one in found[line.scenario]]
            verdict = ("reached" if line.reached(values) else "missed") if line.wanted else ""
            rows.append((line.scenario, line.what, *map(line.show, values), line.wanted, verdict, line.studied))
    return markdown_table(head, rows)


def patterns(found: Mapping[str, int], examples: Mapping[str, Sequence[int]]) -> str:
    """List what went wrong, most often first, with some threads to look at."""
    rows = [
        (name, str(count), ", ".join(f"#{one}" for one in examples.get(name, ())))
        for name, count in sorted(found.items(), key=lambda one: -one[1])
    ]
    return markdown_table(("what went wrong", "times", "for example"), rows) if rows else "Nothing."
