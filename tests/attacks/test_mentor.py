"""Attacks by a mentor, and on one who has left: what stays in view after somebody is no longer listed."""

from pathlib import Path

import pytest
from yaml import safe_load

from generator.plugin.build import build_with_mkdocs
from tests.fakes.example_site import NOW, copy_directory, write_activity

_LEFT = {"by their own word": "offer_to_mentor: false\n", "by silence": "last_confirmed: 2024-01-31\n"}


@pytest.mark.parametrize("way", _LEFT)
def test_who_left_is_gone(way: str, tmp_path: Path) -> None:
    """Nothing that somebody wrote, no photo, no data and no feed of theirs stays on the site once they are not listed."""
    root = copy_directory(tmp_path / "root")
    write_activity(root)
    profile = root / "mentors" / "example-tomasz.yml"
    lines = [
        line
        for line in profile.read_text(encoding="utf-8").splitlines()
        if not line.startswith(("offer_to_mentor", "last_confirmed"))
    ]
    profile.write_text("\n".join([*lines, _LEFT[way]]), encoding="utf-8")
    build_with_mkdocs(root, tmp_path / "site", NOW)
    page = (tmp_path / "site" / "mentors" / "example-tomasz" / "index.html").read_text(encoding="utf-8")
    assert "isn't listed right now" in page.replace("&#39;", "'")
    assert '<meta name="robots" content="noindex">' in page
    stated = safe_load("\n".join(lines))
    texts = [
        stated["name"].split()[1],
        stated["headline"],
        stated["can_help_with"][0],
        stated["approach"].split("\n")[0],
    ]
    files = [path for path in (tmp_path / "site").rglob("*") if path.is_file()]
    telling = {path for path in files if any(text.encode() in path.read_bytes() for text in texts)}
    assert not {path.relative_to(tmp_path).as_posix() for path in telling}
    assert not [path.name for path in files if "tomasz" in path.name]
