"""Play a story: days pass, people act, the bot runs, and what must be seen is looked for."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import yaml

from generator.app import bot
from generator.insight.review_file import review_fields
from generator.model.request_state import ENDINGS
from generator.requests.forms.answers import filled_in
from generator.requests.forms.community_forms import forms_of
from generator.requests.reviews.form import review_form
from generator.text.languages import language_tag
from tests.e2e.stories.story_bots import Smooth
from tests.e2e.stories.story_seen import Seen
from tests.e2e.stories.story_worlds import World
from tests.fakes.request_community import MENTORS

START = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
STORIES = Path(__file__).parent
DEFAULTS = {
    "kind": "mentorship",
    "mentor": "",
    "skills": "python!, testing",
    "languages": "English",
    "goals": "Write my first tests.",
}
FORM_LABELS = {"application": "application", "self-test": "self-test", "review": "review"}
DESK = 1
COORDINATORS = {"cora", "paula", "gwen", "quinn"}


def stories() -> dict[str, dict[str, Any]]:
    """Return every story by its file and title."""
    found: dict[str, dict[str, Any]] = {}
    for path in sorted(STORIES.glob("*.yml")):
        for story in yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader):
            name = f"{path.stem}: {story['title']}"
            assert name not in found, name
            found[name] = story
    return found


class Stage:
    """One story on its way: who is called what, which request is meant, and what was seen before."""

    def __init__(self, world: World, bots: Smooth, root: Path) -> None:
        self.world, self.bots, self.root = world, bots, root
        self.numbers: dict[str, int] = {}
        self.current = DESK
        self.day = 0
        self.acted = 0
        self.noticed: dict[int, tuple[int, int]] = {}
        self.asked: dict[int, set[str]] = {}
        self.visited: set[str] = set()
        self.world.now = START
        self.world.open("cora", "Mentors say here how much they can take.", ())

    def play(self, steps: list[dict[str, Any]]) -> None:
        """Go through every step."""
        for number, step in enumerate(steps, 1):
            try:
                self._step(dict(step))
            except AssertionError as failed:
                failed.add_note(f"in step {number}: {step}")
                raise

    def _step(self, step: dict[str, Any]) -> None:
        if "in" in step:
            name = step.pop("in")
            self.current = DESK if name == "desk" else self.numbers[name]
        if "day" in step:
            self._pass_to(step.pop("day"), step.pop("sweeps", "daily"))
        self.world.now = max(self.world.now, START + timedelta(days=self.day)) + timedelta(minutes=1)
        if "community" in step:
            for path, text in step.pop("community").items():
                self._rewrite_community(path, text)
        see = step.pop("see", None)
        quietly = step.pop("quietly", False)
        for deed, what in step.items():
            who, _, verb = deed.partition(" ")
            happened = getattr(self, f"_{verb.replace(' ', '_')}")(who, what)
            self.acted = self.day
            if happened and not quietly:
                self.bots.woken(happened)
        if not quietly:
            self._keep_promises()
        if see is not None:
            self._see(see)

    def _pass_to(self, day: int, sweeps: str) -> None:
        """Let days pass with a sweep on each; with "none" nobody sweeps before the last of them, nor with "never" on that."""
        while self.day < day:
            self.day += 1
            if (self.day == day and sweeps != "never") or (sweeps == "daily" and self._sweeps_on(self.day)):
                self.world.now = max(self.world.now, START + timedelta(days=self.day))
                self.bots.daily()
        self.world.now = max(self.world.now, START + timedelta(days=self.day))

    def _sweeps_on(self, day: int) -> bool:
        """Where a run takes long, sweeps are left out on some of the days on which nothing is due."""
        quiet = day - self.acted
        return self.bots.daily_means_daily or quiet <= 8 or quiet % 7 == 0

    def _rewrite_community(self, path: str, text: str | None) -> None:
        if text is None:
            (self.root / path).unlink()
        elif text.startswith("s/"):
            _, old, new, _ = text.split("/", 3) if text.count("/") == 3 else (*text.split("/", 2), "")
            whole = (self.root / path).read_text(encoding="utf-8")
            assert old in whole, old
            (self.root / path).write_text(whole.replace(old, new), encoding="utf-8")
        else:
            (self.root / path).write_text(text, encoding="utf-8")
        for load in (bot.load_readable, bot.load_concerned):
            if hasattr(load, "cache_clear"):
                load.cache_clear()

    # What people do.

    def _opens(self, who: str, what: dict[str, Any]) -> dict[str, Any]:
        what = dict(what or {})
        name = what.pop("as", "request")
        label = FORM_LABELS.get(what.get("kind", ""), "request")
        number, happened = self.world.open(who, self._body(what), (label,))
        self.numbers[name] = self.current = number
        return happened

    def _body(self, what: dict[str, Any]) -> str:
        if "body" in what:
            return what["body"]
        if what.get("kind") == "review":
            return self._review(what)
        left_out = what.pop("without", "")
        directory, _ = bot.load_readable(self.root, self.world.now)
        body = filled_in(forms_of(directory, language_tag), what.get("kind", "mentorship"), {**DEFAULTS, **what})
        return (
            body.replace("- [X]", "- [ ]")
            if left_out == "boxes"
            else re.sub(rf"(### {left_out}\n\n)[^#]*", r"\1_No response_\n\n", body)
            if left_out
            else body
        )

    def _review(self, what: dict[str, Any]) -> str:
        """Fill in the form of a review; `of` is the name of the request."""
        directory, _ = bot.load_readable(self.root, self.world.now)
        form = review_form(directory.settings)
        answers = {"request": str(self.numbers.get(what.get("of", "request"), what.get("of"))), **what}
        parts = []
        for field in form.fields:
            answer = str(answers.get(field.id, "_No response_")).replace("{{60000}}", "word " * 12000)
            named = {choice.id: choice.text for choice in field.choices}
            parts.append(f"### {field.label}\n\n{named.get(answer, answer)}\n")
        return "\n".join(parts)

    def _says(self, who: str, what: str) -> dict[str, Any]:
        return self.world.say(who, self.current, what)

    def _edits(self, who: str, what: str) -> dict[str, Any]:
        return self.world.edit(who, self.current, self._last_comment(who), what)

    def _ticks(self, who: str, what: str) -> dict[str, Any]:
        """Tick a box: of one's own last task list, or, as a maintainer, of the bot's, beside these words."""
        comments = self.world.thread(self.current)["comments"]
        own = (one for one in reversed(comments) if one["user"]["login"] == who and f"- [ ] {what}" in one["body"])
        bots = (one for one in comments if f"- [ ] {what}" in one["body"])
        ticked = next(own, None) or next(bots)
        body = ticked["body"].replace(f"- [ ] {what}", f"- [x] {what}", 1)
        return self.world.edit(who, self.current, ticked["id"], body)

    def _reacts(self, who: str, what: str) -> None:
        """Put a thumb on the bot's last comment; no event tells of it."""
        self.world.react(who, self.current, self._last_comment("github-actions[bot]"), what)

    def _deletes(self, who: str, what: str) -> dict[str, Any]:
        """Delete one's last comment, or, as a maintainer, the bot's status comment or its last one."""
        comment = {"status": self._status, "bot": lambda: self._last_comment("github-actions[bot]")}.get(
            what, lambda: self._last_comment(who)
        )()
        return self.world.delete(who, self.current, comment)

    def _garbles(self, who: str, what: str) -> dict[str, Any]:
        """Change the bot's status comment, as a maintainer may."""
        return self.world.edit(who, self.current, self._status(), what)

    def _status(self) -> int:
        return next(
            one["id"] for one in self.world.thread(self.current)["comments"] if "<!-- lodestar:status" in one["body"]
        )

    def _last_comment(self, who: str) -> int:
        return [one["id"] for one in self.world.thread(self.current)["comments"] if one["user"]["login"] == who][-1]

    def _rewrites(self, who: str, what: dict[str, Any]) -> dict[str, Any]:
        return self.world.rewrite(who, self.current, self._body(dict(what)))

    def _closes(self, who: str, what: Any) -> dict[str, Any]:
        return self.world.close(who, self.current)

    def _reopens(self, who: str, what: Any) -> dict[str, Any]:
        return self.world.reopen(who, self.current)

    def _locks(self, who: str, what: Any) -> None:
        self.world.lock(who, self.current)

    def _leaves(self, who: str, what: Any) -> None:
        self.world.leave(who)

    def _is_called(self, who: str, what: str) -> None:
        self.world.rename(who, what)

    def _joins(self, who: str, what: int) -> None:
        self.world.person(who, what)

    # What must be seen.

    def _keep_promises(self) -> None:
        for number in self.numbers.values():
            seen = Seen(self.world.thread(number))
            self.visited.add(seen.state)
            if seen.state:
                seen.promises(COORDINATORS, set(MENTORS))

    def _see(self, see: dict[str, Any]) -> None:
        seen = Seen(self.world.thread(self.current))
        notices, mentions = self.noticed.get(self.current, (0, 0))
        fresh = seen.notices[notices:]
        self.noticed[self.current] = (len(seen.notices), len(seen.mentions))
        looks = {
            "state": lambda: seen.state,
            "title": lambda: seen.issue["title"],
            "closed": lambda: seen.issue["state"] == "closed",
            "locked": lambda: seen.thread.locked,
            "mentions": lambda: seen.mentions[mentions:],
            "new": lambda: len(fresh),
            "assigned": lambda: sorted(seen.thread.assignees),
            "comments": lambda: len(seen.bodies),
            "labels": lambda: sorted(seen.thread.labels),
            "due": lambda: self._due(),
            "mentor": lambda: self._request().mentor,
            "reviews": lambda: [
                {name: value for name, value in review_fields(one).items() if name in see["reviews"][0]}
                if see["reviews"]
                else one
                for one in self._activity().reviews
            ],
            "standing": lambda: {login: self._availability(login) for login in see["standing"]},
        }
        for key, wanted in see.items():
            if key in ("says", "not", "status", "not-status"):
                text = seen.status if key.endswith("status") else (seen.notices or [""])[-1]
                for words in [wanted] if isinstance(wanted, str) else wanted:
                    assert (words in text) != key.startswith("not"), f"{key} {words!r} in:\n{text}"
            else:
                found = looks[key]()
                assert found == wanted, (
                    f"{key} is {found!r} and not {wanted!r}; the last words are:\n{(seen.notices or [''])[-1]}\n{seen.status}"
                )

    def _activity(self):
        return bot.activity(self.world.forge(), self.root, self.world.now)[0]

    def _request(self):
        return next(one for one in self._activity().requests if one.number == self.current)

    def _due(self) -> int | None:
        due = self._request().due
        return None if due is None else (due.date() - START.date()).days

    def _availability(self, login: str) -> str:
        from generator.insight.availability import availability_statuses

        directory, _ = bot.load_readable(self.root, self.world.now)
        return availability_statuses(directory, self.world.now.date(), self._activity())[login].availability


def came_to_an_end(stage: Stage, number: int) -> bool:
    """Whether a request has ended."""
    return Seen(stage.world.thread(number)).state in ENDINGS
