"""A folder is replaced as a whole or not at all."""

import errno
import os
from pathlib import Path

import pytest

from generator.adapters import staging
from generator.adapters.staging import remove_leftovers, replacing


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A folder with an old file."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "old.html").write_text("old", encoding="utf-8")
    return folder


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_readers_see_the_old_folder_until_the_new_one_is_whole(target: Path) -> None:
    """While a folder is written the old one stays as it was; afterwards only the new one is there."""
    with replacing(target) as fresh:
        (fresh / "new.html").write_text("new", encoding="utf-8")
        assert _names(target) == ["old.html"]
    assert _names(target) == ["new.html"]
    assert _names(target.parent) == ["site"]


def test_a_failure_leaves_the_old_folder(target: Path) -> None:
    """An error in the middle changes nothing, and leaves nothing beside the folder."""
    with pytest.raises(ZeroDivisionError), replacing(target) as fresh:
        (fresh / "new.html").write_text("new", encoding="utf-8")
        _ = 1 / 0
    assert _names(target) == ["old.html"]
    assert _names(target.parent) == ["site"]


def test_a_new_folder_is_readable_by_others(tmp_path: Path) -> None:
    """The first build makes the folders above, with the permissions that any new folder gets."""
    with replacing(tmp_path / "deep" / "site") as fresh:
        (fresh / "new.html").touch()
    (tmp_path / "usual").mkdir()
    assert (tmp_path / "deep" / "site").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_what_a_killed_build_left_is_removed(target: Path) -> None:
    """Half-written folders of killed builds go; those of builds at work, of other sites and of people stay."""
    killed, others = target.with_name(".site.building-0123abcd"), target.with_name(".blog.building-0123abcd")
    mine = target.with_name(".site.building-notes")
    for folder in (killed, others, mine):
        folder.mkdir()
    with replacing(target) as at_work:
        remove_leftovers(target)
        assert _names(target.parent) == sorted([others.name, mine.name, at_work.name, "site"])


def test_a_link_is_followed(target: Path) -> None:
    """Where the name is a link to a folder, the folder is replaced and the link stays."""
    link = target.with_name("public")
    link.symlink_to(target)
    with replacing(link) as fresh:
        (fresh / "new.html").touch()
    assert link.is_symlink()
    assert _names(target) == ["new.html"]


@pytest.mark.parametrize("reason", ["no swap", "mounted"])
def test_systems_that_cannot_swap_still_get_the_new_folder(
    target: Path, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without Linux's call two renames do it, and a folder with a disk mounted at it is filled."""
    monkeypatch.setattr(staging, "_exchanged", lambda one, other: False)
    if reason == "mounted":
        (target / "deep").mkdir()

        def busy(self: Path, other: Path) -> None:
            raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(self))

        monkeypatch.setattr(Path, "rename", busy)
    with replacing(target) as fresh:
        (fresh / "new.html").touch()
        (fresh / "mentors").mkdir()
    assert _names(target) == ["mentors", "new.html"]
    assert _names(target.parent) == ["site"]
