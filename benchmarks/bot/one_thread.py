"""Measure reduce and plan on single threads, in a process of their own: `python -m benchmarks.bot.one_thread ROOT NOW ANSWER`.

The answer is JSON: for each case its name, the comments of the thread, the actions planned, and milliseconds of
processor: nothing here waits, and a busy machine should not count.
"""

import json
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median

from generator.app.load import load_readable
from generator.demo.asking import Asking
from generator.demo.simulated_forge import SimulatedForge, number_of
from generator.forge.folder import FolderForge
from generator.model.directory import Directory
from generator.model.request import Person
from generator.requests.forms.answers import filled_in
from generator.requests.forms.community_forms import forms_of
from generator.requests.lifecycle.plan import plan
from generator.requests.lifecycle.reduce import reduce
from generator.requests.lifecycle.request_index import RequestIndex
from generator.requests.lifecycle.thread import Thread, thread_of
from generator.text.languages import language, language_tag

COMMENTS = 100
NUMBER = 1_000_000
_RUNS = 15


def asking_of(directory: Directory, stage: SimulatedForge, at: datetime) -> tuple[str, Asking]:
    """Ask the first mentor who can be asked for all that they offer."""
    handle = next(handle for handle in directory.mentors if stage.can_take(handle, "mentorship", at))
    mentor = directory.mentors[handle]
    skills = ", ".join(map(directory.vocabularies.skills.label, mentor.skills))
    body = filled_in(
        stage.forms,
        "mentorship",
        {
            "mentor": mentor.handle,
            "skills": skills,
            "languages": language(mentor.languages[0]),
            "goals": "To know how long this takes. " * 12,
        },
    )
    return handle, Asking(
        Person(number_of("demo-asks"), "demo-asks"), "A request for a mentor", body, body, mentor.skills
    )


def cases(directory: Directory, now: datetime) -> Iterator[tuple[str, Thread, datetime]]:
    """Yield threads to measure: one of many comments, and short ones at the moments when the bot has most to write."""
    stage, began = SimulatedForge(directory, forms_of(directory, language_tag), language), now - timedelta(days=120)
    handle, asking = asking_of(directory, stage, began)
    mentor = Person(number_of(handle), directory.mentors[handle].github)
    stage.open(NUMBER, asking.title, asking.body, asking.author, began, asking.terms)
    yield "just opened: the mentor is told why them", stage.threads[NUMBER], began
    stage.look(NUMBER, began)
    yield "14 days of silence: three others are named", stage.threads[NUMBER], began + timedelta(days=14, hours=1)
    at = began + timedelta(days=1)
    for place, words in enumerate(["/accept", "/started", *_talk(COMMENTS)]):
        if len(stage.threads[NUMBER].comments) >= COMMENTS:
            break
        at += timedelta(days=1)
        stage.say(NUMBER, mentor if place % 2 == 0 else asking.author, words, at)
        if place < 3 or place % 2:
            stage.look(NUMBER, at)
    full = stage.threads[NUMBER]
    yield f"{COMMENTS} comments, all read before", full, at
    forgotten = replace(full, comments=tuple(comment for comment in full.comments if not comment.by_bot))
    lost = tuple(
        replace(comment, id=comment.id + COMMENTS)
        for comment in forgotten.comments[: COMMENTS - len(forgotten.comments)]
    )
    yield (
        f"{COMMENTS} comments, the bot's own lost",
        replace(forgotten, comments=tuple(sorted((*forgotten.comments, *lost), key=lambda one: (one.at, one.id)))),
        at,
    )


def _talk(count: int) -> list[str]:
    return [
        f"/update step {number} is done" if number % 2 else f"And then there was step {number}.\n\n> quoted\n\n`code`"
        for number in range(count)
    ]


def main(root: Path, now: datetime, answer: Path) -> None:
    """Measure every case, and the first of all as a fresh process meets it."""
    directory, _ = load_readable(root, now)
    index = RequestIndex(directory, forms_of(directory, language_tag), now, language)
    index.load(thread_of(stored) for stored in FolderForge(root / "threads", now).threads(None))
    measured = []
    for name, thread, at in cases(directory, now):
        context = replace(index.context(thread.number), now=at)
        times, actions = [], 0
        for _ in range(_RUNS):
            began = time.process_time()
            request = reduce(thread, context)
            actions = len(plan(request, thread, context)) if request else 0
            times.append(1000 * (time.process_time() - began))
        measured.append(
            {
                "case": name,
                "comments": len(thread.comments),
                "actions": actions,
                "first": times[0],
                "median": median(times[1:]),
            }
        )
    answer.write_text(json.dumps(measured), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), datetime.fromisoformat(sys.argv[2]), Path(sys.argv[3]))
