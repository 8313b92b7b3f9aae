"""Bring disk, Git and the checker together for `lodestar check`: which files to read, which problems to show."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from generator.adapters.filesystem import list_directory, read_directory, read_file
from generator.adapters.terminal import is_shown, progress
from generator.model.problem import Problem
from generator.profiles.check import Checked, Validator, check_files, read_vocabularies
from generator.profiles.rules.context import Rule, RuleContext
from generator.profiles.source import SETTINGS_FILE, SourceFile, kind_of
from generator.profiles.validate import Validated, validate
from generator.text.catalogue import _

if TYPE_CHECKING:
    from generator.profiles.ownership import Change


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What to report: problems in order, and how many files were checked."""

    problems: tuple[Problem, ...]
    count: int

    @property
    def failed(self) -> bool:
        """Something blocks."""
        return any(problem.severity == "error" for problem in self.problems)


def check_root(root: Path, today: date, validate: Validator = validate) -> Checked:
    """Check everything below the root."""
    if not is_shown():
        return check_files(read_directory(root), today, _photo_defect, validate=validate)
    paths = list_directory(root)
    with progress(_("Checking files"), len(paths)) as step:

        def counted(file: SourceFile, schema: str, rules: tuple[Rule, ...], context: RuleContext) -> Validated:
            step()
            return validate(file, schema, rules, context)

        files = (read_file(root, path) for path in paths)
        return check_files(files, today, _photo_defect, validate=counted)


def context_of(root: Path, today: date) -> RuleContext:
    """Read what the files of a directory are judged by: its vocabularies, and whether it has a place for private requests."""
    files = (read_file(root, path) for path in list_directory(root) if kind_of(path) == "vocabulary")
    settings = validate(read_file(root, SETTINGS_FILE), "directory", (), RuleContext(today)).fields
    private = isinstance(settings, dict) and bool(settings.get("private_repository"))
    return RuleContext(today, read_vocabularies(files, today), private_requests=private)


def check_without(root: Path, today: date, left_out: Collection[str], instead: SourceFile | None = None) -> Checked:
    """Check everything below the root as if some files were not there, and one were another."""
    files = [file for file in read_directory(root) if file.path not in left_out]
    if instead:
        files = [instead if file.path == instead.path else file for file in files]
    return check_files(files, today, _photo_defect)


def check_paths(root: Path, wanted: Sequence[str], today: date) -> CheckResult:
    """Check some files of a directory, named relative to the root; a folder means everything in it."""
    listed = list_directory(root)
    chosen = [path for path in listed if is_wanted(path, wanted)]
    unread = [one for one in wanted if one != "." and not any(is_wanted(path, (one,)) for path in listed)]
    validated = check_chosen(partial(read_file, root), listed, frozenset(chosen), today)
    problems = [problem for problem in validated.problems if problem.path in chosen]
    problems += (_unread_problem(root, path) for path in unread)
    return CheckResult(tuple(sorted(problems)), len(chosen) + len(unread))


def is_wanted(path: str, wanted: Sequence[str]) -> bool:
    """Whether a path is one of those that were named, or below one; "." names the whole directory."""
    return any(path == one or path.startswith(f"{one}/") or one == "." for one in wanted)


def check_changes(root: Path, ref: str, author: str, today: date) -> CheckResult:
    """Check what changed since a commit: whether it is right, and whether its author may change it.

    Problems that others' files had before are not shown; problems that the change makes in others'
    files are. Raises GitError where Git cannot tell what changed.
    """
    from generator.adapters.git import Base
    from generator.profiles.ownership import base_ownership, caused_problems, ownership_problems, touches_others
    from generator.profiles.unjudged import unjudged_problems

    base = Base(root, ref)
    changes = base.changes()
    changed = frozenset(path for change in changes for path in with_parents(change.path))
    listed = list_directory(root)
    if touches_others(changes):
        now = check_root(root, today).problems
        then = check_files(base.files(), today, lambda name, content: None).problems
        elsewhere = caused_problems(tuple(problem for problem in now if problem.path not in changed), then)
        problems = [problem for problem in now if problem.path in changed] + [
            caused_here(problem) for problem in elsewhere
        ]
    else:
        validated = check_chosen(partial(read_file, root), listed, changed, today)
        problems = [problem for problem in validated.problems if problem.path in changed]
    seen = {(problem.path, problem.code) for problem in problems}
    problems += (one for one in unjudged_problems(changes) if (one.path, one.code) not in seen)
    ownership = base_ownership(changes, base.read, base.profiles())
    problems += ownership_problems(changes, author, ownership, _without_github(root, listed, changed))
    counted = {change.path for change in changes if _is_ours(change)} | {problem.path for problem in problems} & changed
    return CheckResult(tuple(sorted(problems)), len(counted))


def _without_github(root: Path, listed: list[str], changed: frozenset[str]) -> frozenset[str]:
    """Return which changed profiles have no `github` now."""
    from generator.profiles.ownership import names_nobody

    profiles = (path for path in listed if path in changed and kind_of(path) == "mentor")
    contents = ((path, read_file(root, path).content) for path in profiles)
    return frozenset(path for path, content in contents if content and names_nobody(content))


def check_instead(root: Path, file: SourceFile, today: date) -> tuple[Problem, ...]:
    """Return the problems that a profile would have in a directory if it were there: those of `lodestar check`."""
    listed = list_directory(root)
    mentors = [path for path in listed if kind_of(path) == "mentor" and path != file.path]
    files = [read_file(root, path) for path in listed if path != file.path and kind_of(path) not in ("mentor", "photo")]
    checked = check_files([*files, file], today, _photo_defect, (SourceFile(path).stem.lower() for path in mentors))
    return tuple(problem for problem in checked.problems if problem.path == file.path)


def check_chosen(
    read: Callable[[str], SourceFile], listed: Sequence[str], chosen: frozenset[str], today: date
) -> Checked:
    """Check the chosen files and what they refer to; other profiles are known by name alone."""
    handles = [SourceFile(path).stem.lower() for path in listed if kind_of(path) == "mentor"]
    shared = (path for path in listed if path in chosen or kind_of(path) not in ("mentor", "photo"))
    files = [read(path) for path in shared]
    twins = [SourceFile(path).stem.lower() for path in listed if path in chosen and kind_of(path) == "mentor"]
    files += (
        read(path)
        for path in listed
        if path not in chosen and kind_of(path) == "mentor" and SourceFile(path).stem.lower() in twins
    )
    return check_files(files, today, _photo_defect_in_full, handles)


def _photo_defect(name: str, content: bytes) -> tuple[str, str] | None:
    """Return what is wrong with a photo; what judges pictures is loaded when there is one."""
    from generator.site.photos import photo_defect

    return photo_defect(name, content)


def _photo_defect_in_full(name: str, content: bytes) -> tuple[str, str] | None:
    """Decode the photo too: worth its time for the few that someone just changed, not for all at every build."""
    from generator.site.photos import PhotoError, cut_photo

    defect = _photo_defect(name, content)
    if defect is None:
        try:
            cut_photo(content)
        except PhotoError as refused:
            return refused.reason, refused.help
    return defect


def with_parents(path: str) -> Iterator[str]:
    """Name a path and its folders: a new file may have made a folder where a profile or program should be."""
    while path:
        yield path
        path = path.rpartition("/")[0]


def _is_ours(change: "Change") -> bool:
    return kind_of(change.path) is not None


def caused_here(problem: Problem) -> Problem:
    """Say of a problem in a file that nobody touched that this change made it."""
    return Problem(
        problem.path, problem.line, problem.column, problem.end_column, problem.severity, problem.code,
        _("{message}, since this change", message=problem.message), problem.help, problem.excerpt,
    )  # fmt: skip


def _unread_problem(root: Path, path: str) -> Problem:
    if (root / path).exists():
        message = _("Lodestar does not read this file")
        help = _("profiles are mentors/<handle>.yml, programs are programs/<id>.yml")
    else:
        message = _("there is no such file")
        help = _("check the spelling; paths are relative to your directory's folder")
    return Problem(path, 1, 1, 2, "error", "stray-file", message, help)
