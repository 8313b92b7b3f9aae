"""What goes on between two people after a yes, and what of it they tell the bot."""

from __future__ import annotations

from datetime import timedelta
from math import exp
from typing import TYPE_CHECKING, Any

from benchmarks.community.life import RUNNING, Act, Life, Pair
from benchmarks.community.mentors import CADENCE_DAYS
from benchmarks.community.wordings import command, words

if TYPE_CHECKING:
    from benchmarks.community.people import People


def noticed(people: People, life: Life, new: list[dict[str, Any]], swept: bool) -> None:
    """Begin a pair once the bot knows of it, and answer what the bot asks of both."""
    if life.state in RUNNING and life.mentor and life.pair is None:
        _begin(people, life)
    elif life.pair is not None and life.state in RUNNING and new and swept:
        _asked(people, life)


def _begin(people: People, life: Life) -> None:
    shares, random, now = people.shares["pair"], people.random, people.community.now
    mentor = people.community.mentors[life.mentor]
    one_off = life.kind != "mentorship"
    meets = random.random() < shares["meets"]
    met = now + timedelta(days=random.uniform(*shares["first_meeting"])) if meets else None
    median, spread = shares["length_days"]
    length = 1.0 if one_off else max(20.0, median * exp(random.gauss(0, spread)))
    life.pair = pair = Pair(
        mentor=mentor.login,
        met=met,
        over=(met or now) + timedelta(days=length),
        gap=timedelta(days=CADENCE_DAYS[mentor.cadence]),
        writes_here=not one_off and random.random() < shares["writes_in_thread"],
        answers_bot=random.random() > shares["never_answers_the_bot"],
        ended_well=random.random() < 0.75,
    )
    if met is None:
        return
    if not one_off and pair.answers_bot and random.random() < shares["says_started"]:
        people.community.at(met + timedelta(days=random.uniform(0, 2)), lambda: _report_start(people, life))
    if pair.writes_here:
        people.community.at(met + pair.gap, lambda: _note(people, life))
    if random.random() < shares["says_the_end"]:
        people.community.at(pair.over + timedelta(days=random.uniform(0, 5)), lambda: _say_end(people, life))


def _report_start(people: People, life: Life) -> None:
    if life.state == "accepted" and life.pair is not None:
        life.pair.reported = True
        one_says(people, life, "started")


def _note(people: People, life: Life) -> None:
    pair = life.pair
    if pair is None or not pair.runs(people.community.now) or life.state not in RUNNING:
        return
    one_says(people, life, "session_notes")
    people.after(pair.gap.days * people.random.uniform(0.7, 1.6), lambda: _note(people, life))


def _say_end(people: People, life: Life) -> None:
    pair = life.pair
    if pair is not None and life.state in RUNNING and not pair.said_end:
        pair.said_end = True
        one_says(people, life, "done" if pair.ended_well else "stop")


def _asked(people: People, life: Life) -> None:
    """The bot wrote something while a mentorship runs: whether it goes on, or began."""
    pair, shares, random = life.pair, people.shares["pair"], people.random
    if pair is None or not pair.answers_bot or random.random() > shares["answers_a_check_in"]:
        return

    def deed() -> None:
        now = people.community.now
        if life.state not in RUNNING:
            return
        if pair.met is None or now < pair.met:
            return
        if now >= pair.over:
            _say_end(people, life)
        elif life.state == "accepted":
            pair.reported = True
            one_says(people, life, "started")
        elif random.random() < shares["calls_for_help"]:
            one_says(people, life, "call_for_help")
        else:
            one_says(people, life, "still_meeting")

    people.after(random.uniform(0.1, 6), deed)


def one_says(people: People, life: Life, meaning: str) -> None:
    """Let either of a pair write something, in their own way."""
    pair = life.pair
    if pair is None:
        return
    mentor, random = people.community.mentors[pair.mentor], people.random
    by_mentor = random.random() < 0.5
    author, login = (mentor.writer, mentor.login) if by_mentor else (life.mentee.writer, life.mentee.login)
    style = mentor.style if by_mentor else life.mentee.style
    use_command = style == "commands" or (style == "learns" and random.random() < 0.9)
    gaps = people.gaps(life, login, author)
    text = command(random, meaning, gaps) if use_command else ""
    text = text or words(random, meaning, author, gaps, people.quoted(life))
    if by_mentor:
        mentor.wrote.append(people.community.now)
    who = mentor.user if by_mentor else life.mentee.user
    role = "mentor" if by_mentor else "mentee"
    people.write(life, who, text, Act(people.community.now, login, role, meaning, not text.startswith("/")))
