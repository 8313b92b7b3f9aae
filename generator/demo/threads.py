"""Write the request threads of a demo, as a folder in the shapes of GitHub's API."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from generator.app.check import check_root
from generator.demo.asking import Crowd
from generator.demo.distributions import read_distributions
from generator.demo.reviews import write_reviews
from generator.demo.simulated_forge import SimulatedForge
from generator.demo.simulation import PAST_DAYS, Simulation
from generator.forge.people import issue
from generator.model.request import Person
from generator.requests.forms.community_forms import forms_of
from generator.requests.lifecycle.thread import Comment, Thread
from generator.text.languages import language, language_tag
from generator.text.timestamps import write_time

MOST_BY_ITSELF = 2000
"""Whoever wants more threads says so."""


def usual_number(mentors: int) -> int:
    """Return how many requests so many mentors have in a year or less: two for each five of them."""
    return min(MOST_BY_ITSELF, mentors * 2 // 5)


def write_threads(folder: Path, root: Path, requests: int, seed: int, today: date, days: int = PAST_DAYS) -> int:
    """Play so many requests to the people of a demo until the beginning of today, write all threads and return their number."""
    now = datetime.combine(today, time(), UTC)
    stage = played(root, requests, seed, now, days)
    if stage is None:
        return 0
    (folder / "issues").mkdir(parents=True, exist_ok=True)
    for stored in stored_threads(stage):
        text = json.dumps(stored, ensure_ascii=False, indent=1) + "\n"
        (folder / "issues" / f"{stored['issue']['number']}.json").write_text(text, encoding="utf-8")
    (folder / "swept.txt").write_text(write_time(now) + "\n", encoding="utf-8")
    return len(stage.threads)


def played(root: Path, requests: int, seed: int, now: datetime, days: int = PAST_DAYS) -> SimulatedForge | None:
    """Play the requests and return the stage with all threads; None where there is nobody to ask."""
    directory = check_root(root, now.date()).directory
    if directory is None or not any(mentor.offer_to_mentor for mentor in directory.mentors.values()):
        return None
    forms = forms_of(directory, language_tag)
    stage = SimulatedForge(directory, forms, language)
    crowd = Crowd(directory, forms, read_distributions(directory.vocabularies), language, requests * 2 // 3 + 1, seed)
    Simulation(stage, crowd, requests, seed, now, days).run()
    write_reviews(stage, seed, now)
    return stage


def stored_threads(stage: SimulatedForge) -> Iterator[dict[str, Any]]:
    """Yield each thread as GitHub would give it, by number."""
    for number, thread in sorted(stage.threads.items()):
        yield {
            "issue": _issue(thread, stage.changed[number]),
            "comments": [_comment(one, stage.edited.get(one.id, one.at)) for one in thread.comments],
        }


def _issue(thread: Thread, changed: datetime) -> dict[str, Any]:
    people = {one.author.handle: one.author for one in thread.comments} | {thread.author.handle: thread.author}
    opened, author = write_time(thread.opened), _user(thread.author)
    return issue(thread.number, author, thread.title, thread.body, opened, sorted(thread.labels)) | {
        "state": "open" if thread.open else "closed",
        "assignees": [_user(people[handle]) for handle in sorted(thread.assignees) if handle in people],
        "locked": thread.locked,
        "updated_at": write_time(changed),
        "closed_at": write_time(thread.closed_at) if thread.closed_at else None,
        "closed_by": _user(thread.closed_by) if thread.closed_by else None,
    }


def _comment(comment: Comment, changed: datetime) -> dict[str, Any]:
    return {
        "id": comment.id,
        "user": _user(comment.author, comment.by_bot),
        "created_at": write_time(comment.at),
        "updated_at": write_time(changed),
        "body": comment.body,
    }


def _user(person: Person, bot: bool = False) -> dict[str, Any]:
    return {"login": person.login, "id": person.id, "type": "Bot" if bot or person.login.endswith("[bot]") else "User"}
