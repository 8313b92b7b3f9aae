"""Draw what the people of a demo ask for, and fill in the forms."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from random import Random

from generator.demo import request_phrases as phrases
from generator.demo.distributions import Distributions
from generator.demo.names import draw_group, draw_name
from generator.demo.simulated_forge import number_of
from generator.model.directory import Directory
from generator.model.mentor import COMMITMENT_MINUTES, Mentor
from generator.model.request import Person
from generator.requests.forms.answers import filled_in
from generator.requests.forms.form import Forms

_KINDS = (
    ("mentorship", 64),
    ("quick-question", 14),
    ("interview", 7),
    ("application", 8),
    ("group", 3),
    ("self-test", 4),
)
_TITLES = {
    "mentorship": "A request for a mentor", "group": "A request for a mentor", "quick-question": "A quick question",
    "interview": "An informational interview", "application": "An application to a program", "self-test": "Do messages reach me?",
}  # fmt: skip
_OPEN_TO_ALL = {"mentorship": 0.2, "quick-question": 0.25, "application": 0.7}
_SLIPS = 0.07
_MOST_TRIES = 12


@dataclass(frozen=True, slots=True)
class Asking:
    """An issue as its author opens it; `corrected` is the text once a slip in it is corrected, `terms` what it asks for."""

    author: Person
    title: str
    body: str
    corrected: str
    terms: tuple[str, ...] = ()


class Crowd:
    """Who asks and who is asked: few mentors are asked by many, and some mentees ask again."""

    def __init__(
        self,
        directory: Directory,
        forms: Forms,
        shape: Distributions,
        language_name: Callable[[str], str],
        mentees: int,
        seed: int,
    ) -> None:
        """Draw so many mentees; the same seed draws the same."""
        self._directory, self._forms, self._shape, self._language_name = directory, forms, shape, language_name
        self._mentees = _mentees(mentees, seed)
        self.mentors = [handle for handle, mentor in directory.mentors.items() if mentor.offer_to_mentor]
        Random(f"{seed} known").shuffle(self.mentors)

    def ask(self, random: Random, at: datetime, can_take: Callable[[str, str, datetime], bool]) -> Asking:
        """Draw one request of someone who looks at the site at a time."""
        kind = random.choices([kind for kind, _ in _KINDS], [share for _, share in _KINDS])[0]
        program = self._program(random, at.date()) if kind == "application" else ""
        if kind == "application" and not program:
            kind = "mentorship"
        if kind == "group" and not any(self._directory.mentors[handle].group_size for handle in self.mentors):
            kind = "mentorship"
        if kind == "self-test":
            return self._self_test(random)
        mentor = self._mentor(random, kind, at, can_take)
        answers, terms = self._answers(random, mentor, kind)
        answers["program"] = program
        answers["mentor"] = "" if random.random() < _OPEN_TO_ALL.get(kind, 0) else mentor.handle
        body = filled_in(self._forms, kind, answers)
        slip = self._slip(random, answers)
        label = self._label(terms[0])
        title = f"{_TITLES[kind]}: {label}" if random.random() < 0.4 else _TITLES[kind]
        return Asking(
            random.choice(self._mentees), title, filled_in(self._forms, kind, slip) if slip else body, body, terms
        )

    def _self_test(self, random: Random) -> Asking:
        author = self._directory.login_of(random.choice(self.mentors)) or random.choice(self._mentees).login
        body = filled_in(self._forms, "self-test", {})
        return Asking(Person(number_of(author), author), _TITLES["self-test"], body, body)

    def _program(self, random: Random, day: date) -> str:
        return random.choice(
            [id for id, program in self._directory.programs.items() if program.state(day) == "open"] or [""]
        )

    def _mentor(
        self, random: Random, kind: str, at: datetime, can_take: Callable[[str, str, datetime], bool]
    ) -> Mentor:
        """Choose whom to ask: well-known mentors more often, and mostly someone who can be asked."""
        known = (
            [handle for handle in self.mentors if self._directory.mentors[handle].group_size]
            if kind == "group"
            else self.mentors
        )
        for _ in range(_MOST_TRIES):
            handle = known[int(len(known) * random.random() ** 3)]
            if can_take(handle, kind, at):
                break
        return self._directory.mentors[handle]

    def _answers(self, random: Random, mentor: Mentor, kind: str) -> tuple[dict[str, str], tuple[str, ...]]:
        skills = random.sample(mentor.skills, min(len(mentor.skills), random.choice((1, 1, 2, 2, 3))))
        topics = random.sample(mentor.topics, 1) if mentor.topics and random.random() < 0.4 else []
        words = [f"{self._label(skill)}{random.choice(('', '', '!'))}" for skill in skills] + [
            self._label(topic) for topic in topics
        ]
        if random.random() < 0.15:
            words[0] = f"{words[0].rstrip('!')} (basics -> working)"
        if random.random() < 0.06:
            words.append(random.choice(phrases.UNKNOWN))
        answers = {
            "skills": ", ".join(words),
            "languages": ", ".join(map(self._language_name, mentor.languages[: random.choice((1, 1, 2))])),
            "timezone": self._shape.zones.one(random) if random.random() < 0.5 else "",
            "format": random.choice((*mentor.formats, "")),
            "commitment": random.choice((mentor.commitment, next(iter(COMMITMENT_MINUTES)), "")),
            "relationship": random.choice((*mentor.relationship_types, "", "")),
            "goals": self._goals(random, kind, self._label(skills[0])),
        }
        return answers, (*skills, *topics)

    def _goals(self, random: Random, kind: str, skill: str) -> str:
        first = {"quick-question": phrases.QUESTIONS, "interview": phrases.TALKS}.get(kind, phrases.GOALS)
        domain = random.choice(
            [term.label for term in self._directory.vocabularies.domains.terms.values()] or ["another field"]
        ).lower()
        sentence = random.choice(first).format(
            skill=skill, domain=domain, season=random.choice(phrases.SEASONS), weeks=random.randint(3, 30)
        )
        return " ".join(
            filter(
                None,
                (sentence, random.choice(phrases.TRIED), random.choice(phrases.WHY), random.choice(phrases.OFFERS)),
            )
        )

    def _slip(self, random: Random, answers: dict[str, str]) -> dict[str, str] | None:
        """Forget something now and then, or misspell the mentor's name."""
        if random.random() > _SLIPS:
            return None
        if answers["mentor"] and random.random() < 0.7:
            return answers | {"mentor": answers["mentor"][:-2]}
        return answers | {random.choice(("languages", "goals")): ""}

    def _label(self, term: str) -> str:
        vocabularies = self._directory.vocabularies
        return vocabularies.skills.label(term) if term in vocabularies.skills.terms else vocabularies.topics.label(term)


def _mentees(count: int, seed: int) -> list[Person]:
    logins: dict[str, None] = {}
    for number in range(count):
        random = Random(f"{seed} mentee {number}")
        latin = draw_name(random, draw_group(random, "", ("en",))).latin[:22].rstrip("-")
        logins[f"demo-{latin}-asks" if f"demo-{latin}-asks" not in logins else f"demo-{latin}-asks{number}"] = None
    return [Person(number_of(login), login) for login in logins]
