"""Look at a pull request as data: comment on it in words, suggest what is easily fixed, and merge what needs no one.

The code, the settings and who owns what are the base branch's, as it is checked out. Of the pull request nothing is
ever on disk: its files are read out of Git's store.
"""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from generator.adapters.filesystem import list_directory, read_file
from generator.adapters.git import Base, Proposed
from generator.app.check import CheckResult, caused_here, check_chosen, check_root, context_of, with_parents
from generator.app.load import load_readable
from generator.app.settle import Run
from generator.forge.port import Forge, ForgeError
from generator.model.directory import Directory
from generator.model.request import Person
from generator.profiles.check import check_files
from generator.profiles.fix import fix
from generator.profiles.ownership import (
    Change,
    base_ownership,
    caused_problems,
    names_nobody,
    ownership_problems,
    readable_fields,
    touches_others,
)
from generator.profiles.source import SourceFile, kind_of
from generator.profiles.spellings import read_spellings
from generator.profiles.suggestions import suggestions_for
from generator.profiles.syntax import read_with_repairs
from generator.profiles.text import clean_text
from generator.profiles.unjudged import unjudged_problems
from generator.requests.joining.review_words import meanwhile_text, review_comment, review_text, suggestion_text
from generator.requests.lifecycle.actions import Action
from generator.requests.lifecycle.thread import thread_of
from generator.site.photos import photo_defect
from generator.text.catalogue import _

_MOST_SUGGESTIONS = 5
_MERGE_TRIES = 15
"""How often a merge is tried while GitHub still waits for another check."""
_PAUSES = 4


class Review:
    """What a change would make of the base that is checked out."""

    def __init__(self, root: Path, ref: str, now: datetime) -> None:
        """Find the change; raise GitError where it isn't there."""
        self._root, self._today = root, now.date()
        self._proposed, self._base = Proposed(root, ref), Base(root, "HEAD")
        self.changes = self._proposed.changes()
        self._by_path = {change.path: change for change in self.changes}
        self.sha = self._proposed.commit

    def result(self, author: str) -> CheckResult:
        """Return what `lodestar check --changed-from` would say after a merge."""
        changed = frozenset(path for change in self.changes for path in with_parents(change.path))
        listed = self._listed()
        if touches_others(self.changes):
            now = check_files((self._read(path) for path in listed), self._today, photo_defect).problems
            then = check_root(self._root, self._today).problems
            others = caused_problems(tuple(one for one in now if one.path not in changed), then)
            problems = [one for one in now if one.path in changed] + [caused_here(one) for one in others]
        else:
            checked = check_chosen(self._read, listed, changed, self._today)
            problems = [one for one in checked.problems if one.path in changed]
        seen = {(one.path, one.code) for one in problems}
        problems += (one for one in unjudged_problems(self.changes) if (one.path, one.code) not in seen)
        ownership = base_ownership(self.changes, self._base.read, self._base.profiles())
        unnamed = frozenset(
            path for path in self._profiles() if (content := self._read(path).content) and names_nobody(content)
        )
        problems += ownership_problems(self.changes, author, ownership, unnamed)
        counted = {one.path for one in self.changes if kind_of(one.path)} | {one.path for one in problems} & changed
        return CheckResult(tuple(sorted(problems)), len(counted))

    def cards(self) -> Iterator[dict[str, Any]]:
        """Yield the fields of each profile that is added or changed, as far as they can be read."""
        context = context_of(self._root, self._today)
        for path in self._profiles():
            text = clean_text(self._read(path).content)
            fields = read_with_repairs(text).data if text else None
            if isinstance(fields, dict):
                yield read_spellings("mentor", fields, context).fields

    def suggestions(self, number: int) -> Iterator[Action]:
        """Yield what `lodestar check --fix` would write, where the change may take it."""
        context = context_of(self._root, self._today)
        for change in self.changes:
            kind = kind_of(change.path)
            if kind not in ("mentor", "program", "roadmap") or change.kind == "deleted" or change.form != "file":
                continue
            file = self._read(change.path)
            fixed = fix(file, kind, context)
            if fixed is None or not fixed.done:
                continue
            before = clean_text(self._proposed.before(change.path) or b"") or ""
            for one in suggestions_for(before, file.content.decode(), fixed.text):
                lines, text = (one.first, one.last), suggestion_text(one.text)
                yield Action("suggest", number, path=change.path, lines=lines, body=text, sha=self.sha)

    def merges_itself(self, author: Person, directory: Directory, result: CheckResult) -> bool:
        """Whether nothing but the author's own profile changes, as the base knows it, and nothing is wrong with it.

        Whose account it is, is known by its number: from the settings, or from an earlier commit of this file.
        """
        if not directory.settings.joining.merge_own_edits or result.failed or len(self.changes) != 1:
            return False
        (change,) = self.changes
        if (change.kind, change.form, kind_of(change.path)) != ("changed", "file", "mentor"):
            return False
        before = readable_fields(self._base.read(change.path) or b"")
        after = readable_fields(self._read(change.path).content)
        login = str(before.get("github") or "")
        if not login or login.lower() != author.handle or after.get("github") != before["github"]:
            return False
        noted = directory.settings.github_ids.get(author.handle)
        known = frozenset([noted]) if noted else self._proposed.numbers_behind(change.path, login)
        return known == {author.id} and self._proposed.is_plain_edit(change.path)

    def lists(self, handle: str) -> bool:
        """Whether the change adds someone's own profile, as a mentor."""
        added = (path for path in self._profiles() if self._by_path[path].kind == "added")
        fields = (readable_fields(self._read(path).content) for path in added)
        return any(
            str(one.get("github") or "").lower() == handle and one.get("offer_to_mentor") is not False for one in fields
        )

    def _profiles(self) -> list[str]:
        return [
            change.path
            for change in self.changes
            if kind_of(change.path) == "mentor" and change.kind != "deleted" and change.form == "file"
        ]

    def _listed(self) -> list[str]:
        gone = {change.path for change in self.changes if change.kind == "deleted"}
        there = {path for path in list_directory(self._root) if path not in gone}
        return sorted(there | {path for path in self._by_path if kind_of(path) and path not in gone})

    def _read(self, path: str) -> SourceFile:
        change = self._by_path.get(path)
        if change is None:
            return read_file(self._root, path)
        if change.form != "file":
            return SourceFile(path, refusal="link" if change.form == "link" else "folder")
        return self._proposed.read(path)


def review(forge: Forge, root: Path, number: int, ref: str, now: datetime, merge: bool = False) -> Run:
    """Comment on a pull request whose commit is `ref` in the repository at `root`; with `merge`, merge it where that is due.

    `run.propose` names it where it may be merged.
    """
    directory, left_out = load_readable(root, now)
    run = Run(left_out=left_out)
    stored = forge.pull_request(number)
    looked = Review(root, ref, now)
    if stored is None or stored.sha != looked.sha or stored.base != directory.settings.branch:
        # It has changed meanwhile, and another run looks at that.
        return run
    thread = thread_of(stored.thread)
    if thread.by_bot or not thread.open or not _is_ours(looked.changes):
        return run
    result = looked.result(thread.author.login)
    merges = not stored.draft and looked.merges_itself(thread.author, directory, result)
    try:
        if merge:
            if merges:
                _merge(forge, number, looked.sha, run)
            return run
        suggestions = [*looked.suggestions(number)][:_MOST_SUGGESTIONS]
        text = review_text(
            result.problems,
            result.count,
            looked.cards(),
            directory.vocabularies,
            merges,
            bool(suggestions),
            meanwhile_text(directory.settings) if looked.lists(thread.author.handle) else "",
        )
        present = review_comment(thread)
        if present is None:
            _do(forge, Action("comment", number, body=text), run)
        elif present.body.strip() != text.strip():
            _do(forge, Action("edit-comment", number, body=text, comment=present.id), run)
        for action in suggestions:
            _do(forge, action, run)
    except ForgeError as error:
        run.errors.append(_("pull request {number}: {reason}", number=number, reason=error))
    if merges:
        run.propose.append(number)
    return run


def _is_ours(changes: tuple[Change, ...]) -> bool:
    return any(kind_of(change.path) for change in changes) or any(unjudged_problems(changes))


def _do(forge: Forge, action: Action, run: Run) -> bool:
    outcome = forge.perform(action)
    if outcome.done:
        run.actions.append(action)
    else:
        run.refusals.append(
            _(
                "pull request {number}: the forge didn't allow '{action}': {reason}",
                number=action.issue,
                action=action.action,
                reason=outcome.reason,
            )
        )
    return outcome.done


def _merge(forge: Forge, number: int, sha: str, run: Run) -> None:
    """Merge exactly the commit that was looked at, as soon as the checks that GitHub waits for have passed."""
    for _try in range(_MERGE_TRIES):
        run.refusals.clear()
        if _do(forge, Action("merge", number, sha=sha), run):
            run.actions.append(Action("dispatch", number))
            return
        for _pause in range(_PAUSES):
            forge.pause()
