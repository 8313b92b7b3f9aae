"""What people do when the bot asks whether it understood them, or did something they did not mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from benchmarks.community.life import Act, Life, visible
from benchmarks.community.wordings import words

if TYPE_CHECKING:
    from benchmarks.community.people import People

_QUESTION = re.compile(r"[^.?!\n]*\?")
_ABOUT = {"yes": r"\byes\b|accept", "no": r"\bno\b(?! one)|decline", "redirect": r"pass this", "later": r"\blater\b|\bwait|until", "started": r"started|touch",
          "still_meeting": r"still|going", "done": r"\bdone\b|finished|complete", "stop": r"\bstop\b|\bend\b", "never_mind": r"take .*back|withdraw|cancel"}  # fmt: skip
_WRONG = {
    "accepted": ("question", "stalling", "no", "later", "redirect", "auto_reply"),
    "trial": ("no", "redirect"),
    "declined": ("yes", "question", "stalling", "later", "explain", "auto_reply"),
}
"""Which meanings a state that the bot showed at once would be wrong for."""


def seen(people: People, life: Life, comment: dict[str, Any], swept: bool) -> None:
    """Let whoever wrote last answer a question of the bot, or take back what it took for something else."""
    last = life.acts[-1] if life.acts else None
    if swept or last is None or last.at != people.community.now or not last.plain:
        return
    text = visible(comment["body"])
    shares = people.shares["bot"]
    if life.state in _WRONG and last.meaning in _WRONG[life.state] and last.role == "mentor":
        people.community.watch.wrong(life, last)
        if people.random.random() < shares["undoes_a_mistake"]:
            people.after(people.random.uniform(0.05, 1), lambda: _say(people, life, last, "undo"))
        return
    if life.steps and life.steps[-1].at == people.community.now and life.state != "talking":
        # It did something; what it asks then is no question whether it understood.
        return
    asked = _QUESTION.search(text)
    if asked is None or people.random.random() > shares["answers_when_asked_back"]:
        return
    about = next(
        (meaning for meaning, pattern in _ABOUT.items() if re.search(pattern, asked.group(), re.IGNORECASE)), None
    )
    if about is None:
        return
    meaning = life.meant if last.meaning in ("confirms", "denies") and life.meant else last.meaning
    meant = {"explain": "yes"}.get(meaning, meaning)
    right = about == meant
    by_reaction = people.random.random() < shares["by_reaction"] and "👍" in text

    def answer() -> None:
        if by_reaction:
            people.community.react(life.number, comment["id"], _user(people, life, last), "+1" if right else "-1")
        else:
            _say(people, life, last, "confirms" if right else "denies")

    people.after(people.random.uniform(0.05, 2), answer)


def _user(people: People, life: Life, act: Act) -> dict[str, Any]:
    return people.community.mentors[act.login].user if act.role == "mentor" else life.mentee.user


def _say(people: People, life: Life, act: Act, meaning: str) -> None:
    mentor = people.community.mentors.get(act.login)
    author = mentor.writer if mentor else life.mentee.writer
    text = words(people.random, meaning, author, people.gaps(life, act.login, author), people.quoted(life))
    people.write(life, _user(people, life, act), text, Act(people.community.now, act.login, act.role, meaning, True))
