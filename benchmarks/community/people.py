"""What people do next, when they see what the bot and the others wrote in a thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from math import exp
from random import Random
from typing import TYPE_CHECKING, Any

from benchmarks.community import asked_back, mentees, pairs
from benchmarks.community.life import UNDECIDED, Act, Life, Mentee, visible
from benchmarks.community.mentors import COORDINATOR, Mentor, user
from benchmarks.community.wordings import Writer, behaviour, command, habits, words

if TYPE_CHECKING:
    from benchmarks.community.community import Community

_STILL_ANSWERABLE = UNDECIDED | {"expired"}
_CAN_BE_ASKED = ("open", "limited")
_NO_COMMAND = frozenset({"explain", "stalling", "answer", "chaser"})
Json = dict[str, Any]


class People:
    """Draws what everyone does; each person's chances are the same for the same seed."""

    def __init__(self, community: Community) -> None:
        """Live in a community."""
        self.community = community
        self.random = Random(f"{community.seed} people")
        self.shares: Mapping[str, Any] = behaviour()
        self._acted_this_week: tuple[int, int] = (0, 0)

    # Asking.

    def come(self, place: int) -> None:
        """Someone looks at the site, chooses a mentor and asks; or asks everyone, or leaves."""
        from benchmarks.community.community import draw_mentee, draw_skill

        community, random = self.community, self.random
        mentee, skill = draw_mentee(community, place), draw_skill(random)
        kinds = self.shares["community"]["kinds"]
        kind = random.choices(list(kinds), list(kinds.values()))[0]
        mentor = self.choose(skill)
        if mentor is None or random.random() < self.shares["community"]["asks_everyone_anyway"]:
            kind = "mentorship" if kind == "interview" else kind
            if mentor is None and random.random() > self.shares["community"]["asks_everyone"]:
                return
            mentor = ""
        self.ask(mentee, kind, skill, mentor)

    def ask(self, mentee: Mentee, kind: str, skill: str, mentor: str) -> None:
        """Fill in a form."""
        empty = self.random.random() < self.shares["community"]["empty_first_text"]
        goals = (
            "hi"
            if empty
            else f"I would like to get better at {skill} and finish a first project by autumn. I have read two books."
        )
        answers = {"mentor": mentor, "skills": skill.replace("-", " "), "languages": "English", "goals": goals}
        life = self.community.open(mentee, kind, skill, self.community.bot.form(kind, answers))
        if life.state == "incomplete":
            better = self.community.bot.form(
                kind,
                answers
                | {"goals": f"Sorry! I want to learn {skill} for a new job.", "mentor": self.choose(skill) or ""},
            )
            self.after(0.5, lambda: self.community.do(life.number, lambda box: box.rewrite(life.number, better)))

    def choose(self, skill: str) -> str | None:
        known = self.community.mentors
        found = [
            (known[handle], shown)
            for handle, shown in self.community.bot.shown().items()
            if shown.availability in _CAN_BE_ASKED and skill in known[handle].skills
        ]
        if not found:
            return None
        weights = [one.fame * (0.2 if shown.doubtful else 1) / (1 + shown.pending) ** 2 for one, shown in found]
        return self.random.choices([one.login for one, _ in found], weights)[0]

    # Living.

    def live(self, mentor: Mentor) -> None:
        """Plan what a mentor says of themselves over the years: that the profile is right, and holidays."""
        if mentor.silent:
            return
        if self.community.change.get("confirms", True):
            self._confirm_later(mentor, first=True)
        for begin, end in mentor.holidays:
            if self.random.random() < self.shares["mentor"]["tells_holidays"] and begin > mentor.joined:
                self.community.at(begin, lambda end=end: self._go_away(mentor, end))  # type: ignore[misc]

    def _confirm_later(self, mentor: Mentor, first: bool = False) -> None:
        days = self.random.uniform(*self.shares["mentor"]["confirms_every"])
        began = mentor.joined if first else self.community.now
        self.community.at(began + timedelta(days=days), lambda: self._confirm(mentor))

    def _confirm(self, mentor: Mentor) -> None:
        if self.random.random() < self.shares["mentor"]["confirms_by_file"]:
            self.community.bot.list_mentors(self.community._listed, {mentor.login: self.community.now.date()})
        else:
            self.at_desk(mentor, "still_here")
        self._confirm_later(mentor)

    def _go_away(self, mentor: Mentor, end: Any) -> None:
        mentor.said_pause = end
        self.at_desk(mentor, "away")

    def at_desk(self, mentor: Mentor, meaning: str) -> None:
        """Say something in the availability issue."""
        from benchmarks.community.community import at_desk

        at_desk(self.community, mentor, meaning)

    # Seeing.

    def noticed(self, life: Life, new: list[Json], swept: bool) -> None:
        """Let people act on what they see in a thread now."""
        state, mentor = life.state, self.community.mentors.get(life.mentor)
        texts = [visible(one["body"]) for one in new]
        for one in new:
            asked_back.seen(self, life, one, swept)
        if state == "waiting" and mentor and mentor.login not in life.asked:
            self._asked(life, mentor)
        elif state == "waiting" and not mentor and life.rounds < 1:
            life.rounds = 1
            mentees.open_to_all(self, life, texts)
        elif state in UNDECIDED and mentor and new and swept:
            self._reminded(life, mentor, " ".join(texts))
            mentees.offered(self, life, texts)
        elif state == "question" and mentor and not life.over and life.meant != "question":
            mentees.answers(self, life, mentor)
        elif (
            state in ("declined", "expired") and new and len(life.steps) > 1 and life.steps[-1].at == self.community.now
        ):
            mentees.asks_the_next(self, life, texts)
        if any(COORDINATOR in text for text in texts):
            self._called(life, texts)
        pairs.noticed(self, life, new, swept)

    def after(self, days: float, deed: Callable[[], None]) -> None:
        """Do something after so many days."""
        self.community.at(self.community.now + timedelta(days=days), deed)

    # The mentor.

    def _asked(self, life: Life, mentor: Mentor) -> None:
        now = self.community.now
        life.asked[mentor.login] = now
        life.rounds += 1
        life.turns += 1
        life.meant, life.learned = "", False
        mentor.first_asked = mentor.first_asked or now
        if mentor.silent:
            mentees.waits(self, life)
            return
        shares = self.shares["mentor"]
        away = mentor.free_from(now) > now
        if away and mentor.writer.by_email and self.random.random() < shares["auto_reply"]:
            self.after(0.01, lambda: self.says(life, mentor, "auto_reply"))
        mentees.waits(self, life)
        if self.random.random() > shares["misses_the_first"]:
            self._decide_at(life, mentor, self._delay(mentor))

    def _delay(self, mentor: Mentor) -> float:
        median, spread = self.shares["mentor"]["answer_days"]
        days = min(40.0, median * exp(self.random.gauss(0, spread)))
        at = self.community.now + timedelta(days=days)
        return days + (mentor.free_from(at) - at).total_seconds() / 86400

    def _decide_at(self, life: Life, mentor: Mentor, days: float) -> None:
        turn = life.turns
        self.after(
            days, lambda: self._decide(life, mentor) if life.turns == turn and life.mentor == mentor.login else None
        )

    def _decide(self, life: Life, mentor: Mentor) -> None:
        if life.over or life.state not in _STILL_ANSWERABLE or life.meant:
            return
        shares = self.shares["mentor"]["says"].get(life.kind) or self.shares["mentor"]["says"]["mentorship"]
        self.answer(life, mentor, self.random.choices(list(shares), list(shares.values()))[0])

    def answer(self, life: Life, mentor: Mentor, meaning: str) -> None:
        """Let a mentor say what they mean, and draw what follows from it, whatever the bot makes of it."""
        life.meant = meaning
        if meaning in ("yes", "explain"):
            life.agreed = mentor.login
        elif meaning in ("no", "redirect"):
            life.refused.add(mentor.login)
        self.says(life, mentor, meaning)
        if life.meant != meaning:
            return
        shares, random = self.shares["mentor"], self.random
        if meaning in ("yes", "explain") and random.random() < self.shares["mentee"]["thanks"]:
            self.after(random.uniform(0.1, 2), lambda: mentees.says(self, life, "thanks"))
        elif meaning == "question":
            mentees.answers(self, life, mentor)
        elif meaning == "stalling" and random.random() < shares["after_stalling"]:
            self.again(life, mentor, random.uniform(2, 9), {"yes": 0.75, "no": 0.25})
        elif meaning == "later" and random.random() < shares["comes_back_later"]:
            self.again(life, mentor, random.uniform(20, 60), {"yes": 0.9, "no": 0.1})

    def again(self, life: Life, mentor: Mentor, days: float, means: Mapping[str, float]) -> None:
        meaning = self.random.choices(list(means), list(means.values()))[0]

        def deed() -> None:
            if life.mentor == mentor.login and life.state in _STILL_ANSWERABLE:
                self.answer(life, mentor, meaning)

        self.after(days, deed)

    def _reminded(self, life: Life, mentor: Mentor, text: str) -> None:
        """A mentor sees another comment of the bot while it still waits for them."""
        if mentor.silent or life.over:
            return
        shares = self.shares
        if not life.meant:
            if (
                self.random.random() < shares["mentor"]["answers_a_reminder"]
                and mentor.free_from(self.community.now) == self.community.now
            ):
                self._decide_at(life, mentor, self.random.uniform(0.1, 2))
            return
        if (
            mentor.style != "plain"
            and "/accept" in text
            and self.random.random() < shares["styles"]["writes_command_when_asked"]
        ):
            life.learned = True
            if life.meant in ("yes", "no", "redirect", "explain"):
                meaning, turn = ("yes" if life.meant == "explain" else life.meant), life.turns
                self.after(
                    self.random.uniform(0.1, 2),
                    lambda: self.says(life, mentor, meaning) if life.turns == turn else None,
                )
        elif (
            life.meant in ("question", "stalling", "later")
            and "?" in text
            and self.random.random() < shares["bot"]["answers_when_asked_back"]
        ):
            self.again(life, mentor, self.random.uniform(0.2, 3), {"yes": 0.75, "no": 0.25})
        elif life.meant in ("yes", "no", "explain") and self.random.random() < (
            shares["bot"]["answers_when_asked_back"] if "?" in text else 0.25
        ):
            meaning = "yes" if life.meant == "explain" else life.meant
            self.after(
                self.random.uniform(0.1, 2),
                lambda: self.says(life, mentor, meaning) if life.state in UNDECIDED else None,
            )

    def says(self, life: Life, mentor: Mentor, meaning: str) -> None:
        """Let a mentor write something in a thread."""
        plain = mentor.style == "plain" or (mentor.style == "learns" and not life.learned) or meaning in _NO_COMMAND
        text = "" if plain else command(self.random, meaning, self.gaps(life, mentor.login, mentor.writer))
        if not text:
            text = words(
                self.random, meaning, mentor.writer, self.gaps(life, mentor.login, mentor.writer), self.quoted(life)
            )
        mentor.wrote.append(self.community.now)
        self.write(
            life,
            mentor.user,
            text,
            Act(
                self.community.now,
                mentor.login,
                "mentor",
                meaning,
                not text.lstrip().startswith("/") and "\n/" not in text,
            ),
        )

    # The coordinators.

    def _called(self, life: Life, texts: list[str]) -> None:
        """A coordinator passes some requests on, as long as there are not too many in a week."""
        week = (self.community.now - self.community.mentors["mentor-000"].joined).days // 7
        acted = self._acted_this_week[1] if self._acted_this_week[0] == week else 0
        if acted >= 2 or life.state != "waiting":
            return
        self._acted_this_week = (week, acted + 1)
        before = life.mentor

        def deed() -> None:
            other = self.choose(life.skill)
            if (
                life.state == "waiting"
                and life.mentor == before
                and not life.spoke(before)
                and other
                and other not in life.asked
            ):
                self.community.say(life.number, user(COORDINATOR), f"/reassign @{other}")

        self.after(self.random.uniform(0.5, 3), deed)

    # Writing.

    def write(self, life: Life, who: Json, text: str, act: Act) -> None:
        life.acts.append(act)
        self.community.watch.acted(life, act)
        self.community.say(life.number, who, text)

    def gaps(self, life: Life, login: str, author: Writer) -> dict[str, str]:
        """Return what fills the wordings of someone in a thread."""
        coming = self.community.now + timedelta(days=self.random.uniform(25, 70))
        to = life.mentee.login if login == life.mentor else life.mentor
        others = [
            one
            for one in self.community._listed
            if one not in life.asked and life.skill in self.community.mentors[one].skills
        ]
        return {
            "to": to, "mentee": life.mentee.login, "mentor": life.mentor, "skill": life.skill, "number": str(life.number),
            "other": self.random.choice(sorted(others)) if others else "mentor-000",
            "month": habits()["months"][author.language][0].split()[coming.month - 1], "date": f"{coming.date()}",
            "day": str(self.community.now.day), "month_short": f"{self.community.now:%b}",
        }  # fmt: skip

    def quoted(self, life: Life) -> str:
        """Return the comment that a reply by mail quotes: the bot's last."""
        comments = [one for one in self.community.box.kept[life.number]["comments"] if one["user"]["type"] == "Bot"]
        return visible(comments[-1]["body"])[:1500] if comments else ""
