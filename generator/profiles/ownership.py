"""Who may change what: a person their own profile, a coordinator everything.

Only the state before the pull request counts, never the pull request's own copy.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from generator.model.problem import Problem
from generator.profiles.source import SETTINGS_FILE, VOCABULARY_FILES, SourceFile, kind_of
from generator.profiles.text import clean_text
from generator.profiles.violation import quoted
from generator.profiles.yaml_reader import NeedsFullParse, read_plain
from generator.text.catalogue import N_, _

ChangeKind = Literal["added", "changed", "deleted"]
ChangeForm = Literal["file", "link", "submodule"]


_GITHUB_LINE = re.compile(rb"^github[ \t]*:", re.MULTILINE)
_READING_RULES = frozenset({".gitattributes", ".gitmodules"})
"""Files of Git's own with which a pull request can make a checked file another one on disk."""


@dataclass(frozen=True, slots=True)
class Change:
    """A file that a pull request adds, changes or deletes; a rename is a deletion and an addition."""

    path: str
    kind: ChangeKind
    form: ChangeForm = "file"


@dataclass(frozen=True, slots=True)
class BaseOwnership:
    """What the base branch says: its coordinators, and the owner of each changed profile it has.

    `without_account` are the handles of people without a GitHub account: nobody's login is theirs, even where it is
    the same, and only coordinators may change what is theirs.
    """

    coordinators: frozenset[str] = frozenset()
    owners: Mapping[str, str] | None = None
    without_account: frozenset[str] = frozenset()

    def owner_of(self, path: str) -> str | None:
        """Return the handle that owned a profile or photo, or None where it is new."""
        return (self.owners or {}).get(path)


def readable_fields(content: bytes) -> dict[str, Any]:
    """Read the fields of a file of the base branch; none if the file is not in order."""
    text = clean_text(content)
    try:
        fields = read_plain(text) if text is not None else {}
    except NeedsFullParse:
        return {}
    return fields if isinstance(fields, dict) else {}


def names_nobody(content: bytes) -> bool:
    """Whether a profile has no `github`; one that can't be read counts by its lines."""
    fields = readable_fields(content)
    return "github" not in fields if fields else not _GITHUB_LINE.search(content)


def base_ownership(
    changes: tuple[Change, ...], read_base: Callable[[str], bytes | None], profiles: Iterable[str] = ()
) -> BaseOwnership:
    """Gather from the base branch who owns what; `read_base` returns a file's bytes there, None where it has none.

    `profiles` are the paths of all profiles there: a photo belongs to the profile of the same name, in any spelling.
    """
    settings = readable_fields(read_base(SETTINGS_FILE) or b"")
    named = settings.get("coordinators")
    coordinators = frozenset(str(name).lower() for name in named) if isinstance(named, list) else frozenset()
    owners: dict[str, str] = {}
    for change in changes:
        content = read_base(change.path) if change.path.startswith("mentors/") else None
        if content is not None:
            stem = SourceFile(change.path).stem
            written = readable_fields(content).get("github") if kind_of(change.path) == "mentor" else None
            owners[change.path] = str(written or stem).lower()
    changed = {SourceFile(change.path).stem.lower() for change in changes if change.path.startswith("mentors/")}
    theirs = (path for path in profiles if SourceFile(path).stem.lower() in changed)
    without = frozenset(SourceFile(path).stem.lower() for path in theirs if names_nobody(read_base(path) or b""))
    return BaseOwnership(coordinators, owners, without)


def ownership_problems(
    changes: tuple[Change, ...], author: str, base: BaseOwnership, without_github: Collection[str] = ()
) -> Iterator[Problem]:
    """Yield a problem for each changed file that its author may not change.

    `without_github` are the paths of profiles that have no `github` after the change: coordinators vouch for these.
    """
    if author.lower() in base.coordinators:
        return
    for change in changes:
        if change.path == SETTINGS_FILE or kind_of(change.path) == "logo":
            yield _not_yours(
                change,
                _("only a coordinator can change the community's settings"),
                _("ask a coordinator, or take this file out of the pull request"),
            )
        elif change.path.rpartition("/")[2].casefold() in _READING_RULES:
            yield _not_yours(
                change,
                _("this file changes how Git reads other files, so only a coordinator can change it"),
                _("take {file} out of this pull request, or ask a coordinator", file=change.path),
            )
        elif change.path.startswith("mentors/"):
            yield from _profile_problems(change, author, base, change.path in without_github)


def _profile_problems(change: Change, author: str, base: BaseOwnership, vouched: bool) -> Iterator[Problem]:
    owner = base.owner_of(change.path)
    undo = _("take {file} out of this pull request, or ask its owner or a coordinator", file=change.path)
    stem = SourceFile(change.path).stem
    if kind_of(change.path) not in ("mentor", "photo"):
        yield _not_yours(change, _("only a coordinator can change this file"), undo)
    elif stem.lower() in base.without_account:
        yield _needs_coordinator(
            change,
            _("this is the profile of someone without GitHub, so a coordinator has to make this change"),
            _("send it to a coordinator, or take {file} out of this pull request", file=change.path),
        )
    elif vouched and (owner is None or owner == author.lower()):
        yield _needs_coordinator(
            change,
            _("this profile has no github, so a coordinator has to vouch for it"),
            _(
                "is it yours? Add the line github: {author}, in mentors/{author}.yml. If not, send it to a coordinator",
                author=author,
            ),
        )
    elif owner is not None and owner != author.lower():
        message = _(_NOT_ALLOWED[change.kind], owner=quoted(owner), author=quoted(author))
        yield _not_yours(change, message, undo)
    elif owner is None and stem.lower() != author.lower():
        yield _not_yours(
            change,
            _(
                "a new profile has its author's name: {author} can add {file}",
                author=quoted(author),
                file=f"mentors/{author}.yml",
            ),
            _(
                "rename the file: {command}, or ask the person to open the pull request",
                command=f"git mv {change.path} {change.path.replace(stem, author)}",
            ),
        )


_NOT_ALLOWED = {
    "added": N_("this profile belongs to {owner}; {author} can't replace it"),
    "changed": N_("this profile belongs to {owner}; {author} can't change it"),
    "deleted": N_("this profile belongs to {owner}; {author} can't delete or rename it"),
}


def _not_yours(change: Change, message: str, help: str) -> Problem:
    return Problem(change.path, 1, 1, 2, "error", "not-your-file", message, help)


def _needs_coordinator(change: Change, message: str, help: str) -> Problem:
    return Problem(change.path, 1, 1, 2, "error", "needs-coordinator", message, help)


def touches_others(changes: tuple[Change, ...]) -> bool:
    """Return whether a change can cause problems in files that it does not touch: settings, vocabularies, programs, deletions."""
    return any(
        change.path == SETTINGS_FILE
        or change.path in VOCABULARY_FILES
        or kind_of(change.path) in ("program", "roadmap", "logo")
        or change.kind == "deleted"
        for change in changes
    )


CAUSED_BY_OTHERS = frozenset(
    {
        "unknown-skill", "unknown-topic", "unknown-domain", "unknown-career-path", "unknown-program", "unknown-roadmap",
        "unknown-mentor", "photo-owner", "missing-file",
    }
)  # fmt: skip
"""What can become wrong in a file that nobody touched; everything else was wrong before."""


def caused_problems(now: tuple[Problem, ...], then: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return the errors that were not there before, wherever they are."""
    known = {(problem.path, problem.code, problem.message) for problem in then}
    return tuple(
        problem
        for problem in now
        if problem.code in CAUSED_BY_OTHERS and (problem.path, problem.code, problem.message) not in known
    )
