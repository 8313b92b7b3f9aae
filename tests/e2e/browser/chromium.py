"""Find a Chromium that runs, or install one, and know which requests leave this machine.

The browser tests import `find_chromium`. `make test` runs this file first: it installs a browser
where none is found and prints the path of the one to use.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SETTINGS = ("LODESTAR_CHROMIUM", "CHROMIUM")
OWN_HOSTS = {"127.0.0.1", "localhost", "", None}
HOW_TO_INSTALL = (
    "The browser tests need Chromium or Google Chrome. Install one with 'sudo apt-get install chromium' or "
    "'.venv/bin/playwright install --with-deps chromium', or name one: CHROMIUM=/path/to/chromium make test"
)


class NoBrowserError(Exception):
    """There is no browser to run the tests in; the text says what to do."""


def find_chromium(environment: Mapping[str, str]) -> str:
    """Return the path of the Chromium that was named, or else of the first one that runs."""
    for setting in SETTINGS:
        named = environment.get(setting)
        if named:
            path = shutil.which(named, path=environment.get("PATH"))
            if path and runs(path):
                return path
            raise NoBrowserError(f"{setting} names {named}, which is not a Chromium that runs here. {HOW_TO_INSTALL}")
    for name in NAMES:
        path = shutil.which(name, path=environment.get("PATH", ""))
        if path and runs(path):
            return path
    path = playwrights_own()
    if path and runs(path):
        return path
    raise NoBrowserError(HOW_TO_INSTALL)


def runs(path: str) -> bool:
    """Whether the program says it is a Chromium; some systems ship a stand-in that only tells to install one."""
    try:
        answer = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0 and "Chrom" in answer.stdout


def playwrights_own() -> str | None:
    """Return the browser that Playwright downloaded, if it did."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if path and Path(path).exists() else None


def is_foreign(url: str) -> bool:
    """Whether a request leaves this machine; `data:`, `blob:` and `file:` addresses do not."""
    return urlsplit(url).scheme in {"http", "https", "ws", "wss"} and urlsplit(url).hostname not in OWN_HOSTS


def install_chromium() -> None:
    """Install a browser with the system's packages where that is allowed, or else with Playwright."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        tell("No browser found; installing chromium with apt-get")
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "chromium"]):
            attempt(command, environment)
        if any(runs(path) for name in NAMES if (path := shutil.which(name))):
            return
    tell("No browser found; downloading Chromium with Playwright")
    attempt([sys.executable, "-m", "playwright", "install", "chromium"], dict(os.environ))


def attempt(command: list[str], environment: dict[str, str]) -> None:
    """Run a command quietly; when it fails, show the end of what it said."""
    answer = subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if answer.returncode:
        tell(f"'{' '.join(command)}' did not work:", *answer.stdout.splitlines()[-10:])


def tell(*lines: str) -> None:
    """Say something to the person; standard output is for the path alone."""
    print(*lines, sep="\n", file=sys.stderr)


def main() -> int:
    """Print the path of the browser for the tests, installing one where there is none."""
    try:
        print(find_chromium(os.environ))
        return 0
    except NoBrowserError as problem:
        if any(os.environ.get(setting) for setting in SETTINGS):
            tell(str(problem))
            return 1
    install_chromium()
    try:
        print(find_chromium(os.environ))
    except NoBrowserError as problem:
        tell(str(problem))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
