"""Let two years pass: people ask, answer, forget and meet; each morning the bot sweeps, and it sees what people write."""

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from heapq import heappop, heappush
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.community.box import Box
from benchmarks.community.figures import Watch
from benchmarks.community.life import Life, Mentee
from benchmarks.community.mentors import COORDINATOR, DESK, SKILLS, Mentor, draw_mentors, user, write_directory
from benchmarks.community.people import People
from benchmarks.community.wordings import behaviour, command, words, writer

BEGIN = datetime(2025, 1, 6, tzinfo=UTC)
_SWEPT_AT = time(4, 40)
_PLAIN = {"commands": 0.0, "learns": 0.0, "plain": 1.0}
SCENARIOS: Mapping[str, Mapping[str, Any]] = {
    "base": {},
    "plain words only": {"mentor_styles": _PLAIN, "mentee_styles": _PLAIN},
    "nobody confirms": {"confirms": False},
    "half of mentors silent": {"never_answer": 0.5},
    "demand x 5": {"demand": 5},
    "cron dead for 30 days": {"dead": (200, 230)},
}
"""What differs from the base mix, by the name that the report shows."""


class Community:
    """One run: a seed, a scenario and a bot."""

    def __init__(
        self,
        seed: int,
        change: Mapping[str, Any],
        make_bot: Callable[[Path, Box, datetime], Any],
        root: Path,
        vocabulary: Path,
    ) -> None:
        """Write the directory, draw everyone's habits and the days on which people come to ask."""
        self.seed, self.change = seed, dict(change)
        self.shares: dict[str, Any] = {
            **behaviour()["community"],
            **{k: v for k, v in change.items() if k in behaviour()["community"]},
        }
        self.random = Random(f"{seed} community")
        drawn = draw_mentors(seed, BEGIN, self.change)
        self.mentors: dict[str, Mentor] = {one.login: one for one in drawn}
        write_directory(root, drawn, vocabulary)
        self.box = Box(BEGIN)
        self.bot = make_bot(root, self.box, BEGIN)
        self.lives: dict[int, Life] = {}
        self.watch = Watch(self)
        self.people = People(self)
        self.now = BEGIN
        self.end = BEGIN + timedelta(days=self.shares["days"])
        self.calls: Counter[int] = Counter()
        self._queue: list[tuple[datetime, int, Callable[[], None]]] = []
        self._order = 0
        self._listed: set[str] = set()

    def at(self, moment: datetime, deed: Callable[[], None]) -> None:
        """Let something happen at a time."""
        self._order += 1
        heappush(self._queue, (max(moment, self.now), self._order, deed))

    def run(self) -> "Community":
        """Play everything until the end."""
        self._begin()
        dead = self.change.get("dead", (-1, -1))
        for day in range(self.shares["days"]):
            morning = datetime.combine((BEGIN + timedelta(days=day)).date(), _SWEPT_AT, UTC)
            self._until(morning)
            self.now = morning
            self._let_join()
            before = dict(self.box.version)
            if dead[0] <= day < dead[1]:
                self.bot.read(morning)
            else:
                self.bot.sweep(morning)
            changed = [number for number, version in self.box.version.items() if version != before.get(number)]
            for number in changed:
                self.noticed(number, swept=True)
            self.watch.day(day)
        self._until(self.end)
        return self

    def _until(self, moment: datetime) -> None:
        while self._queue and self._queue[0][0] < moment:
            self.now, _, deed = heappop(self._queue)
            self.now = self.now.replace(microsecond=0)
            deed()

    def _begin(self) -> None:
        self._let_join()
        self.bot.read(BEGIN)
        self.box.now = BEGIN
        self.box.open_issue(user(COORDINATOR), "Availability", "Mentors say here how much they can take.")
        random = Random(f"{self.seed} arrivals")
        number = round(self.shares["requests"] * self.change.get("demand", 1))
        for place in range(number):
            moment = BEGIN + timedelta(days=random.uniform(0.3, self.shares["days"]))
            self.at(moment, lambda place=place: self.people.come(place))  # type: ignore[misc]
        for one in self.mentors.values():
            self.people.live(one)

    def _let_join(self) -> None:
        joined = {one.login for one in self.mentors.values() if one.joined <= self.now}
        if joined != self._listed:
            self._listed = joined
            self.bot.list_mentors(joined, {})

    # What people do in threads.

    def open(self, mentee: Mentee, kind: str, skill: str, body: str) -> Life:
        """Open an issue."""
        self.box.now = self.now
        number = self.box.open_issue(mentee.user, "A request", body)
        life = self.lives[number] = Life(number, mentee, kind, skill, self.now)
        self._looked(number)
        return life

    def say(self, number: int, user_: dict[str, Any], text: str) -> None:
        """Write a comment, and let the bot see it."""
        self.box.now = self.now
        self.box.comment(number, user_, text)
        self._looked(number)

    def do(self, number: int, deed: Callable[[Box], None]) -> None:
        """Do something else in a thread, and let the bot see it."""
        self.box.now = self.now
        deed(self.box)
        self._looked(number)

    def react(self, number: int, comment: int, user_: dict[str, Any], content: str) -> None:
        """Put an emoji on a comment; no event tells the bot."""
        self.box.now = self.now
        self.box.react(number, comment, user_, content)

    def _looked(self, number: int) -> None:
        self.bot.look(number, self.now)
        self.noticed(number, swept=False)

    def noticed(self, number: int, swept: bool) -> None:
        """Let people see what the bot did in a thread."""
        if number == DESK or number not in self.lives:
            return
        life = self.lives[number]
        comments = [one for one in self.box.kept[number]["comments"] if one["user"]["type"] == "Bot"]
        new, life.seen = comments[life.seen :], len(comments)
        closed = self.box.kept[number]["issue"]["state"] == "closed"
        if closed and not life.closed and not new:
            # GitHub's e-mail about the closing leads to the thread, where the last comment has been edited.
            new = comments[-1:]
        life.closed = closed
        self.watch.looked(life, self.bot.request(number), new, swept)
        self.people.noticed(life, new, swept)


def at_desk(community: Community, mentor: Mentor, meaning: str) -> None:
    """Say something in the availability issue, in a mentor's way."""
    random = community.random
    gaps = {"date": _day(community.now + timedelta(days=14)), "month": ""}
    text = "" if mentor.style == "plain" else command(random, meaning, gaps)
    community.say(DESK, mentor.user, text or words(random, meaning, mentor.writer, gaps))


def draw_mentee(community: Community, place: int) -> Mentee:
    """Draw someone who looks for help."""
    random = Random(f"{community.seed} mentee {place}")
    styles = community.change.get("mentee_styles") or behaviour()["styles"]["mentee"]
    login = f"mentee-{place:05}"
    style = random.choices(list(styles), list(styles.values()))[0]
    return Mentee(login, writer(random, f"Mentee {place}"), style, user(login))


def draw_skill(random: Random) -> str:
    """Draw what someone wants to learn; some skills are wanted more."""
    return random.choices(SKILLS, [1 / (1 + place) ** 0.5 for place in range(len(SKILLS))])[0]


def _day(at: datetime) -> str:
    return date.isoformat(at.date())
