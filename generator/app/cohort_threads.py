"""Read a cohort's applications from its own threads, for `lodestar pair`, and write the pairs into the program's file."""

import re
from datetime import datetime
from pathlib import Path

from generator.adapters.filesystem import read_file, write_whole
from generator.app.bot import everything
from generator.forge.port import Forge
from generator.matching.pairing.proposals import Outcome
from generator.model.cohort import Application, Cohort
from generator.model.errors import CallError
from generator.profiles.syntax import read_with_repairs
from generator.profiles.text import clean_text
from generator.profiles.yaml_writer import yaml_value
from generator.requests.replies.suggestions import learner_of_request
from generator.text.catalogue import _

_WAITS = ("held", "waitlisted", "accepted")
_WRITTEN = ("pairs", "left_out")
_BLOCK = re.compile(rf"^(?:{'|'.join(_WRITTEN)}):.*\n(?:[ \t-].*\n)*", re.MULTILINE)


def cohort_from_threads(forge: Forge, root: Path, program: str, now: datetime) -> Cohort:
    """Return everyone who applied to a program and has no mentor yet, each with the mentor they named as their choice."""
    index, _left_out = everything(forge, root, now)
    applications = []
    for summary in index.activity(None).requests:
        request = index.request(summary.number)
        waits = summary.state in _WAITS and (summary.state == "held" or not summary.mentor)
        if summary.kind != "application" or summary.program != program or not waits or not (request and request.asked):
            continue
        choices = (request.asked.mentor,) if request.asked.mentor else ()
        learner = learner_of_request(request.asked)
        applications.append(
            Application(summary.mentee, learner, summary.number, choices, tuple(sorted(set(request.tried))))
        )
    if not applications:
        raise CallError(
            _("Nobody who applied to {program} is without a mentor, so there is nobody to pair.", program=program)
        )
    return Cohort(program, tuple(applications), (), frozenset(), {})


def write_pairs(root: Path, program: str, outcome: Outcome) -> Path:
    """Write a solver's pairs into the program's file, in place of earlier ones; raise CallError where that is not safe."""
    path = f"programs/{program}.yml"
    file = read_file(root, path)
    text = None if file.refusal else clean_text(file.content)
    if text is None:
        raise CallError(_("{path} can't be read.", path=path))
    without_issue = [one.mentee for one in outcome.proposals if one.issue is None]
    if without_issue:
        raise CallError(
            _("{mentee} has no issue, so the bot can't ask there. Add 'issue' to their application.", mentee=without_issue[0])
        )  # fmt: skip
    left_out = [one.issue for one in outcome.left_out if one.issue]
    pairs = [{"issue": one.issue, "mentor": one.mentor} for one in outcome.proposals]
    lines = [*(["pairs:", *(f"  - {yaml_value(pair)}" for pair in pairs)] if pairs else [])]
    lines += [f"left_out: {yaml_value(left_out)}"] if left_out else []
    kept = _BLOCK.sub("", text if text.endswith("\n") else f"{text}\n")
    written = kept + "".join(f"{line}\n" for line in lines)
    before, after = read_with_repairs(text).data, read_with_repairs(written).data
    wanted = {name: value for name, value in before.items() if name not in _WRITTEN}
    wanted |= {"pairs": pairs} if pairs else {}
    wanted |= {"left_out": left_out} if left_out else {}
    if after != wanted:
        raise CallError(
            _("{path} is written in a way that I leave to you. Take out 'pairs' and 'left_out', then try again.", path=path)
        )  # fmt: skip
    write_whole(root / path, written.encode())
    return root / path
