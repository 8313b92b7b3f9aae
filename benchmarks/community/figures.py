"""Watch a community, and say what became of its requests, pairs and mentors."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from statistics import median
from typing import TYPE_CHECKING, Any

from benchmarks.community.life import MATCHED, PENDING, RUNNING, Act, Life, Step, visible
from benchmarks.community.mentors import COORDINATOR

if TYPE_CHECKING:
    from benchmarks.community.community import Community

_DECIDED_WITHIN = timedelta(days=60)
_ONE_YEAR = timedelta(days=365)
_MANY = 12
_SIZE = 300
"""For how many mentors calls in threads are counted; smaller communities have fewer. Digests are as many in any."""


@dataclass(slots=True)
class Watch:
    """Notes what the bot shows, as it happens."""

    community: Community
    calls: list[datetime] = field(default_factory=list)
    misread: list[tuple[int, str, str]] = field(default_factory=list)
    """Threads in which the bot acted on something else than was meant: number, meaning, state."""
    paused: dict[str, datetime] = field(default_factory=dict)
    """When each mentor was first shown as paused without having said so."""
    marked: dict[str, datetime] = field(default_factory=dict)
    paused_though_answered: set[str] = field(default_factory=set)
    queue: int = 0
    spots: float = 0.0
    taken: float = 0.0
    patterns: Counter[str] = field(default_factory=Counter)
    examples: dict[str, list[int]] = field(default_factory=dict)

    def acted(self, life: Life, act: Act) -> None:
        """Someone wrote in a request."""

    def wrong(self, life: Life, act: Act) -> None:
        """The bot acted on what someone did not mean."""
        self.misread.append((life.number, act.meaning, life.state))
        self.pattern(f"misread '{act.meaning}' as {life.state}", life)

    def looked(self, life: Life, request: Any, new: list[dict[str, Any]], swept: bool) -> None:
        """The bot did something in a thread, or looked at it."""
        now = self.community.now
        self.calls += [now for one in new if COORDINATOR in visible(one["body"])]
        if request is None:
            return
        before = life.steps[-1] if life.steps else None
        if before is None or (before.state, before.mentor) != (request.state, request.mentor):
            step = Step(now, request.state, request.mentor, request.cause, swept)
            life.steps.append(step)
            if before is not None:
                self._stepped(life, before, step)

    def _stepped(self, life: Life, before: Step, step: Step) -> None:
        if step.state == "expired" and before.mentor and life.spoke(before.mentor):
            life.told_nobody = True
            last = [act for act in life.acts if act.login == before.mentor][-1]
            self.pattern(f"told 'nobody answered' after '{last.meaning}'", life)
        by_bot = step.swept and before.state in RUNNING and step.state in ("ended", "completed", "expired")
        if by_bot and life.pair is not None and life.kind == "mentorship" and life.pair.runs(step.at):
            life.lost_pair = True
            self.pattern(f"running pair ended by the bot from {before.state} ({step.cause})", life)

    def pattern(self, name: str, life: Life) -> None:
        """Note that something happened in a thread, with a few threads as examples."""
        self.patterns[name] += 1
        examples = self.examples.setdefault(name, [])
        if len(examples) < 3:
            examples.append(life.number)

    def day(self, day: int) -> None:
        """Look at everyone once a day."""
        now = self.community.now
        for login, shown in self.community.bot.shown().items():
            mentor = self.community.mentors[login]
            self.queue = max(self.queue, shown.pending)
            said = mentor.said_pause is not None and now <= mentor.said_pause + timedelta(days=2)
            if shown.doubtful:
                self.marked.setdefault(login, now)
            if shown.availability == "paused" and not said:
                self.paused.setdefault(login, now)
                if login not in self.paused_though_answered and self._answered_lately(login):
                    self.paused_though_answered.add(login)
            if not mentor.silent and shown.availability != "hidden":
                free = shown.openings
                self.spots += mentor.capacity
                self.taken += max(0, mentor.capacity - free)

    def _answered_lately(self, login: str) -> bool:
        """Whether a mentor wrote in one of the last two requests that ended for them as unanswered."""
        expired = [
            (step.at, life)
            for life in self.community.lives.values()
            if login in life.asked
            for step in life.steps
            if step.state == "expired" and step.mentor == login
        ]
        last = sorted(expired, key=lambda one: one[0])[-2:]
        return any(life.spoke(login) for _, life in last)


@dataclass(frozen=True, slots=True)
class Figures:
    """What one run shows."""

    requests: int
    plain_answered: float
    matched: float
    expired: float
    undecided: float
    told_nobody: int
    answering_paused: float
    answering_paused_count: int
    pairs_ended: float
    pairs_ended_count: int
    silent_paused: float
    silent_found_in_time: float
    silent_median_days: float | None
    calls_a_week: float
    most_comments: int
    most_comments_monthly: int
    queue: int
    spots_used: float
    matched_of_capacity: float
    misread: int
    endings: dict[str, int]


def figures_of(community: Community) -> Figures:
    """Add up what a run showed."""
    watch, end = community.watch, community.end
    lives = [life for life in community.lives.values() if life.opened < end - _DECIDED_WITHIN and life.steps]
    count = max(1, len(lives))
    matched = [life for life in lives if life.matched]
    others = [life for life in lives if not life.matched]
    expired = [life for life in others if life.state == "expired"]
    undecided = [life for life in lives if _undecided(life)]
    plain = [life for life in lives if any(_is_plain_answer(life, act) for act in life.acts)]
    pairs = [
        life
        for life in community.lives.values()
        if life.pair and life.pair.met and life.kind == "mentorship" and life.pair.met < end
    ]
    answering = [one for one in community.mentors.values() if one.wrote]
    paused = [one for one in answering if one.login in watch.paused_though_answered]
    silent = [
        one
        for one in community.mentors.values()
        if one.silent and one.first_asked and one.first_asked < end - _DECIDED_WITHIN
    ]
    days = {
        one.login: (min(found) - one.first_asked).days
        for one in silent
        if one.first_asked
        and (found := [moment for moment in (watch.paused.get(one.login), watch.marked.get(one.login)) if moment])
    }
    comments = {
        number: _of_bot(stored["comments"])
        for number, stored in community.box.kept.items()
        if number in community.lives
    }
    monthly = [_of_bot(_first_year(community, life)) for life in pairs if _is_monthly_for_a_year(community, life)]
    mentorships = sum(life.kind == "mentorship" for life in matched)
    return Figures(
        requests=len(lives),
        plain_answered=len(plain) / count,
        matched=len(matched) / count,
        expired=len(expired) / count,
        undecided=len(undecided) / count,
        told_nobody=sum(life.told_nobody for life in community.lives.values()),
        answering_paused=len(paused) / max(1, len(answering)),
        answering_paused_count=len(paused),
        pairs_ended=sum(life.lost_pair for life in pairs) / max(1, len(pairs)),
        pairs_ended_count=sum(life.lost_pair for life in pairs),
        silent_paused=sum(one.login in watch.paused for one in silent) / max(1, len(silent)),
        silent_found_in_time=sum(days.get(one.login, 999) <= 60 for one in silent) / max(1, len(silent)),
        silent_median_days=median(days.values()) if days else None,
        calls_a_week=(len(watch.calls) * _SIZE / len(community.mentors) + getattr(community.bot, "digests", 0))
        / (community.shares["days"] / 7),
        most_comments=max(comments.values(), default=0),
        most_comments_monthly=max(monthly, default=0),
        queue=watch.queue,
        spots_used=watch.taken / max(1.0, watch.spots),
        matched_of_capacity=min(1.0, len(matched) / max(1.0, min(count, len(matched) - mentorships + mentorships * watch.spots / max(1.0, watch.taken)))),
        misread=len(watch.misread),
        endings=dict(Counter(life.state for life in others)),
    )  # fmt: skip


def _is_plain_answer(life: Life, act: Act) -> bool:
    """Whether a mentor answered in plain words what every version of the bot would have wanted a command for."""
    decision = act.meaning not in ("explain", "auto_reply", "started", "still_meeting", "session_notes", "done", "stop")
    return act.role == "mentor" and act.plain and act.login in life.asked and decision and life.kind != "quick-question"


def note_outcomes(community: Community) -> None:
    """Add to what went wrong why requests found no mentor, and which threads the bot wrote most in."""
    watch = community.watch
    for life in community.lives.values():
        if life.steps and not life.matched and life.opened < community.end - _DECIDED_WITHIN:
            meant = [act.meaning for act in life.acts if act.role == "mentor" and act.meaning != "auto_reply"]
            asked = f"{len(life.asked)} asked" if life.asked else "nobody asked"
            last = f"last said '{meant[-1]}'" if meant else "nobody wrote"
            watch.pattern(f"no mentor: {life.state}, {asked}, {last}", life)
        if _of_bot(community.box.kept[life.number]["comments"]) > _MANY:
            watch.pattern(f"more than {_MANY} comments of the bot, {life.kind}, now {life.state}", life)


def _undecided(life: Life) -> bool:
    before = [step for step in life.steps if step.at <= life.opened + _DECIDED_WITHIN]
    return bool(before) and before[-1].state in PENDING and not any(step.state in MATCHED for step in before)


def _of_bot(comments: list[dict[str, Any]]) -> int:
    return sum(one["user"]["type"] == "Bot" for one in comments)


def _is_monthly_for_a_year(community: Community, life: Life) -> bool:
    pair = life.pair
    if pair is None or pair.met is None or community.mentors[pair.mentor].cadence != "monthly":
        return False
    return pair.over - pair.met >= _ONE_YEAR and community.end - life.opened >= _ONE_YEAR


def _first_year(community: Community, life: Life) -> list[dict[str, Any]]:
    until = f"{life.opened + _ONE_YEAR:%Y-%m-%dT%H:%M:%SZ}"
    return [one for one in community.box.kept[life.number]["comments"] if one["created_at"] <= until]
