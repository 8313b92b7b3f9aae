"""The folder that a site is written to, and the folders that it may not be."""

from pathlib import Path

from generator.model.errors import LodestarError
from generator.text.catalogue import _

KEPT = (
    "mentors", "programs", "stories", "vocabulary", "docs", "overrides", "directory.yml", "mkdocs.yml", ".git",
    "generator",
)  # fmt: skip
"""What is a community's own, and never a build's to replace."""


class BuildError(LodestarError):
    """The site cannot be built."""


def refuse_own_folder(target: Path, root: Path) -> None:
    """Raise BuildError before a build replaces a folder that holds the directory's own files."""
    target, root = target.resolve(), root.resolve()
    if any((root / name).is_relative_to(target) or target.is_relative_to(root / name) for name in KEPT):
        raise BuildError(
            _("{folder} holds your directory's own files. Name another folder with --site-dir.", folder=target)
        )


def refuse_foreign_folder(target: Path) -> None:
    """Raise BuildError before a build replaces a folder that is not an earlier build: nobody's files are lost to a slip."""
    if target.is_dir() and any(target.iterdir()) and not (target / "api" / "mentors.json").exists():
        raise BuildError(
            _(
                "{folder} isn't empty, and isn't an earlier build of this site. Name a new folder with --site-dir, or empty it.",
                folder=target,
            )
        )
    if target.exists() and not target.is_dir():
        raise BuildError(_("{folder} is a file. Name a folder with --site-dir.", folder=target))


def shown(named: Path | None, target: Path) -> str:
    """Name the folder as it was named, or from here where mkdocs.yml names it."""
    here = Path.cwd()
    return str(named or (target.relative_to(here) if target.is_relative_to(here) else target))
