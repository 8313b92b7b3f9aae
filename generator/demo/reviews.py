"""Let the mentees of a demo say what a completed mentorship was like, and their mentors agree or not."""

from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

from generator.demo import request_phrases as phrases
from generator.demo.simulated_forge import SimulatedForge, number_of
from generator.model.request import Person
from generator.requests.forms.answers import filled_in
from generator.requests.lifecycle.state import RequestState
from generator.requests.reviews.form import review_form

_REVIEWED = 0.5
_RECOMMEND = (("yes", 0.8), ("partly", 0.17), ("no", 0.03))
_STARS = (("5", 0.55), ("4", 0.3), ("3", 0.1), ("", 0.05))
_SHOW = (("named", 0.6), ("unnamed", 0.25), ("counted", 0.15))


def write_reviews(stage: SimulatedForge, seed: int, now: datetime) -> None:
    """Open a review for about half of the completed mentorships that ended some days before `now`, and let mentors answer."""
    due = []
    for request in stage.completed():
        random = Random(f"{seed} review {request.number}")
        mentor = stage.directory.login_of(request.mentor)
        at = (request.since + timedelta(days=random.uniform(0.2, 8))).replace(microsecond=0)
        if mentor and request.kind == "mentorship" and random.random() < _REVIEWED and at < now - timedelta(days=8):
            due.append((at, request.number, request, mentor, random))
    for at, _number, request, mentor, random in sorted(due, key=lambda one: one[:2]):
        _review(stage, request, Person(number_of(mentor), mentor), random, at)


def _review(stage: SimulatedForge, request: RequestState, mentor: Person, random: Random, at: datetime) -> None:
    number = max(stage.threads) + 1
    stage.open(number, "How my mentorship was", _body(stage, request, random), request.mentee, at)
    state = stage.look_at_review(number, request.number, at)
    if state == "asking" and random.random() < 0.85:
        later = at + timedelta(hours=random.randint(3, 150))
        words = "/publish" if random.random() < 0.93 else "/decline"
        if random.random() < 0.3 and words == "/publish":
            words += f"\n/answer {random.choice(phrases.REVIEW_ANSWERS)}"
        stage.say(number, mentor, words, later)
        stage.look_at_review(number, request.number, later)


def _body(stage: SimulatedForge, request: RequestState, random: Random) -> str:
    known = stage.directory.mentors.get(request.mentor)
    skills = stage.directory.vocabularies.skills
    helped = [skills.label(one) for one in random.sample(known.skills, min(2, len(known.skills)))] if known else []
    answers = {
        "request": str(request.number),
        "helped": ", ".join(helped),
        "recommend": _drawn(random, _RECOMMEND),
        "stars": _drawn(random, _STARS),
        "thanks": random.choice(phrases.REVIEW_THANKS),
        "show": _drawn(random, _SHOW),
        "words": random.choice(phrases.REVIEW_WORDS),
    }
    forms = replace(stage.forms, forms=(review_form(stage.directory.settings),))
    return filled_in(forms, "review", answers)


def _drawn(random: Random, shares: tuple[tuple[str, float], ...]) -> str:
    return random.choices([one for one, _share in shares], [share for _one, share in shares])[0]
