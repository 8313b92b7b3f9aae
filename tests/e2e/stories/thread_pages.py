"""Write out what a story's thread looks like to the people in it, so that every changed sentence is seen in a review.

`python -m tests.e2e.stories.thread_pages` writes the pages in tests/fixtures/notices anew.
"""

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from typing import Any

from generator.app import bot
from generator.requests.lifecycle.weekly_question import KEY
from generator.requests.replies.notices.notice import visible
from tests.e2e.stories.story_bots import Smooth
from tests.e2e.stories.story_runner import START, Stage, stories
from tests.e2e.stories.story_worlds import FolderWorld, World
from tests.fakes.request_community import write_community
from tests.paths import FIXTURES

PAGES = FIXTURES / "notices"
SHOWN = (
    "help: someone asks for a coordinator in plain words, and one answers",
    "help: a call for help works after the end",
    "direct: a mentor says yes, and it goes its whole way",
    "direct: nobody answers, everybody is reminded, and the request ends with three others named",
    "direct: a no with a reason is passed on kindly, and the mentee asks the next one",
    "direct: a question that stays open ends nothing, and a word brings the request back",
    "direct: after ninety days on a waitlist the mentor is asked",
    "direct: the mentee takes it back",
    "direct: nobody makes contact",
    "direct: long silence is asked about twice, then frees the place, and one word brings it back",
    "direct: either side may stop without a reason",
    "waiting: an open request is offered to one mentor after the other, and nobody is called for it",
    "waiting: after three mentions nobody else is called, and the mentee is told what is left",
    "waiting: where nobody else is free, a no goes on to the waiting list",
    "waiting: where nobody else is free, a silence goes on to the waiting list",
    "waiting: a waiting list of three, and a spot opens",
    "kinds: a quick question is answered in plain words",
    "kinds: an informational interview",
    "kinds: a group has places of its own",
    "kinds: an application is looked at first, accepted, and lasts as long as its program",
    "kinds: an application with a mentor waits for both",
    "kinds: an application that nobody looks at ends with an apology",
    "programs: an application is admitted in plain words, and a mentor is found for it",
    "programs: an applicant who is turned down learns what to do instead",
    "programs: a withdrawn spot goes to the oldest on the waiting list",
    "programs: a merged pairing asks the mentee, and then the mentor",
    "programs: someone in a program keeps their spot when a mentor says no",
    "kinds: a self-test mentions its author a day later",
    "kinds: a self-test without an answer says what to look at",
    "limits: something stays missing",
    "limits: two silences in a row pause the mentor, and a word ends that",
    "limits: who was removed as spam is looked at first the next time",
    "people: who took over a name is never called by it",
    "plain: whoever writes has answered, whatever the words",
    "plain: a certain yes is done at once, and can be taken back in time",
    "plain: a comment that was changed before the bot saw it is asked about",
    "words: a coordinator ends and removes",
    "words: a text that is changed after it was sent changes nothing",
    "words: an ended request that is opened by hand is closed again and told what works",
    "handle: a request to a mentor without GitHub is passed on, and accepted through a coordinator",
    "handle: silence of coordinators is no silence of a mentor without GitHub",
    "offers: a mentor offers help, the mentee says yes, and it is a mentorship like any other",
    "together: what is about one project asks at its end whether it is complete, and only people say so",
    "together: goals have a number, a day and a tick, and only an edit celebrates them",
    "offers: a no needs no reason, and help is not offered twice",
    "offers: an offer without an answer closes, nobody is reminded or paused, and a late yes still counts",
    "offers: nobody else answers an offer, and it goes to no one else",
    "offers: the mentee asks something first",
)
"""Stories in which every notice is posted at least once; a test compares them with what the bot can post."""
_HIDDEN = re.compile(r"<!--.*?-->\n?", re.DOTALL)
_FOLDED = re.compile(r"\n*<details>.*?</details>", re.DOTALL)


_QUOTED = re.compile(r"^>.*\n?", re.MULTILINE)
_ADDRESS = re.compile(r"\]\([^)\s]*\)|https?://\S+")


def visible_words(body: str) -> list[str]:
    """Return the words that a reader sees in a comment: not what is folded, nor what someone else wrote."""
    shown = _QUOTED.sub("", _FOLDED.sub("", _HIDDEN.sub("", body)))
    return re.findall(r"[^\W_]+(?:[’'-][^\W_]+)*", re.sub(r"<[^>]*>", "", _ADDRESS.sub("]", shown)))


def first_line_of(body: str) -> str:
    """Return what an e-mail's preview shows of a comment: its first line, as it is read."""
    shown = _FOLDED.sub("", _HIDDEN.sub("", body)).strip()
    return visible(shown.split("\n", 1)[0])


class Listening(Smooth):
    """Runs of which every comment, changed status and message to another channel is kept."""

    def __init__(self, world: World, root: Path) -> None:
        super().__init__(world, root)
        self.heard: list[Any] = []

    def run(self, work: Any) -> bot.Run:
        """Do one run, and keep what it wrote."""
        done = super().run(work)
        self.heard += done.actions
        return done


def page_of(story: dict[str, Any], root: Path) -> tuple[str, set[str], list[str]]:
    """Return a story's page, the names of the notices in it, and every comment of the bot whole.

    A story that changes the community's files has a copy of its own.
    """
    if any("community" in step for step in story["steps"]):
        with tempfile.TemporaryDirectory() as own:
            return _played(story, Path(copytree(root, Path(own) / "town")))
    return _played(story, root)


def _played(story: dict[str, Any], root: Path) -> tuple[str, set[str], list[str]]:
    world = FolderWorld(None, START)
    bots = Listening(world, root)
    stage = Stage(world, bots, root)
    lines, keys, texts = [f"# {story['title'].capitalize()}"], set(), []
    shown: dict[int, str] = {}
    at_desk = any(step.get("in") == "desk" for step in story["steps"])
    for step in story["steps"]:
        stage.play([step])
        lines += _people(step)
        # Mentors are asked there each week, whatever a story is about.
        for action in (one for one in bots.heard if at_desk or KEY not in one.body):
            if action.action in ("comment", "edit-comment"):
                keys |= set(re.findall(r"<!-- lodestar:notice ([a-z]+(?:-[a-z]+)*)", action.body))
                texts.append(action.body)
            lines += _bot(action, shown)
        bots.heard.clear()
    return "\n\n".join(lines) + "\n", keys, texts


def _people(step: dict[str, Any]) -> Iterator[str]:
    if "day" in step:
        yield f"## Day {step['day']}"
    if "in" in step:
        yield f"*In {step['in']}:*"
    for deed, what in step.items():
        if deed.partition(" ")[2]:
            told = ", ".join(f"{key}: {value}" for key, value in what.items()) if isinstance(what, dict) else str(what)
            yield f"*{deed}:* " + " / ".join(filter(None, told.splitlines()))


def _bot(action: Any, shown: dict[int, str]) -> Iterator[str]:
    """Yield a comment, or a status that reads differently from the one before, without the list of commands below it."""
    if action.action not in ("comment", "edit-comment"):
        return
    is_status = "<!-- lodestar:status" in action.body
    body = _FOLDED.sub("", _HIDDEN.sub("", action.body).strip())
    if is_status and shown.get(action.issue) == body:
        return
    if is_status:
        shown[action.issue] = body
    yield f"**Bot, {'status' if is_status else 'comment'} in #{action.issue}:**"
    yield "\n".join(f"> {line}".rstrip() for line in body.splitlines())


def file_of(name: str) -> Path:
    """Return where the page of a story is kept."""
    return PAGES / f"{re.sub('[^a-z]+', '-', name.lower())}.md"


def write_all(folder: Path) -> None:
    """Write every page."""
    known = stories()
    for number, name in enumerate(SHOWN):
        text, _, _ = page_of(known[name], write_community(folder / str(number)))
        file_of(name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        write_all(Path(temporary))
