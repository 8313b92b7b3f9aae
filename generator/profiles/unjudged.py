"""What a pull request may not contain, because nothing here could judge it: only plain files in known places can be."""

import unicodedata
from collections.abc import Iterable, Iterator

from generator.model.problem import Problem
from generator.profiles.ownership import Change
from generator.profiles.source import FOLDERS, SETTINGS_FILE, kind_of
from generator.profiles.violation import quoted
from generator.text.catalogue import _

_TOP = ("mentors", "programs", "vocabulary", "stories")


def unjudged_problems(changes: Iterable[Change]) -> Iterator[Problem]:
    """Yield a problem for each change that would otherwise count as checked without having been looked at."""
    for change in changes:
        if change.kind == "deleted":
            continue
        if change.form == "submodule":
            yield _problem(
                change.path,
                "not-a-file",
                _("this is a Git submodule, and nobody can check what is in it"),
                _("take it out: {command}, then add the file itself", command=f"git rm --cached {change.path}"),
            )
        elif change.form == "link":
            yield _problem(
                change.path,
                "linked-file",
                _("this is a symbolic link, and Lodestar doesn't follow links"),
                _("replace it with the file itself"),
            )
        elif kind_of(change.path) is None:
            yield from _misplaced(change.path)


def _misplaced(path: str) -> Iterator[Problem]:
    top, _slash, rest = path.partition("/")
    name = path.rpartition("/")[2]
    meant = next((one for one in (*_TOP, SETTINGS_FILE) if _seen(top) == one), "")
    if meant and top != meant:
        yield _problem(
            path,
            "stray-file",
            _("on some computers {written} and {meant} are the same name", written=quoted(top), meant=quoted(meant)),
            _("rename it: {command}", command=f"git mv {path} {'/'.join(filter(None, (meant, rest)))}"),
        )
    elif meant and name != "README.md" and not (name.startswith(".") and path.rpartition("/")[0] in FOLDERS):
        yield _problem(
            path,
            "stray-file",
            _("Lodestar does not read this file"),
            _("profiles are mentors/<handle>.yml, programs are programs/<id>.yml"),
        )


def _seen(name: str) -> str:
    """Reduce a name to what a disk that ignores case, forms of letters and invisible signs would make of it."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return "".join(letter for letter in folded if unicodedata.category(letter) != "Cf").rstrip(". ")


def _problem(path: str, code: str, message: str, help: str) -> Problem:
    return Problem(path, 1, 1, 2, "error", code, message, help)
