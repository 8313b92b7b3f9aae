"""What the people of a demo do next in a request: pure, and always the same for the same random numbers.

The shares are guesses, told by what communities report: most requests are answered within days, one in ten
meets silence, and half of what begins ends well.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log
from random import Random

from generator.demo import request_phrases as phrases
from generator.requests.commands.mentor import REASONS
from generator.requests.lifecycle.state import RequestState

MENTOR, MENTEE, COORDINATOR, STRANGER = "mentor", "mentee", "coordinator", "stranger"
_SILENT_MENTORS = 0.09


@dataclass(frozen=True, slots=True)
class ActorTurn:
    """Someone does something after so many days: writes a comment, corrects the form ("correct"), or presses the button ("close").

    `who` is a part in the request, or the handle of a mentor.
    """

    days: float
    who: str
    words: str = ""
    deed: str = "say"


class Actor:
    """Draws what happens next in one request; `habits` gives each mentor's number from 0 to 1, by handle."""

    def __init__(self, random: Random, habits: Callable[[str], float]) -> None:
        """Begin with nothing done."""
        self._random, self._habits = random, habits
        self._near: Callable[[], Sequence[str]] = tuple

    def next_turn(self, request: RequestState, near: Callable[[], Sequence[str]]) -> ActorTurn | None:
        """Return what someone does next, or None when everyone is silent until time itself does something.

        `near` finds other mentors who fit and can be asked.
        """
        self._near = near
        play = {
            "incomplete": self._incomplete, "held": self._held, "waiting": self._waiting, "question": self._question,
            "talking": self._waiting,
            "waitlisted": self._waitlisted, "accepted": self._accepted, "trial": self._trial, "active": self._active,
            "on-break": self._on_break, "completed": self._completed, "ended": self._ended, "declined": self._declined,
            "expired": self._expired,
        }.get(request.state)  # fmt: skip
        return play(request) if play else None

    def _one_of(self, *choices: tuple[float, ActorTurn | None]) -> ActorTurn | None:
        """Draw one turn by its share; what is left of 1 is silence."""
        chance = self._random.random()
        for share, turn in choices:
            chance -= share
            if chance < 0:
                return turn
        return None

    def _between(self, least: float, most: float) -> float:
        return self._random.uniform(least, most)

    def _word(self, command: str, texts: Sequence[str], argument: str = "") -> str:
        text = self._random.choice(texts)
        return f"/{command} {argument}".rstrip() + (f"\n\n{text}" if text else "")

    def _to_another(self, command: str) -> str | None:
        """Name someone who fits, or None where nobody does."""
        near = self._near()
        return f"/{command} @{self._random.choice(near)}" if near else None

    def _maybe(self, days: float, who: str, words: str | None) -> ActorTurn | None:
        return ActorTurn(days, who, words) if words else None

    def _answer_days(self, mentor: str) -> float:
        """Most mentors answer within two days, some after a reminder."""
        return self._random.lognormvariate(log(1.4), 0.9) * (0.5 + self._habits(mentor))

    def _incomplete(self, request: RequestState) -> ActorTurn | None:
        return self._one_of(
            (0.65, ActorTurn(self._between(0.05, 4), MENTEE, deed="correct")),
            (0.12, ActorTurn(self._between(0.1, 6), MENTEE, deed="close")),
        )

    def _held(self, request: RequestState) -> ActorTurn | None:
        days = self._between(0.2, 4)
        return self._one_of(
            (0.85, ActorTurn(days, COORDINATOR, "/approve")),
            (
                0.04,
                ActorTurn(
                    days, COORDINATOR, "/close\n\nThis one belongs into another program; we have written to you."
                ),
            ),
            (0.03, ActorTurn(days, COORDINATOR, "/spam")),
        )

    def _waiting(self, request: RequestState) -> ActorTurn | None:
        if request.kind == "self-test":
            return None
        gone = ActorTurn(self._between(2, 10), MENTEE, self._word("withdraw", phrases.WITHDRAWN))
        if not request.mentor:
            near = self._near()
            shown = ActorTurn(self._between(0.3, 6), self._random.choice(near), "/interested") if near else None
            return self._one_of(
                (0.45, shown),
                (0.22, self._maybe(self._between(0.5, 5), MENTEE, self._to_another("redirect"))),
                (0.08, gone),
            )
        if self._habits(request.mentor) < _SILENT_MENTORS:
            return self._one_of(
                (0.12, gone), (0.2, self._maybe(self._between(7.5, 12), COORDINATOR, self._to_another("reassign")))
            )
        days, mentor = self._answer_days(request.mentor), MENTOR
        yes = self._word("accept", phrases.YES)
        if request.kind == "quick-question":
            yes = self._random.choice((yes, self._random.choice(phrases.ANSWERS)))
        return self._one_of(
            (0.55, ActorTurn(days, mentor, yes)),
            (0.05, ActorTurn(days, mentor, f"/accept /capacity {self._random.randint(1, 3)}")),
            (0.02, ActorTurn(days, mentor, "/acept")),
            (0.13, ActorTurn(days, mentor, self._word("decline", phrases.NO, self._random.choice(tuple(REASONS))))),
            (0.06, ActorTurn(days, mentor, f"/ask {self._random.choice(phrases.ASK)}")),
            (0.06, ActorTurn(days, mentor, "/waitlist")),
            (0.03, self._maybe(days, mentor, self._to_another("redirect"))),
            (0.02, ActorTurn(self._between(0.5, 3), STRANGER, "/accept")),
            (0.03, gone),
        )

    def _question(self, request: RequestState) -> ActorTurn | None:
        return self._one_of((0.85, ActorTurn(self._between(0.1, 4), MENTEE, self._random.choice(phrases.REPLY))))

    def _waitlisted(self, request: RequestState) -> ActorTurn | None:
        later = ActorTurn(self._between(7, 60), MENTOR, self._word("accept", phrases.YES))
        return self._one_of(
            (0.45, later), (0.15, ActorTurn(self._between(5, 40), MENTEE, self._word("withdraw", phrases.WITHDRAWN)))
        )

    def _accepted(self, request: RequestState) -> ActorTurn | None:
        if not request.mentor:
            return self._one_of((0.5, self._maybe(self._between(3, 12), COORDINATOR, self._to_another("reassign"))))
        who = self._random.choice((MENTOR, MENTEE))
        done = ActorTurn(self._between(1, 9), MENTEE, self._word("complete", phrases.DONE))
        return self._one_of(
            (0.4 if request.one_off else 0, done),
            (
                0.45 if request.one_off else 0.84,
                ActorTurn(self._between(0.5, 10), who, self._word("started", phrases.STARTED)),
            ),
            (0.04, ActorTurn(self._between(1, 12), who, self._word("end", phrases.ENDED))),
        )

    def _trial(self, request: RequestState) -> ActorTurn | None:
        who = self._random.choice((MENTOR, MENTEE))
        agreed = any(one.command == "goal" for one in request.effective)
        return self._one_of(
            (
                0 if agreed else 0.35,
                ActorTurn(self._between(0.5, 8), who, f"/goal {self._random.choice(phrases.GOAL)}"),
            ),
            (0.45, ActorTurn(self._between(15, 36), who, "/continue")),
            (0.1, ActorTurn(self._between(4, 14), who, self._random.choice(phrases.TALK))),
            (0.07, ActorTurn(self._between(6, 30), who, self._word("end", phrases.ENDED))),
            (0.05, ActorTurn(self._between(3, 15), who, "/break 2 weeks")),
        )

    def _active(self, request: RequestState) -> ActorTurn | None:
        done = ActorTurn(self._between(1, 11), MENTEE, self._word("complete", phrases.DONE))
        if request.kind == "self-test":
            return self._one_of((0.75, ActorTurn(self._between(1.1, 3), MENTEE, "/complete")))
        if request.one_off:
            return self._one_of(
                (0.7, done), (0.15, ActorTurn(self._between(0.3, 6), MENTEE, self._random.choice(phrases.TALK)))
            )
        who = self._random.choice((MENTOR, MENTEE))
        return self._one_of(
            (0.25, ActorTurn(self._between(8, 26), who, f"/update {self._random.choice(phrases.UPDATE)}")),
            (0.25, ActorTurn(self._between(5, 24), who, self._random.choice(phrases.TALK))),
            (0.2, ActorTurn(self._between(15, 60), who, self._word("complete", phrases.DONE))),
            (0.06, ActorTurn(self._between(61, 80), who, "/continue")),
            (0.06, ActorTurn(self._between(5, 40), who, self._word("end", phrases.ENDED))),
            (0.1, ActorTurn(self._between(5, 30), who, f"/break {self._random.randint(2, 8)} weeks")),
            (
                0.02,
                ActorTurn(
                    self._between(5, 30),
                    MENTOR,
                    "/pause 4 weeks\nI am away for a while; what we have goes on after that.",
                ),
            ),
        )

    def _on_break(self, request: RequestState) -> ActorTurn | None:
        return self._one_of((0.4, ActorTurn(self._between(10, 30), self._random.choice((MENTOR, MENTEE)), "/continue")))

    def _completed(self, request: RequestState) -> ActorTurn | None:
        if _thanked(request) or request.kind == "self-test":
            return None
        return self._one_of(
            (0.6, ActorTurn(self._between(0.1, 3), MENTEE, f"/thanks {self._random.choice(phrases.THANKS)}")),
            (0.1, ActorTurn(1, MENTOR, "/thanks for all the good questions.")),
        )

    def _ended(self, request: RequestState) -> ActorTurn | None:
        once = request.mentor and not _thanked(request) and request.cause in (MENTOR, MENTEE)
        return self._one_of((0.25, ActorTurn(self._between(0.1, 3), MENTEE, "/thanks all the same."))) if once else None

    def _declined(self, request: RequestState) -> ActorTurn | None:
        return self._one_of((0.4, self._maybe(self._between(0.2, 5), MENTEE, self._to_another("redirect"))))

    def _expired(self, request: RequestState) -> ActorTurn | None:
        if request.cause == "incomplete":
            return None
        late = (
            ActorTurn(self._between(0.5, 6), MENTOR, "/accept\n\nSorry for the silence!")
            if request.mentor and request.cause == "silence"
            else None
        )
        return self._one_of(
            (0.06, late), (0.25, self._maybe(self._between(0.3, 6), MENTEE, self._to_another("redirect")))
        )


def _thanked(request: RequestState) -> bool:
    return any(event.command == "thanks" for event in request.effective)
