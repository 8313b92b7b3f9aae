"""Write a whole directory that `lodestar check` accepts and `lodestar build` builds."""

import os
from collections.abc import Iterator
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path
from random import Random
from string import Template
from typing import Any

from generator.adapters.terminal import track
from generator.demo.distributions import read_distributions
from generator.demo.person import Crowd, draw_person
from generator.demo.simulation import DESK, PAST_DAYS
from generator.demo.threads import write_threads
from generator.demo.words import phrase_texts, read_vocabularies, vocabulary_texts
from generator.model.errors import CallError, LodestarError
from generator.model.vocabulary import Vocabulary
from generator.profiles.yaml_writer import yaml_text
from generator.text.catalogue import _, ngettext

PROGRAMS = ("first-contributions", "open-evenings", "starlight-cohort")
LISTS = ("events", "communities", "resources")
_EARLIER = "starlight-first"
ROADMAPS = ("first-pull-request", "python-first-steps")
_SAME = ("directory.yml", "mkdocs.yml", "docs/index.md")
_WITHOUT_GITHUB = 0.05
"""The share of mentors without an account, who are asked through a coordinator."""
_ROADMAP_SKILLS = {"git_skills": ("git", "github", "open-source"), "python_skills": ("python", "testing")}
# Days from today, so that one program takes applications, one runs and one has no end.
_DATES = {
    "opens": -14, "closes": 28, "starts": 45, "ran_from": -30, "ran_until": 54, "applied_from": -80, "applied_until": -37, "reviewed": -20,
    "past_opened": -500, "past_closed": -460, "past_from": -430, "past_until": -347, "monthly_from": -180,
    "weekly_from": -96, "questions_on": 9,
}  # fmt: skip


def write_demo(folder: Path, mentors: int, seed: int, today: date, requests: int = 0, days: int = PAST_DAYS) -> str:
    """Write a directory of so many synthetic mentors, and say what was written and what to do with it.

    With `requests` their threads are written too, into `threads/`, over so many days. The same seed, numbers and day give the
    same files, and a larger number of mentors only adds people. Raises CallError when the folder is not empty.
    """
    _refuse_what_is_there(folder)
    try:
        _write(folder, mentors, seed, today, requests)
        threads = write_threads(folder / "threads", folder, requests, seed, today, days) if requests else 0
    except OSError as error:
        raise LodestarError(_("{path} can't be written: {reason}.", path=folder, reason=error.strerror)) from None
    return _next_steps(folder, mentors, threads)


def _next_steps(folder: Path, mentors: int, threads: int) -> str:
    people = ngettext("{count} made-up mentor", "{count} made-up mentors", mentors)
    lines = [_("Wrote {mentors} and their programs to {folder}.", mentors=people, folder=folder)]
    if threads:
        lines += [
            ngettext(
                "Wrote {count} request to {folder}/threads. To show it on the site:",
                "Wrote {count} requests to {folder}/threads. To show them on the site:",
                threads,
                folder=folder,
            ),
            f"  lodestar activity --forge folder:{folder}/threads --root {folder} --output {folder}/activity.json",
        ]
    lines += [_("To see the site:"), f"  lodestar serve --root {folder}"]
    return "\n".join(lines)


def _refuse_what_is_there(folder: Path) -> None:
    if folder.is_dir() and any(folder.iterdir()):
        raise CallError(_("{path} isn't empty, and a demo overwrites nothing. Name a new folder.", path=folder))
    if os.path.lexists(folder) and not folder.is_dir():
        raise CallError(_("{path} is a file. Name a new folder.", path=folder))


def _write(folder: Path, mentors: int, seed: int, today: date, requests: int) -> None:
    (folder / "mentors").mkdir(parents=True)
    for path, text in _shared_files(today, mentors, seed, requests):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text.encode())
    for handle, text in track(people_files(mentors, seed, today), _("Writing mentors"), mentors):
        with open(f"{folder}/mentors/{handle}.yml", "wb") as file:
            file.write(text.encode())


def _shared_files(today: date, mentors: int, seed: int, requests: int) -> Iterator[tuple[str, str]]:
    yield from vocabulary_texts().items()
    yield from phrase_texts().items()
    skills = read_vocabularies().skills
    gaps = {name: str(today + timedelta(days=days)) for name, days in _DATES.items()}
    gaps |= {name: ", ".join(_known_skills(skills, wanted)) for name, wanted in _ROADMAP_SKILLS.items()}
    availability_issue = f"requests: {{availability_desk: {DESK}}}\n" if requests else ""
    gaps |= {"mentors": f"{mentors:,}", "seed": str(seed), "availability_issue": availability_issue}
    programs = (f"programs/{name}.yml" for name in (*PROGRAMS, _EARLIER, *LISTS))
    roadmaps = (f"programs/roadmaps/{name}.yml" for name in ROADMAPS)
    for path in (*_SAME, *programs, *roadmaps):
        text = files(__package__).joinpath("template", *path.split("/")).read_text(encoding="utf-8")
        yield path, Template(text).substitute(gaps)


def _known_skills(skills: Vocabulary, wanted: tuple[str, ...]) -> list[str]:
    """Keep the wanted skills that this repository's vocabulary still has, and never nothing."""
    return [id for id in wanted if id in skills.terms] or list(skills.terms)[:1]


def people_files(mentors: int, seed: int, today: date) -> Iterator[tuple[str, str]]:
    """Yield each synthetic person's handle and profile; nobody depends on those who come later."""
    for handle, fields in draw_people(mentors, seed, today):
        yield handle, yaml_text(fields)


def draw_people(mentors: int, seed: int, today: date) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the same people as handles and fields, for whoever needs no files."""
    vocabularies = read_vocabularies()
    crowd = Crowd(read_distributions(vocabularies), vocabularies, PROGRAMS, ROADMAPS, today)
    taken: dict[str, int] = {}
    for number in range(mentors):
        name, fields = draw_person(Random(f"{seed} {number}"), crowd)
        handle = _free_handle(f"demo-{name.latin[:26]}".rstrip("-"), taken)
        fields["github"] = handle
        if Random(f"{seed} account {number}").random() < _WITHOUT_GITHUB:
            del fields["github"]
        yield handle, fields


def _free_handle(wanted: str, taken: dict[str, int]) -> str:
    """Add a number to a handle that someone has; names hold no numbers, so the result is free."""
    count = taken[wanted] = taken.get(wanted, 0) + 1
    return wanted if count == 1 else f"{wanted}{count}"
