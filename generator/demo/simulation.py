"""Let time pass in a demo: people ask, answer, forget and finish, and each morning the bot looks at what is due."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from heapq import heappop, heappush
from random import Random

from generator.demo import request_phrases as phrases
from generator.demo.actors import COORDINATOR, MENTEE, MENTOR, STRANGER, Actor, ActorTurn
from generator.demo.asking import Asking, Crowd
from generator.demo.simulated_forge import SimulatedForge, number_of
from generator.model.request import Person
from generator.model.request_state import STATE
from generator.requests.lifecycle.before_yes import waiting_since
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState

DESK = 1
"""The number of the issue in which mentors say how much they can take."""
PAST_DAYS = 240
"""How far back requests go, unless someone asks for more."""
_SWEPT_AT = time(4, 40)
_MOST_TURNS = 40
"""More than any request needs; some answers of the bot lead to another try."""
_COORDINATOR = "demo-coordinator"


class Simulation:
    """A demo's requests, from the first day to the last."""

    def __init__(
        self, stage: SimulatedForge, crowd: Crowd, requests: int, seed: int, now: datetime, days: int = PAST_DAYS
    ) -> None:
        """Prepare so many requests that were opened in the days before `now`; nothing has happened yet."""
        self._stage, self._crowd, self._seed, self._now, self._days = stage, crowd, seed, now, days
        self._queue: list[tuple[datetime, int, int, int, ActorTurn | None]] = []
        self._order = 0
        self._drawn: dict[int, int] = {}
        """How many turns were drawn for each request; only the last of them is played."""
        self._due: dict[int, datetime] = {}
        self._players: dict[int, Actor] = {}
        self._asked: dict[int, Asking] = {}
        self._seen: dict[int, tuple[str, str, int]] = {}
        for number, at in enumerate(self._openings(requests), DESK + 1):
            self._await(at, number, 0, None)

    def run(self) -> None:
        """Play everything that happens before `now`, then let the bot sweep once more."""
        self._open_desk()
        while self._queue and self._queue[0][0] < self._now:
            at, _, number, drawn, turn = heappop(self._queue)
            if number == DESK:
                self._speak_at_desk(turn, at)
            elif number not in self._asked:
                self._open(number, at)
            elif turn is not None and drawn == self._drawn[number]:
                self._take_turn(number, turn, at)
            elif turn is None and at == self._due.get(number):
                self._follow(number, at, acted=False)
        self._stage.sweep(self._now)

    def _openings(self, requests: int) -> Iterator[datetime]:
        random = Random(f"{self._seed} openings")
        days = sorted((self._days * random.random() ** 1.6 for _ in range(requests)), reverse=True)
        return (self._whole_second(self._now - timedelta(days=0.02 + ago)) for ago in days)

    def _await(self, at: datetime, number: int, drawn: int, turn: ActorTurn | None) -> None:
        self._order += 1
        heappush(self._queue, (self._whole_second(at), self._order, number, drawn, turn))

    @staticmethod
    def _whole_second(at: datetime) -> datetime:
        return at.replace(microsecond=0)

    def _open(self, number: int, at: datetime) -> None:
        random = Random(f"{self._seed} request {number}")
        asking = self._asked[number] = self._crowd.ask(random, at, self._stage.can_take)
        self._players[number] = Actor(random, self._habit)
        self._drawn[number] = 0
        self._stage.open(number, asking.title, asking.body, asking.author, at, asking.terms)
        self._follow(number, at, acted=True)

    def _take_turn(self, number: int, turn: ActorTurn, at: datetime) -> None:
        turn = self._through_coordinator(number, turn)
        person = self._person(number, turn.who)
        if turn.deed == "correct":
            self._stage.rewrite(number, self._asked[number].corrected, at)
        elif turn.deed == "close":
            self._stage.close(number, person, at)
        else:
            self._stage.say(number, person, turn.words, at)
        self._follow(number, at, acted=True)

    def _follow(self, number: int, at: datetime, acted: bool) -> None:
        """Let the bot look, then draw what comes next unless what was drawn before still holds."""
        request = self._stage.look(number, at)
        looked = self._next_look(request, at)
        if looked is not None:
            self._due[number] = looked
            self._await(looked, number, 0, None)
        seen = (request.state, request.event_id, request.round)
        if (acted or seen != self._seen.get(number)) and self._drawn[number] < _MOST_TURNS:
            self._seen[number] = seen
            self._drawn[number] += 1
            turn = self._players[number].next_turn(request, lambda: self._stage.near(request, at))
            if turn is not None:
                self._await(at + timedelta(days=turn.days), number, self._drawn[number], turn)

    def _next_look(self, request: RequestState, at: datetime) -> datetime | None:
        """Return the next morning on which the sweep finds something to do."""
        moments = [moment for moment in moments_of(request, self._stage.context(request.number, at)) if moment > at]
        if not moments:
            return None
        first = min(moments)
        morning = datetime.combine(first.date(), _SWEPT_AT, UTC)
        return morning if morning >= first else morning + timedelta(days=1)

    def _habit(self, handle: str) -> float:
        return Random(f"{self._seed} habit {handle}").random()

    def _person(self, number: int, who: str) -> Person:
        if who == MENTEE:
            return self._asked[number].author
        login = {MENTOR: self._stage.parse_mentor(number), COORDINATOR: _COORDINATOR, STRANGER: "demo-passer-by"}.get(
            who, who
        )
        login = self._stage.directory.login_of(login) or _COORDINATOR
        return Person(number_of(login), login)

    def _through_coordinator(self, number: int, turn: ActorTurn) -> ActorTurn:
        """Let a coordinator write what a mentor without an account says, and call such a mentor by no login."""
        directory = self._stage.directory
        command, _, named = turn.words.partition(" @")
        if named and not directory.login_of(named):
            turn = replace(turn, words=f"{command} {named}")
        handle = self._stage.parse_mentor(number) if turn.who == MENTOR else turn.who
        if handle not in directory.mentors or directory.login_of(handle):
            return turn
        if turn.words.startswith("/interested"):
            return replace(turn, who=COORDINATOR, words=f"/reassign {handle}")
        words = turn.words.removeprefix("/") if turn.words.startswith("/") else f"accept\n\n{turn.words}"
        return replace(turn, who=COORDINATOR, words=f"/for {handle} {words}")

    def _open_desk(self) -> None:
        """Open the availability issue, and draw what mentors will write there."""
        opened = self._whole_second(self._now - timedelta(days=self._days + 3))
        self._stage.open(DESK, "Availability", phrases.DESK, self._person(DESK, COORDINATOR), opened)
        self._stage.look_at_availability_issue(DESK, opened)
        random = Random(f"{self._seed} desk")
        for _ in range(max(3, len(self._queue) // 12)):
            words = random.choice(
                (
                    "/pause 3 weeks",
                    "/pause 30d",
                    "/pause 2 months",
                    "/resume",
                    "/capacity 1",
                    "/capacity 2",
                    "/confirm",
                    "/confirm",
                    "/pasue 2 weeks",
                )
            )
            handle = self._crowd.mentors[int(len(self._crowd.mentors) * random.random() ** 1.4)]
            at = self._now - timedelta(days=0.1 + self._days * random.random() ** 2)
            self._await(at, DESK, 0, ActorTurn(0, handle, words))

    def _speak_at_desk(self, turn: ActorTurn | None, at: datetime) -> None:
        if turn is not None:
            turn = self._through_coordinator(DESK, turn)
            self._stage.say(DESK, self._person(DESK, turn.who), turn.words, at)
            self._stage.look_at_availability_issue(DESK, at)


def moments_of(request: RequestState, context: RequestContext) -> list[datetime]:
    """Return when a request wants to be looked at: its end, and the reminders before that."""
    days = context.directory.settings.requests.days
    start = waiting_since(request, context.now) if request.state == "waiting" else request.since
    after = tuple(getattr(days, name) for name in STATE[request.state].reminders)
    if request.state == "accepted":
        after = (days.first_contact // 3, days.first_contact // 3 * 2)
    if request.state == "active" and request.kind == "self-test":
        after = (1,)
    return [start + timedelta(days=one) for one in after] + ([request.due] if request.due else [])
