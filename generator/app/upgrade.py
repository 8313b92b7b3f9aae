"""Bring a community's repository to this version of Lodestar: its forms and workflows, and data where a version needs it.

It touches nothing that Lodestar did not write: a file that someone changed stays, and is named.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator import __version__
from generator.adapters.filesystem import read_directory, write_whole
from generator.adapters.packaged import packaged
from generator.app.kept_files import RECORD, Record, hash_of, kept_files, read_record, record_text, written_before
from generator.app.load import directory_of
from generator.model.errors import CallError
from generator.profiles.check import check_files
from generator.profiles.source import SourceFile
from generator.site.photos import photo_defect
from generator.text.catalogue import N_, _
from generator.text.github_addresses import PRODUCT

COPIED = (
    "generator", "tests", "benchmarks", "scripts", "requirements", "pyproject.toml", "Makefile",
    ".github/workflows/tests.yml", ".github/workflows/release.yml", ".github/zizmor.yml",
)  # fmt: skip
"""What a copy of Lodestar's repository has and a community does not need."""
_MOST_NEWS = 12


@dataclass(frozen=True, slots=True)
class Migration:
    """How data of earlier versions becomes data of version `to`: the new text of each file, by path, and a sentence why."""

    to: str
    why: str
    rewritten: Callable[[Path], Mapping[str, str]]


MIGRATIONS: tuple[Migration, ...] = ()
"""In the order of their versions. None has been needed so far: every version reads what the earlier ones wrote."""


@dataclass(frozen=True, slots=True)
class Step:
    """One file: what is done with it. `done` is new, updated, removed, migrated, current, yours or left-out."""

    path: str
    done: str
    text: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What an upgrade does: from which version, each file, what is new in words, and whether this was a copy of ours."""

    since: str
    steps: tuple[Step, ...]
    news: tuple[str, ...]
    copy: bool = False

    @property
    def pending(self) -> tuple[Step, ...]:
        """The steps that change something."""
        return tuple(step for step in self.steps if step.done in _CHANGING)


_CHANGING = ("migrated", "new", "updated", "removed")
_SAID = {
    "migrated": N_("migrated  {path}: {why}"),
    "new": N_("new       {path}"),
    "updated": N_("updated   {path}"),
    "removed": N_("removed   {path}: this version has no such file"),
    "yours": N_("yours     {path}: you changed it, so it stays as it is"),
    "left-out": N_("left out  {path}: you deleted it"),
}


def plan_upgrade(root: Path, today: date) -> Upgrade:
    """Say what an upgrade would do; raise LodestarError where the directory has errors or is of a later version."""
    record = read_record(root)
    if record and _numbers(record.version) > _numbers(__version__):
        raise CallError(
            _(
                "This directory was brought to version {theirs}, and you have {ours}. "
                "Install the newer one: pip install --upgrade lodestar-mentors",
                theirs=record.version,
                ours=__version__,
            )
        )
    since = record.version if record else ""
    migrated = tuple(_migrations(root, since))
    texts = {step.path: step.text.encode() for step in migrated}
    files = (SourceFile(one.path, texts[one.path]) if one.path in texts else one for one in read_directory(root))
    consequence = _("Nothing was upgraded. Fix these errors, then try again.")
    kept = kept_files(directory_of(check_files(files, today, photo_defect), consequence))
    steps = (*migrated, *_steps(root, kept, record))
    copy = record is None and (root / "generator" / "__init__.py").is_file()
    return Upgrade(since, steps, tuple(_news(since)) if since != __version__ else (), copy)


def _migrations(root: Path, since: str) -> Iterator[Step]:
    for migration in MIGRATIONS:
        if _numbers(since) < _numbers(migration.to) <= _numbers(__version__):
            for path, text in migration.rewritten(root).items():
                yield Step(path, "migrated", text, migration.why)


def _steps(root: Path, kept: Mapping[str, str], record: Record | None) -> Iterator[Step]:
    for path, text in kept.items():
        there = (root / path).read_bytes() if (root / path).is_file() else None
        if there is None:
            yield Step(path, "left-out" if record and path in record.files else "new", text)
        elif there.replace(b"\r\n", b"\n") == text.encode():
            yield Step(path, "current", text)
        elif record.wrote(path, there) if record else written_before(path, there):
            yield Step(path, "updated", text)
        else:
            yield Step(path, "yours", text)
    for path in record.files if record else ():
        if path not in kept and (root / path).is_file():
            yield Step(path, "removed" if record and record.wrote(path, (root / path).read_bytes()) else "yours")


def do_upgrade(root: Path, upgrade: Upgrade) -> None:
    """Write what was planned, data first, and note what was written."""
    for step in upgrade.pending:
        path = root / step.path
        if step.done == "removed":
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, step.text.encode())
    ours = {step.path: step.text for step in upgrade.steps if step.done in ("new", "updated", "current")}
    before = read_record(root) or Record()
    remembered = {
        step.path: before.files[step.path] for step in upgrade.steps if step.path in before.files and step.text
    }
    (root / RECORD).parent.mkdir(parents=True, exist_ok=True)
    write_whole(root / RECORD, record_text(ours, __version__, remembered).encode())


def note_written(root: Path, texts: Mapping[str, str]) -> None:
    """Note that Lodestar wrote these files again, where a repository keeps a record."""
    record = read_record(root)
    if record:
        files = {**record.files, **{path: hash_of(text.encode()) for path, text in texts.items()}}
        write_whole(root / RECORD, record_text({}, record.version, files).encode())


def upgrade_report(upgrade: Upgrade, checked_only: bool) -> str:
    """Say what was done, or would be, and what is new in words."""
    shown = [step for step in upgrade.steps if step.done != "current"]
    lines = []
    if upgrade.since not in ("", __version__):
        lines.append(_("From {since} to {now}.", since=upgrade.since, now=__version__))
    lines += (_(_SAID[step.done], path=step.path, why=_(step.why) if step.why else "") for step in shown)
    if upgrade.news:
        lines += [_("What's new:"), *(f"  - {one}" for one in upgrade.news[:_MOST_NEWS])]
        lines.append(_("All of it: {url}", url=f"https://github.com/{PRODUCT}/blob/main/CHANGELOG.md"))
    if not upgrade.pending:
        return "\n".join([*lines, _("Everything is up to date.")]) + "\n"
    if checked_only:
        return "\n".join([*lines, _("Nothing was written. To do this: lodestar upgrade")]) + "\n"
    lines.append(
        _("Look at the changes with `git diff`, then commit and push them. `lodestar doctor` says what else to do.")
    )
    if upgrade.copy:
        lines.append(
            _(
                "This was a copy of Lodestar's repository. The workflows no longer use the copy. "
                "When all of them are green, you can delete it: git rm -r {folders}",
                folders=" ".join(COPIED),
            )
        )
    return "\n".join(lines) + "\n"


def _news(since: str) -> Iterator[str]:
    """Yield the first sentence of each change since a version, newest version first."""
    path = packaged("CHANGELOG.md")
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    for section in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        version = re.match(r"\[(\d+(?:\.\d+)*)\]", section)
        if version and _numbers(since) < _numbers(version[1]) <= _numbers(__version__):
            for entry in re.findall(r"^- (.+)$", section, re.MULTILINE):
                yield re.split(r"(?<=[.!?])\s", entry)[0]


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", version)[:3])
