"""Measure how soon a changed profile shows while the site is being served. Run as a whole process with a folder."""

import socket
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

BIN = Path(sys.executable).parent


def rebuild_seconds(root: Path, site: Path) -> float:
    """Build in one process, change one profile, build again, and return the second build's time."""
    from generator.mkdocs_plugin import build_with_mkdocs

    now = datetime.now(UTC)
    build_with_mkdocs(root, site, now)
    change_headline(first_profile(root), "Rebuilt once")
    began = time.perf_counter()
    build_with_mkdocs(root, site, now)
    return time.perf_counter() - began


def served_seconds(root: Path, times: int) -> list[float]:
    """Serve the site, change one profile so many times, and return how long each change took to be on its page."""
    port = _free_port()
    command = (f"{BIN}/lodestar", "serve", "--root", str(root), "--port", str(port))
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        profile = first_profile(root)
        page = f"http://127.0.0.1:{port}/mentors/{profile.stem}/"
        deadline = time.perf_counter() + 60
        while not _shown(page):
            if time.perf_counter() > deadline:
                raise TimeoutError("the site was not served within a minute")
            time.sleep(0.1)
        return [_seconds_to_show(profile, page, f"Seen anew {number}") for number in range(times)]
    finally:
        server.terminate()
        server.wait(10)


def _seconds_to_show(profile: Path, page: str, headline: str) -> float:
    # The server looks at the files' times, and a change within the same tick would stay unseen.
    time.sleep(1.2)
    change_headline(profile, headline)
    began = time.perf_counter()
    while headline not in _shown(page):
        if time.perf_counter() - began > 60:
            raise TimeoutError("the change was not shown within a minute")
        time.sleep(0.01)
    return time.perf_counter() - began


def change_headline(profile: Path, headline: str) -> None:
    """Write another headline into a profile."""
    lines = profile.read_text(encoding="utf-8").splitlines(keepends=True)
    changed = (f"headline: {headline}\n" if line.startswith("headline:") else line for line in lines)
    profile.write_text("".join(changed), encoding="utf-8")


def first_profile(root: Path) -> Path:
    """Return the first profile of a directory that anybody can see."""
    shown = (path for path in sorted((root / "mentors").glob("*.yml")) if "offer_to_mentor: false" not in path.read_text(encoding="utf-8"))
    return next(shown)


def _shown(url: str) -> str:
    try:
        with urlopen(url, timeout=30) as answer:  # noqa: S310  our own server
            return answer.read().decode()
    except (URLError, OSError):
        return ""


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


if __name__ == "__main__":
    print(rebuild_seconds(Path(sys.argv[1]), Path(sys.argv[2])))
