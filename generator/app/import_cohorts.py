"""Bring cohorts of another program in, for `lodestar import --cohorts`: a program's file for each, and nobody overwritten."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.adapters.filesystem import read_file, write_whole
from generator.app.import_people import source_texts
from generator.moving.cohorts import CohortDraft, read_cohorts
from generator.profiles.source import SETTINGS_FILE
from generator.profiles.syntax import read_with_repairs
from generator.profiles.text import clean_text
from generator.profiles.yaml_writer import yaml_text
from generator.text.catalogue import N_, _, ngettext, number

VERSION = 1
_HEAD = "# yaml-language-server: $schema=../generator/schema/program.json\n"


@dataclass(frozen=True, slots=True)
class CohortReport:
    """What came in: the cohorts that were written, those that were there already, and what was left out of all."""

    written: tuple[CohortDraft, ...]
    there: tuple[str, ...]
    lost: Counter[tuple[str, str]]

    @property
    def people(self) -> int:
        """How many different people are in the cohorts that were written."""
        return len({person["id"] for one in self.written for person in one.fields.get("people", ())})

    @property
    def projects(self) -> int:
        """How many projects they have together."""
        return sum(len(one.fields.get("projects", ())) for one in self.written)


def import_cohorts(root: Path, source: Path, dry_run: bool) -> CohortReport:
    """Write a program for each cohort of a source that has no file yet, and say what happened."""
    file = read_file(root, SETTINGS_FILE)
    settings = read_with_repairs(clean_text(file.content) or "").data if not file.refusal else None
    organiser = str(settings.get("name", "")) if isinstance(settings, dict) else ""
    drafts = read_cohorts(source_texts(source), organiser or _("The community"))
    fresh = [one for one in drafts if not (root / "programs" / f"{one.id}.yml").exists()]
    if not dry_run and fresh:
        (root / "programs").mkdir(exist_ok=True)
        for one in fresh:
            write_whole(root / "programs" / f"{one.id}.yml", (_HEAD + yaml_text(one.fields)).encode())
    lost: Counter[tuple[str, str]] = sum((one.lost for one in fresh), Counter())
    return CohortReport(tuple(fresh), tuple(one.id for one in drafts if one not in fresh), lost)


def as_text(report: CohortReport, wrote: bool) -> str:
    """Write the report for people."""
    cohorts = ngettext("{count} cohort", "{count} cohorts", len(report.written))
    people = ngettext("{count} person", "{count} people", report.people)
    projects = ngettext("{count} project", "{count} projects", report.projects)
    outcome = N_("Wrote {cohorts} to programs/") if wrote else N_("{cohorts} are ready; nothing was written")
    lines = [_(outcome, cohorts=cohorts), f"  {projects}, {people}"]
    lines += [_("Left as it is: programs/{id}.yml is there already.", id=id) for id in report.there]
    if report.lost:
        lines.append(_("Not carried over:"))
        for (field, why), count in sorted(report.lost.items()):
            lines.append(f"  {field}: {number(count)} ({_(why)})")
    return "\n".join(lines) + "\n"


def as_json(report: CohortReport, wrote: bool) -> str:
    """Write the report for programs."""
    found: dict[str, Any] = {
        "version": VERSION,
        "written": _ids(report.written) if wrote else [],
        "ready": _ids(report.written),
        "there": list(report.there),
        "people": report.people,
        "projects": report.projects,
        "lost": [{"field": field, "count": count, "why": why} for (field, why), count in sorted(report.lost.items())],
    }
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _ids(drafts: Sequence[CohortDraft]) -> list[str]:
    return [one.id for one in drafts]
