"""Git, as an edge: what changed since a commit, and how files were there."""

import re
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from generator.model.errors import CallError
from generator.profiles.ownership import Change, ChangeForm, ChangeKind
from generator.profiles.source import SourceFile, kind_of, size_limit
from generator.text.catalogue import _

_KINDS: dict[str, ChangeKind] = {"A": "added", "D": "deleted"}
_FORMS: dict[str, ChangeForm] = {"120000": "link", "160000": "submodule"}


class GitError(CallError):
    """Git could not answer; the message says what to do."""


class Base:
    """The commit that a pull request started from."""

    def __init__(self, root: Path, ref: str) -> None:
        """Find where the checkout at `root` left `ref`; raise GitError where that cannot be found out."""
        self.root = root
        if self._answer("rev-parse", "--is-inside-work-tree") is None:
            raise GitError(_("{root} isn't in a Git repository, and --changed-from needs one.", root=root.resolve()))
        commit = self._answer("rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
        if commit is None:
            raise GitError(_("Git doesn't know the commit {ref} here. Fetch it first: git fetch origin {ref}", ref=ref))
        fork = self._answer("merge-base", commit.decode().strip(), "HEAD")
        self.commit = (fork or commit).decode().strip()

    def changes(self) -> tuple[Change, ...]:
        """List what differs between the base and the working tree, new files included, sorted by path."""
        listed = (*self._staged(), *self._local())
        return tuple(sorted({change.path: change for change in listed}.values(), key=lambda change: change.path))

    def _staged(self) -> Iterator[Change]:
        """List what differs between two trees, which no attribute and no setting of a submodule can hide."""
        return self._compared("diff-index", "--cached", self.commit)

    def _local(self) -> Iterator[Change]:
        """List what differs on disk, new files included."""
        yield from self._compared("diff", self.commit)
        new = self._answer("ls-files", "--others", "--exclude-standard", "-z") or b""
        for path in new.decode(errors="surrogateescape").split("\0"):
            if path:
                # A folder among the files is a repository of its own.
                yield Change(path.rstrip("/"), "added", "submodule" if path.endswith("/") else "file")

    def _compared(self, *words: str) -> Iterator[Change]:
        exactly = ("--raw", "-z", "--relative", "--no-renames", "--ignore-submodules=none", "--no-ext-diff")
        return _changes_in(self._answer(words[0], *exactly, *words[1:], "--") or b"")

    def read(self, path: str) -> bytes | None:
        """Return a file as it was; None where there was none."""
        return self._answer("cat-file", "blob", f"{self.commit}:./{path}")

    def profiles(self) -> tuple[str, ...]:
        """List the paths of all profiles as they were."""
        listed = self._answer("ls-tree", "-z", "--name-only", self.commit, "mentors/") or b""
        return tuple(path for path in listed.decode(errors="surrogateescape").split("\0") if kind_of(path) == "mentor")

    def files(self) -> Iterator[SourceFile]:
        """Read everything that Lodestar looks at as it was."""
        listed = self._answer("ls-tree", "-r", "-z", "--name-only", self.commit) or b""
        paths = [path for path in listed.decode(errors="surrogateescape").split("\0") if kind_of(path)]
        request = "".join(f"{self.commit}:./{path}\n" for path in paths if "\n" not in path)
        answer = self._answer("cat-file", "--batch", input=request.encode(errors="surrogateescape")) or b""
        at = 0
        for path in (path for path in paths if "\n" not in path):
            head = answer[at:].partition(b"\n")[0]
            size = int(head.rsplit(b" ", 1)[-1]) if head.rsplit(b" ", 1)[-1].isdigit() else 0
            start = at + len(head) + 1
            yield SourceFile(path, answer[start : start + size])
            at = start + size + (1 if not head.endswith(b"missing") else 0)

    def _answer(self, *words: str, input: bytes | None = None) -> bytes | None:
        return _git(self.root, *words, input=input)


class Proposed:
    """A commit that someone proposes, read as data: nothing of it is ever on disk, and nothing of it runs."""

    def __init__(self, root: Path, ref: str, base: str = "HEAD") -> None:
        """Find the commit beside the one that is checked out at `root`, or another base; raise GitError where there is none."""
        self._root = root
        self.base, self.commit = (_commit(root, one) for one in (base, ref))
        self.forks = tuple((_git(root, "merge-base", "--all", self.base, self.commit) or b"").decode().split())
        """Where it left the base; several where the two were merged into each other before."""

    def changes(self) -> tuple[Change, ...]:
        """List what it changes since it left the base, sorted by path."""
        exactly = ("--raw", "-z", "-r", "--relative", "--no-renames", "--no-ext-diff", "--no-commit-id")
        start = self.forks[0] if self.forks else self.base
        listed = _git(self._root, "diff-tree", *exactly, start, self.commit, "--") or b""
        return tuple(sorted(_changes_in(listed), key=lambda change: change.path))

    def read(self, path: str) -> SourceFile:
        """Read one file of it, or say why not."""
        spec = f"{self.commit}:./{path}"
        size = _git(self._root, "cat-file", "-s", spec)
        if (_git(self._root, "cat-file", "-t", spec) or b"").strip() != b"blob" or not size:
            return SourceFile(path, refusal="special")
        if int(size) > size_limit(path):
            return SourceFile(path, refusal="too-large")
        return SourceFile(path, _git(self._root, "cat-file", "blob", spec) or b"")

    def before(self, path: str) -> bytes | None:
        """Return a file as it was where this left the base; None where there was none."""
        return _git(self._root, "cat-file", "blob", f"{self.forks[0] if self.forks else self.base}:./{path}")

    def is_plain_edit(self, path: str) -> bool:
        """Whether it changes one plain file that the base has left as it was, so that merging brings exactly these bytes."""
        if len(self.forks) != 1:
            return False
        entries = [
            _git(self._root, "ls-tree", "-z", one, f"./{path}") for one in (self.forks[0], self.base, self.commit)
        ]
        kinds = [entry.partition(b" ")[0] for entry in entries if entry]
        return kinds == [b"100644"] * 3 and entries[0] == entries[1]

    def numbers_behind(self, path: str, login: str) -> frozenset[int]:
        """Return the numbers of the accounts that changed a file of the base under a login, as GitHub's addresses tell."""
        listed = _git(self._root, "log", "--format=%ae", self.base, "--", f"./{path}") or b""
        found = (_NO_REPLY.fullmatch(line) for line in listed.decode(errors="replace").split("\n"))
        return frozenset(int(one[1]) for one in found if one and one[2].lower() == login.lower())


_NO_REPLY = re.compile(r"(\d{1,18})\+([A-Za-z0-9-]+)@users\.noreply\.github\.com")


def _commit(root: Path, ref: str) -> str:
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
    if found is None:
        raise GitError(_("Git doesn't know the commit {ref} here. Fetch it first: git fetch origin {ref}", ref=ref))
    return found.decode().strip()


def _changes_in(listed: bytes) -> Iterator[Change]:
    parts = listed.decode(errors="surrogateescape").split("\0")
    for told, path in zip(parts[::2], parts[1::2], strict=False):
        _old, mode, _before, _after, status = told.removeprefix(":").split(" ")
        yield Change(path, _KINDS.get(status, "changed"), _FORMS.get(mode, "file"))


def _git(root: Path, *words: str, input: bytes | None = None) -> bytes | None:
    try:
        done = subprocess.run(["git", "-C", str(root), *words], input=input, capture_output=True, check=False)
    except FileNotFoundError:
        raise GitError(_("Git isn't installed, and --changed-from needs it. Install Git, then try again")) from None
    return done.stdout if done.returncode == 0 else None


def first_days(root: Path) -> dict[str, date]:
    """Return the day on which each profile came into Git, by handle; nothing where the history isn't here.

    Someone who left and came back is there since they came back. A renamed file is new under its name.
    """
    try:
        if _git(root, "rev-parse", "--is-shallow-repository") != b"false\n":
            return {}
        words = ("--format=%x01%cs", "--name-only", "-z", "--diff-filter=A", "--no-renames", "--relative")
        listed = _git(root, "log", *words, "--", "mentors/") or b""
    except GitError:
        return {}
    days: dict[str, date] = {}
    for commit in listed.decode(errors="surrogateescape").split("\x01")[1:]:
        day, *paths = commit.replace("\n", "\0").split("\0")
        for path in paths:
            if path and kind_of(path) == "mentor":
                days.setdefault(SourceFile(path).stem.lower(), date.fromisoformat(day))
    return days


def commit_paths(root: Path, paths: tuple[str, ...], message: str) -> bool:
    """Commit some paths as they are on disk, deleted ones included, and nothing else.

    False where there is no Git, no repository, nothing to commit, or no name to commit under.
    """
    words = (("add", "--all", "--", *paths), ("commit", "--quiet", "--message", message, "--", *paths))
    try:
        return all(
            subprocess.run(["git", "-C", str(root), *one], capture_output=True, check=False).returncode == 0
            for one in words
        )
    except FileNotFoundError:
        return False
