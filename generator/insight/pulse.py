"""Turn what requests and profiles add up to into the figures a community reads, each with its meaning and how many it is of.

No rate and no middle is shown for fewer than `FEWEST`: of so few it would be a story about people who can be recognised.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

from generator.insight.availability import AvailabilityStatus
from generator.model.activity import Activity
from generator.model.directory import Directory
from generator.model.marked import N_
from generator.model.pulse import FEWEST, Pulse, Satisfaction

COUNT, SHARE, DAYS = "count", "share", "days"
"""What kind of number a figure is; a share is from 0 to 1."""
MOST_WANTED = 12
"""How many skills are compared with who offers them."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One number. Its texts are marked for translators.

    `value` is None where too little is known, and `of` how many it was made from, None for a plain count.
    """

    name: str
    kind: str
    title: str
    meaning: str
    value: float | None
    of: int | None = None


@dataclass(frozen=True, slots=True)
class Demand:
    """A skill or topic that requests of the last year asked for, how often, and how many listed mentors offer it."""

    kind: str
    id: str
    asked: int
    offered: int
    free: int


def figures_of(
    activity: Activity, pulse: Pulse, directory: Directory, statuses: Mapping[str, AvailabilityStatus]
) -> tuple[Figure, ...]:
    """Return every figure, in the order in which people read them."""
    listed = [handle for handle, status in statuses.items() if status.listed]
    known = pulse.answered + pulse.unanswered
    decided = sum(month.sent - month.open for month in pulse.months)
    over = pulse.completed + pulse.ended
    fresh = sum(_is_fresh(statuses[handle], activity) for handle in listed)
    return (
        Figure("mentors", COUNT, N_("Mentors"), N_("Profiles on this site that offer mentoring."), len(listed)),
        Figure(
            "free",
            COUNT,
            N_("Free now"),
            N_("Mentors who can be asked today and have an open spot."),
            sum(statuses[handle].can_be_asked for handle in listed),
        ),
        Figure("sent", COUNT, N_("Requests"), N_("Everything people asked mentors in the last year."), pulse.sent),
        _share(
            "answered",
            N_("Answered"),
            N_(
                "Of requests that a mentor was notified of, and that aren’t waiting any more: the mentor wrote anything."
            ),
            pulse.answered,
            known,
        ),
        _share(
            "unanswered",
            N_("Ended without an answer"),
            N_("The other part. Each of these people got the names of other mentors."),
            pulse.unanswered,
            known,
        ),
        Figure(
            "usual_wait",
            DAYS,
            N_("Usual wait for an answer"),
            N_("Half of all first answers came sooner, half later."),
            pulse.usual_wait,
            pulse.answered,
        ),
        _share(
            "matched",
            N_("Found a mentor"),
            N_("Of requests that aren’t open any more or led to a yes: a mentor said yes."),
            pulse.matched,
            decided,
        ),
        Figure(
            "usual_match",
            DAYS,
            N_("Usual time to a yes"),
            N_("From sending the request to the yes; half were sooner, half later."),
            pulse.usual_match,
            pulse.matched,
        ),
        _share(
            "begun", N_("Had a first contact"), N_("Of all mentorships: they began."), pulse.begun, pulse.mentorships
        ),
        _share(
            "lasting",
            N_("Lasted two months"),
            N_("Of mentorships that began at least 60 days ago: they still run, or were completed."),
            pulse.lasting,
            pulse.old,
        ),
        _share(
            "completed",
            N_("Completed"),
            N_("Of mentorships that are over: both reached what they wanted, and said so."),
            pulse.completed,
            over,
        ),
        _share(
            "checked_in",
            N_("Shared news"),
            N_("Of all mentorships: someone wrote an update or a goal in the thread."),
            pulse.checked_in,
            pulse.mentorships,
        ),
        *_satisfaction(pulse.satisfaction),
        _load(statuses),
        _share(
            "fresh",
            N_("Confirmed profiles"),
            N_("Of all mentors: they gave a sign of life in the last six months."),
            fresh,
            len(listed),
        ),
        Figure(
            "pay_forward",
            COUNT,
            N_("Mentees who became mentors"),
            N_("People who completed a mentorship here and now offer mentoring."),
            _pay_forward(activity, directory),
        ),
    )


def _share(name: str, title: str, meaning: str, part: int, whole: int) -> Figure:
    return Figure(name, SHARE, title, meaning, part / whole if whole >= FEWEST else None, whole)


def _satisfaction(total: Satisfaction) -> Iterator[Figure]:
    """What mentees said at the end; who was unhappy writes less often, so this is no success rate."""
    yield Figure("reviews", COUNT, N_("Reviews"), N_("What mentees wrote after a completed mentorship."), total.reviews)
    yield _share(
        "satisfied",
        N_("Satisfied"),
        N_("Of reviews with stars: four or five of five. People who were unhappy often write none."),
        total.satisfied,
        total.starred,
    )
    yield _share(
        "recommended",
        N_("Would recommend their mentor"),
        N_("Of reviews that answer this: the answer is yes."),
        total.recommended,
        total.told,
    )


def _load(statuses: Mapping[str, AvailabilityStatus]) -> Figure:
    """How many of all mentees are with the busiest tenth of the mentors who have any."""
    loads = sorted((status.active for status in statuses.values() if status.active), reverse=True)
    busiest = sum(loads[: max(1, round(len(loads) / 10))])
    return Figure(
        "concentration",
        SHARE,
        N_("With the busiest mentors"),
        N_("Of all mentees: they are with the tenth of mentors who have the most. Less is fairer."),
        busiest / sum(loads) if len(loads) >= FEWEST else None,
        sum(loads),
    )


def _is_fresh(status: AvailabilityStatus, activity: Activity) -> bool:
    return status.confirmed is not None and activity.built.date() - status.confirmed <= timedelta(days=183)


def _pay_forward(activity: Activity, directory: Directory) -> int:
    learned = {request.mentee for request in activity.requests if request.state == "completed"}
    return sum(mentor.handle in learned for mentor in directory.mentors.values() if mentor.offer_to_mentor)


def demand_of(
    activity: Activity, pulse: Pulse, directory: Directory, statuses: Mapping[str, AvailabilityStatus]
) -> Iterator[Demand]:
    """Yield what people asked for most since the pulse began, the most wanted first."""
    asked: Counter[tuple[str, str]] = Counter()
    for request in activity.requests:
        if request.opened.date() >= pulse.since:
            asked.update(("skills", term_id) for term_id in set(request.skills))
            asked.update(("topics", term_id) for term_id in set(request.topics))
    for (kind, term_id), count in sorted(asked.items(), key=lambda one: (-one[1], one[0]))[:MOST_WANTED]:
        offering = [handle for handle, mentor in directory.mentors.items() if term_id in getattr(mentor, kind)]
        listed = [handle for handle in offering if statuses[handle].listed]
        yield Demand(kind, term_id, count, len(listed), sum(statuses[handle].can_be_asked for handle in listed))


def json_fields(
    figures: tuple[Figure, ...], demand: tuple[Demand, ...], activity: Activity, pulse: Pulse
) -> dict[str, object]:
    """Return the versioned JSON that other programs read."""
    return {
        "version": 1,
        "built": activity.built.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "since": pulse.since.isoformat(),
        "fewest": FEWEST,
        "figures": [
            {
                "name": one.name,
                "kind": one.kind,
                "value": one.value if one.value is None or one.kind == COUNT else round(one.value, 3),
                "of": one.of,
                "meaning": one.meaning,
            }
            for one in figures
        ],
        "first_answers": list(pulse.waits),
        "months": [
            {
                "first": month.first.isoformat(),
                "yes": month.yes,
                "no": month.no,
                "unanswered": month.unanswered,
                "open": month.open,
            }
            for month in pulse.months
        ],
        "demand": [
            {"list": one.kind, "id": one.id, "asked": one.asked, "offered": one.offered, "free": one.free}
            for one in demand
        ],
    }
