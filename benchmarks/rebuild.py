"""Measure how soon a changed profile shows while the site is being served."""

import re
import socket
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryFile
from urllib.error import URLError
from urllib.request import urlopen

_BUILT = re.compile(r"built in ([0-9.]+) seconds")
BIN = Path(sys.executable).parent


def served_seconds(root: Path, times: int) -> tuple[list[float], list[float]]:
    """Serve the site and change one profile so many times.

    Returns how long each rebuild took by the server's own words, and how long each change took to be on its page.
    """
    said = TemporaryFile("w+")  # noqa: SIM115  the server writes into it until it is stopped
    port = _free_port()
    command = (f"{BIN}/lodestar", "serve", "--root", str(root), "--port", str(port))
    server = subprocess.Popen(command, stdout=said, stderr=said)
    try:
        profile = first_profile(root)
        page = f"http://127.0.0.1:{port}/mentors/{profile.stem}/"
        deadline = time.perf_counter() + 60
        while not _shown(page):
            if time.perf_counter() > deadline:
                raise TimeoutError("the site was not served within a minute")
            time.sleep(0.1)
        shown = [_seconds_to_show(profile, page, f"Seen anew {number}") for number in range(times)]
        said.seek(0)
        built = [float(seconds) for seconds in _BUILT.findall(said.read())]
        return built[1:], shown
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
    shown = (
        path
        for path in sorted((root / "mentors").glob("*.yml"))
        if "offer_to_mentor: false" not in path.read_text(encoding="utf-8")
    )
    return next(shown)


def _shown(url: str) -> str:
    try:
        with urlopen(url, timeout=30) as answer:
            return answer.read().decode()
    except (URLError, OSError):
        return ""


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
