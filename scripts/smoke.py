"""Try the bot once in a real repository on GitHub. Run it by hand; no test and no workflow ever does.

    GITHUB_TOKEN=... python scripts/smoke.py OWNER/REPOSITORY

It opens a request that asks for no mentor, so nobody is mentioned, waits for the bot's answer, takes the request
back with /withdraw, waits for the bot to show that, and closes the issue. The issue stays, closed, and is public.
The token is that of an account which is no mentor here, with read and write access to issues.

What it cannot prove: that GitHub's mail about a mention reaches anybody, that the daily sweep comes in time, and that
a message on another channel arrives. For the first, a mentor opens the self-test form and looks into their mail.
"""

import argparse
import json
import os
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from generator.app.load import load_readable
from generator.model.errors import LodestarError
from generator.requests.forms.answers import filled_in
from generator.requests.forms.community_forms import forms_of
from generator.requests.lifecycle.thread import BOT
from generator.requests.replies.labels import state_label
from generator.text.languages import language_tag

WORKFLOWS = ("requests.yml", "sweep.yml", "site.yml", "labels.yml")
GOALS = "This only tries whether the bot answers. Nobody needs to do anything; it is taken back in a minute."


class Stopped(Exception):
    """The trial cannot go on; the message says why and what to do."""


class Repository:
    """One repository on GitHub, seen with somebody's token."""

    def __init__(self, name: str, token: str, api: str) -> None:
        self.name = name
        self._address = f"{api.rstrip('/')}/repos/{name}"
        self._headers = {
            "Authorization": f"Bearer {token}",
            "Accept": "application/vnd.github+json",
            "X-GitHub-Api-Version": "2022-11-28",
            "User-Agent": "lodestar-smoke",
        }

    def ask(self, method: str, path: str = "", body: dict[str, Any] | None = None) -> Any:
        """Send one request and return what GitHub answers; raise Stopped where it says no."""
        sent = json.dumps(body).encode() if body is not None else None
        headers = {**self._headers, "Content-Type": "application/json"} if sent else self._headers
        request = urllib.request.Request(f"{self._address}{path}", sent, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as trouble:
            raise Stopped(
                f"GitHub says {trouble.code} to {method} {path or 'the repository'}. {_CURES.get(trouble.code, '')}".rstrip()
            ) from None
        except OSError as trouble:
            raise Stopped(f"GitHub cannot be reached: {trouble}") from None


_CURES = {
    401: "The token is wrong or has expired; make a new one.",
    403: "The token may not do this; it needs read and write access to issues.",
    404: "Is the name right, and may the token see the repository?",
    410: "Issues are switched off; switch them on under Settings, General, Features.",
}


def look_around(repository: Repository) -> None:
    """Say what is there and what is missing before anything is written."""
    facts = repository.ask("GET")
    if not facts.get("has_issues", True):
        raise Stopped(_CURES[410])
    names = {label["name"] for label in repository.ask("GET", "/labels?per_page=100")}
    missing = sorted({"request", state_label("withdrawn")} - names)
    say(
        "!" if missing else "ok",
        f"labels are missing: {', '.join(missing)}; run the workflow Labels once"
        if missing
        else "the labels are there",
    )
    for workflow in WORKFLOWS:
        try:
            state = repository.ask("GET", f"/actions/workflows/{workflow}")["state"]
        except Stopped:
            say("?", f"{workflow}: this token cannot tell whether it is switched on")
        else:
            say("ok" if state == "active" else "!", f"{workflow} is {state.replace('_', ' ')}")


def wait_for(what: str, look: Callable[[], Any], seconds: float, pause: float) -> Any:
    """Look again and again until there is something, and say how long it took."""
    began = time.monotonic()
    while time.monotonic() - began < seconds:
        if found := look():
            say("ok", f"{what}, after {time.monotonic() - began:.0f} seconds")
            return found
        time.sleep(pause)
    raise Stopped(
        f"{what}: not within {seconds:.0f} seconds. The tab Actions, workflow Requests, shows whether it ran and why not."
    )


def say(mark: str, text: str) -> None:
    """Print one line of the report."""
    print(f"{mark:>3}  {text}", flush=True)


def request_text(root: Path) -> str:
    """Fill in the directory's own form for a request that leaves the mentor open."""
    directory, _ = load_readable(root, datetime.now(UTC))
    skill = next(iter(directory.vocabularies.skills.terms.values())).label
    return filled_in(
        forms_of(directory, language_tag), "mentorship", {"skills": skill, "languages": "English", "goals": GOALS}
    )


def try_out(repository: Repository, text: str, seconds: float, pause: float) -> None:
    """Open, wait, withdraw, wait and close; the issue is closed whatever happens in between."""
    number = repository.ask("POST", "/issues", {"title": "A trial of the bot", "body": text, "labels": ["request"]})[
        "number"
    ]
    issue = f"/issues/{number}"
    say("ok", f"opened https://github.com/{repository.name}/issues/{number}")

    def shows(label: str) -> bool:
        return label in {one["name"] for one in repository.ask("GET", issue)["labels"]}

    def bot_comments() -> list[dict[str, Any]]:
        return [one for one in repository.ask("GET", f"{issue}/comments?per_page=100") if one["user"]["login"] == BOT]

    try:
        told = wait_for("the bot answered", bot_comments, seconds, pause)
        first = next((line for line in told[0]["body"].splitlines() if line and not line.startswith("<!--")), "")
        say("", f"it says: {first}")
        repository.ask("POST", f"{issue}/comments", {"body": "/withdraw"})
        say("ok", "said /withdraw")
        wait_for("the bot took it back", lambda: shows(state_label("withdrawn")), seconds, pause)
    finally:
        if repository.ask("GET", issue)["state"] == "open":
            repository.ask("PATCH", issue, {"state": "closed", "state_reason": "not_planned"})
            say("ok", "closed the issue")
        else:
            say("ok", "the issue is closed")


def main() -> int:
    """Run the trial and return the exit status: 0 all well, 1 something is not, 2 called wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("repository", metavar="OWNER/REPOSITORY")
    parser.add_argument(
        "--root", type=Path, default=Path("."), help="the directory's root, for its form (default: here)"
    )
    parser.add_argument(
        "--wait",
        type=float,
        default=300,
        metavar="SECONDS",
        help="how long to wait for the bot each time (default: 300)",
    )
    parser.add_argument(
        "--pause", type=float, default=5, metavar="SECONDS", help="how long to wait between two looks (default: 5)"
    )
    parser.add_argument("--yes", action="store_true", help="do not ask before anything is written")
    given = parser.parse_args()
    token = os.environ.get("GITHUB_TOKEN", "")
    if not token or given.repository.count("/") != 1:
        parser.error(
            "name the repository as OWNER/REPOSITORY, and give a token in the environment variable GITHUB_TOKEN"
        )
    repository = Repository(given.repository, token, os.environ.get("GITHUB_API_URL") or "https://api.github.com")
    try:
        text = request_text(given.root)
        look_around(repository)
        if not given.yes and input(
            f"Open a public test issue in {given.repository} now? [y/N] "
        ).strip().lower() not in ("y", "yes"):
            print("Nothing was written.")
            return 0
        try_out(repository, text, given.wait, given.pause)
    except (Stopped, LodestarError) as trouble:
        say("!", str(trouble))
        return 1
    print(
        "The bot works here. Not proven by this: that GitHub's mail reaches anybody, the daily sweep, and other channels."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
