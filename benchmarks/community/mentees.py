"""What a mentee does: wait, answer, ask someone else, or give up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from benchmarks.community.life import UNDECIDED, Act, Life, logins_in
from benchmarks.community.mentors import Mentor
from benchmarks.community.wordings import command, words

if TYPE_CHECKING:
    from benchmarks.community.people import People

_LINKED = r"\[([^\]]+)\]\(\S*/{login}/\)"
"""How the bot shows a mentor: a name that leads to their page."""


def says(people: People, life: Life, meaning: str, other: str = "") -> None:
    """Let a mentee write something."""
    mentee = life.mentee
    gaps = people.gaps(life, mentee.login, mentee.writer) | ({"other": other} if other else {})
    shown = " ".join(one["body"] for one in people.community.box.kept[life.number]["comments"][-6:])
    use_command = mentee.style == "commands" or (
        mentee.style == "learns" and "/" in shown and people.random.random() < 0.8
    )
    text = ""
    if meaning == "instead_of_silence" and use_command and "/redirect" in shown:
        text = f"/redirect @{other}"
    elif use_command and meaning not in ("answer", "chaser", "thanks"):
        text = command(people.random, meaning, gaps)
    text = text or words(people.random, meaning, mentee.writer, gaps, people.quoted(life))
    linked = re.search(_LINKED.format(login=other), shown) if other else None
    if linked and people.random.random() < people.shares["mentee"]["writes_names"]:
        text = text.replace(f"@{other}", linked.group(1)) if not text.startswith("/") else text
    people.write(
        life, mentee.user, text, Act(people.community.now, mentee.login, "mentee", meaning, not text.startswith("/"))
    )


def waits(people: People, life: Life) -> None:
    """Draw whether a mentee asks for news, or gives up, while they wait."""
    turn, random, shares = life.turns, people.random, people.shares["mentee"]
    silent = lambda: life.turns == turn and life.state == "waiting" and not life.spoke(life.mentor)  # noqa: E731
    if random.random() < shares["chases"]:
        people.after(random.uniform(4, 12), lambda: says(people, life, "chaser") if silent() else None)
    if random.random() < shares["gives_up"]:
        people.after(random.uniform(3, 13), lambda: _give_up(people, life) if silent() else None)


def _give_up(people: People, life: Life) -> None:
    if people.random.random() < people.shares["mentee"]["presses_close"]:
        people.community.do(life.number, lambda box: box.press_close(life.number, life.mentee.user))
    else:
        says(people, life, "never_mind")


def answers(people: People, life: Life, mentor: Mentor) -> None:
    """A mentor asked something: the mentee answers, and then the mentor decides."""
    turn = life.turns = life.turns + 1
    if people.random.random() > people.shares["mentee"]["answers_a_question"]:
        return

    def deed() -> None:
        if life.turns != turn or life.state not in UNDECIDED:
            return
        says(people, life, "answer")
        means = people.shares["mentor"]["after_the_answer"]
        people.again(life, mentor, people.random.uniform(0.2, 4), means)

    people.after(people.random.uniform(0.2, 3), deed)


def open_to_all(people: People, life: Life, texts: list[str]) -> None:
    named = logins_in(" ".join(texts))
    if named and people.random.random() < 0.75:
        other = people.random.choice(named[:3])
        people.after(
            people.random.uniform(0.1, 2),
            lambda: says(people, life, "instead_of_silence", other) if not life.mentor else None,
        )
        return
    if people.random.random() < people.shares["mentor"]["takes_open_requests"]:
        people.after(people.random.uniform(0.5, 12), lambda: _take_up(people, life))


def offered(people: People, life: Life, texts: list[str]) -> None:
    """Other mentors are named while one is asked: some mentees would rather ask one of them."""
    named = [one for one in logins_in(" ".join(texts)) if one not in life.asked]
    mentor, turn = life.mentor, life.turns
    known = life.meant in ("yes", "explain") if life.state == "undecided" else life.spoke(mentor)
    if not named or known or people.random.random() > people.shares["mentee"]["asks_another_meanwhile"]:
        return
    other = people.random.choice(named[:3])

    def waits() -> bool:
        same = life.turns == turn and life.mentor == mentor
        return same and (life.state == "undecided" or (life.state in UNDECIDED and not life.spoke(mentor)))

    people.after(
        people.random.uniform(0.1, 3), lambda: says(people, life, "instead_of_silence", other) if waits() else None
    )


def _take_up(people: People, life: Life) -> None:
    login = people.choose(life.skill)
    if life.state != "waiting" or life.mentor or login is None or people.community.mentors[login].silent:
        return
    mentor = people.community.mentors[login]
    if mentor.style == "plain":
        people.says(life, mentor, "yes")
    else:
        people.write(life, mentor.user, "/interested", Act(people.community.now, login, "mentor", "yes", False))


def asks_the_next(people: People, life: Life, texts: list[str]) -> None:
    """A request ended without a mentor: most mentees ask one of those who are named."""
    shares = people.shares["mentee"]
    knows = life.agreed == life.mentor and life.agreed and life.state == "expired"
    share = shares["asks_the_next_after_no" if life.state == "declined" else "asks_the_next_after_silence"]
    mentor = people.community.mentors.get(life.mentor)
    if knows and mentor and mentor.style != "plain" and people.random.random() < 0.55:
        life.learned = True
        people.after(
            people.random.uniform(0.2, 3), lambda: people.says(life, mentor, "yes") if life.state == "expired" else None
        )
        return
    named = [one for one in logins_in(" ".join(texts)) if one not in life.asked]
    if not named or life.rounds >= shares["most_rounds"] or people.random.random() > share * (0.5 if knows else 1):
        life.over = not knows
        return
    other = people.random.choice(named[:3])
    turn = life.turns = life.turns + 1
    people.after(
        people.random.uniform(0.1, 3),
        lambda: says(people, life, "instead_of_silence", other) if life.turns == turn else None,
    )
