"""The studio: proposals for a cohort as one page that a coordinator opens from their own disk. It is never published.

The page needs nothing but itself: its styles and its one script are written in it, and its policy lets nothing else
run or load. Applications are nobody else's business, so `lodestar build` does not know this page.
"""

import re
from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from importlib.resources import files
from typing import Any

from generator.matching.pairing.proposals import Outcome, Proposal
from generator.matching.pairing.report import (
    SOLVER_MEANINGS,
    SOLVER_NAMES,
    change_words,
    choice_words,
    next_best,
    summary,
)
from generator.model.cohort import Cohort
from generator.model.directory import Directory
from generator.model.program import Program
from generator.site.look.sheet import style_sheet
from generator.site.templating import mark_safe, template
from generator.text.catalogue import N_, _

LAYERS = ("base", "icons", "chrome", "parts", "people", "studio")

_FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}")
_page = template("studio.html")


def studio(program: Program, cohort: Cohort, outcomes: Sequence[Outcome], directory: Directory, command: str) -> str:
    """Return the page; `command` is what runs the same pairing again, to which locks and vetoes are added."""
    script = files("generator.site").joinpath("assets/studio/studio.js").read_text(encoding="utf-8")
    # The typeface's files are not beside a page on someone's disk; the system's own is used.
    styles = _FONT_FACE.sub("", style_sheet(directory.settings.look, "", LAYERS))
    policy = (
        f"default-src 'none'; style-src 'sha256-{_hash(styles)}'; script-src 'sha256-{_hash(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    return _page(
        title=program.title,
        community=directory.settings.name,
        language=directory.settings.language,
        policy=mark_safe(policy),
        styles=mark_safe(styles),
        script=mark_safe(script),
        command=command,
        applications=len(cohort.applications),
        spots=sum(spots for _taken, spots in outcomes[0].load.values()),
        ways=[_way(outcome, cohort, directory) for outcome in outcomes],
    )


def _hash(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


def _way(outcome: Outcome, cohort: Cohort, directory: Directory) -> dict[str, Any]:
    return {
        "id": outcome.solver,
        "name": _(SOLVER_NAMES[outcome.solver]),
        "meaning": _(SOLVER_MEANINGS[outcome.solver]),
        "summary": list(summary(outcome)),
        "pairs": [_pair(proposal, directory) for proposal in outcome.proposals],
        "left_out": outcome.left_out,
        "blocking": [f"{mentee} + {_name(mentor, directory)}" for mentee, mentor in outcome.blocking],
        "load": [(_name(mentor, directory), taken, spots) for mentor, (taken, spots) in outcome.load.items() if spots],
        "vetoes": [
            f"{mentee} + {_name(mentor, directory)}" for mentee, mentor in sorted(cohort.vetoes)
        ],
    }  # fmt: skip


def _pair(proposal: Proposal, directory: Directory) -> dict[str, Any]:
    return {
        "id": f"{proposal.mentee}:{proposal.mentor}",
        "mentee": proposal.mentee,
        "issue": proposal.issue,
        "mentor": _name(proposal.mentor, directory),
        "band": _(_FITS.get(proposal.match.score.band, _UNKNOWN)),
        "good": proposal.match.score.band in ("strong", "good"),
        "choice": choice_words(proposal.choice),
        "locked": proposal.locked,
        "reasons": [part.sentence for part in proposal.match.parts],
        "next": next_best(
            replace(proposal, mentor=_name(proposal.mentor, directory), next_mentor=_next(proposal, directory))
        ),
        "changes": list(_changes(proposal, directory)),
    }


_FITS: dict[str | None, str] = {
    "strong": N_("A strong match"),
    "good": N_("A good match"),
    "some": N_("Fits in part"),
    "little": N_("Fits a little"),
}
_UNKNOWN = N_("Nothing to compare yet")


def _next(proposal: Proposal, directory: Directory) -> str | None:
    return _name(proposal.next_mentor, directory) if proposal.next_mentor else None


def _changes(proposal: Proposal, directory: Directory) -> Iterator[str]:
    for change in proposal.veto_changes or ():
        yield change_words(replace(change, after=_name(change.after, directory) if change.after else None))


def _name(handle: str, directory: Directory) -> str:
    return directory.mentors[handle].name
