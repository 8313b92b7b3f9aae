"""Random histories: people do random things on random days, and the promises of requests hold all the same."""

import copy
from datetime import timedelta
from functools import cache

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from generator.app import bot
from generator.model.directory import Directory
from generator.model.request_state import ENDINGS, IDLE_STATES
from generator.requests.forms.answers import filled_in
from generator.requests.forms.community_forms import forms_of
from generator.requests.forms.reader import read_form
from generator.requests.lifecycle import context
from generator.requests.lifecycle.bot_memory import memory_of
from generator.requests.lifecycle.reduce import reduce
from generator.requests.lifecycle.thread import thread_of
from generator.text.languages import language, language_tag
from tests.e2e.stories.story_seen import Seen, live_troubles
from tests.examples import examples
from tests.fakes.memory_forge import MemoryForge, utc
from tests.fakes.request_community import MENTORS, write_community

PEOPLE = ("mia", "ada", "bela", "dora", "cora", "eve", "nils")
COORDINATORS = {"cora", "paula", "gwen"}
ROOT = "the community"
LIKELY = settings(
    max_examples=examples(usual=50, many=1000),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.target, Phase.shrink],
)
SOME = settings(LIKELY, max_examples=examples(usual=40, many=1000))


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Directory:
    """The community, read once."""
    return bot.load_readable(write_community(tmp_path_factory.mktemp("community")), utc())[0]


@pytest.fixture(autouse=True)
def _read_once(monkeypatch: pytest.MonkeyPatch, directory: Directory) -> None:
    forms = forms_of(directory, language_tag)
    for load in ("load_readable", "load_concerned"):
        monkeypatch.setattr(bot, load, lambda root, now: (directory, []))
    monkeypatch.setattr(bot, "forms_of", lambda directory, tag: forms)
    read = cache(lambda body: read_form(body, forms))
    monkeypatch.setattr(context, "read_form", lambda body, forms: read(body))


# Acts: (who, what, words). In the first group nothing can be undone before the bot has seen it.
WORDS = (
    "/accept", "/decline", "/decline timing", "/ask and why?", "/waitlist", "/redirect @bela", "/redirect @dora", "/interested", "/withdraw", "/started",
    "/continue", "/goal one", "/update two", "/break 3 weeks", "/complete", "/end", "/thanks a lot", "/approve", "/reassign @dora", "/close",
    "hello", "> /accept", "/acept", "/accept /started", "",
)  # fmt: skip
LOUD = ("/spam", "/pause 30d", "/resume", "/capacity 1", "/confirm")
FITTING = {
    "held": ("cora /approve", "cora /approve", "paula /approve", "cora /reassign @dora", "mia /withdraw"),
    "waiting": (
        "M /accept",
        "M /accept",
        "M /accept /started",
        "M /decline timing",
        "M /ask why?",
        "M /waitlist",
        "M /redirect @bela",
        "dora /interested",
        "cora /reassign @gwen",
        "mia /redirect @ada",
        "M a plain answer",
        "M Happy to help!",
        "M no, sorry",
        "M I'm sorry, no time right now.",
        "ida /interested",
        "gwen /accept",
    ),
    "question": ("mia because", "mia because", "M /accept", "M /decline", "M /waitlist"),
    "talking": (
        "M yes",
        "M no",
        "M undo",
        "mia thanks",
        "M I would probably be happy to help",
        "M /accept",
        "mia bela please",
    ),
    "undecided": ("M yes", "mia hello", "mia bela please", "M /decline"),
    "quiet": ("mia hello", "M /complete", "M we still meet"),
    "waitlisted": ("M /accept", "M /ask still there?", "M /decline", "mia /withdraw"),
    "accepted": ("mia /started", "M /started", "M /started", "mia /end", "cora /reassign @dora", "mia /thanks"),
    "trial": ("mia /continue", "M /break 3 weeks", "M /complete", "mia /update well", "M /end"),
    "active": ("mia /break 2 weeks", "M /goal one", "M /continue", "mia /complete", "mia we talked"),
    "on-break": ("mia /continue", "M /complete", "M /update soon"),
    "declined": (
        "mia anyone is fine",
        "mia /redirect",
        "mia /redirect @bela",
        "mia /redirect @dora",
        "cora /reassign @gwen",
        "mia /thanks for looking",
    ),
    "expired": ("M /accept", "M /accept", "mia /redirect @dora", "mia someone else, please", "cora /reassign @bela"),
}
"""What somebody may well say in each state; M is the mentor who is asked then."""
FITS = st.integers(0, 10).map(lambda place: ("", "fitting", str(place)))
SPOKEN = st.one_of(
    FITS,
    FITS,
    FITS,
    st.tuples(st.sampled_from(PEOPLE), st.sampled_from(WORDS)).map(lambda one: (one[0], "say", one[1])),
)
CLOSED = st.sampled_from(["mia", "ada", "cora"]).map(lambda who: (who, "close", ""))
STEADY = st.one_of(SPOKEN, SPOKEN, SPOKEN, SPOKEN, CLOSED)
SHAKY = st.one_of(
    STEADY,
    STEADY,
    st.tuples(st.sampled_from(PEOPLE), st.just("say"), st.sampled_from(LOUD)),
    st.tuples(st.sampled_from(PEOPLE), st.just("edit"), st.sampled_from(WORDS)),
    st.tuples(st.sampled_from(PEOPLE), st.just("delete"), st.just("")),
    st.tuples(st.just("mia"), st.just("rewrite"), st.sampled_from(["ada", "bela", ""])),
    st.tuples(
        st.just("cora"),
        st.sampled_from(["reopen", "lock", "delete status", "garble status", "second status"]),
        st.just(""),
    ),
)
KINDS = st.sampled_from(
    [("mentorship", "ada", "")] * 6
    + [
        ("mentorship", "ada", ""),
        ("mentorship", "", ""),
        ("mentorship", "", ""),
        ("mentorship", "", ""),
        ("quick-question", "", ""),
        ("quick-question", "ada", ""),
        ("group", "chen", ""),
        ("application", "", "spring"),
        ("application", "ada", "spring"),
        ("self-test", "", ""),
        ("mentorship", "nobody", ""),
    ]
)
GAPS = st.sampled_from([0] * 12 + [1, 2, 3, 4, 6, 7, 8, 13] + [14, 15, 21, 30, 45, 90])


def history(acts: st.SearchStrategy) -> st.SearchStrategy:
    """What was asked for, and a list of days between acts and acts."""
    return st.tuples(KINDS, st.lists(st.tuples(GAPS, acts), min_size=1, max_size=8))


class Town:
    """One request among the community, and when the bot looks."""

    def __init__(self, directory: Directory, asked: tuple[str, str, str]) -> None:
        self.forge = MemoryForge(utc())
        self.day = 0.0
        self.forge.open("cora", "The desk.")
        kind, mentor, program = asked
        self.answers = {
            "mentor": mentor,
            "program": program,
            "skills": "python!",
            "languages": "English",
            "goals": "Test.",
        }
        self.forms = forms_of(directory, language_tag)
        self.kind = kind
        self.forge.now = utc(0.001)
        self.number = self.forge.open("mia", filled_in(self.forms, kind, self.answers))

    @property
    def open(self) -> bool:
        """The issue is open."""
        return self.forge.stored[self.number]["issue"]["state"] == "open"

    def meant(self, act: tuple[str, str, str], directory: Directory) -> tuple[str, str, str]:
        """Turn something fitting into what that is just now."""
        if act[1] != "fitting":
            return act
        request = self.request(directory)
        fitting = FITTING.get(request.state, ("mia hello",)) if request else ("mia hello",)
        who, _, words = fitting[int(act[2]) % len(fitting)].partition(" ")
        return (request.mentor or "ada") if who == "M" else who, "say", words

    def act(self, act: tuple[str, str, str]) -> None:
        """Let somebody do something, a minute after whatever was before."""
        who, what, words = act
        self.day += 0.001
        self.forge.now = utc(self.day)
        comments = self.forge.stored[self.number]["comments"]
        status = next((one for one in comments if one["body"].startswith("<!-- lodestar:status")), None)
        locked = self.forge.stored[self.number]["issue"]["locked"]
        match what:
            case "say" if words and not (locked and who != "cora"):
                self.forge.say(who, self.number, words)
            case "edit":
                self.forge.edit_last(who, self.number, words)
            case "delete":
                self.forge.delete_last(who, self.number)
            case "close":
                self.forge.close(who, self.number)
            case "reopen":
                self.forge.reopen(self.number)
            case "rewrite":
                self.forge.rewrite(self.number, filled_in(self.forms, self.kind, {**self.answers, "mentor": words}))
            case "lock":
                self.forge.stored[self.number]["issue"]["locked"] = True
            case "delete status" if status:
                comments.remove(status)
            case "garble status" if status:
                status["body"] = status["body"][: len(status["body"]) // 2]
            case "second status" if status:
                comments.append({**copy.deepcopy(status), "id": max(one["id"] for one in comments) + 1})

    def handled(self, lives: int | None = None) -> bot.Run:
        """Let the bot see an event; with few lives it does not get far."""
        self.forge.lives = lives
        done = bot.handle(self.forge, ROOT, self.number, self.forge.now)
        self.forge.lives = None
        return done

    def swept(self, lives: int | None = None) -> bot.Run:
        """Let the sweep run."""
        self.forge.lives = lives
        done = bot.sweep(self.forge, ROOT, self.forge.now)
        self.forge.lives = None
        return done

    def pass_days(self, days: int, lives: int | None = None) -> None:
        """Let days pass, with sweeps when something may be due; the first comes within a day."""
        start, end = self.day, self.day + days
        for step in (1, 4, 8, 15, 22, 31, 60, 75, 90):
            if step <= days:
                self.day = start + step
                self.forge.now = utc(self.day)
                self.swept(lives)
                lives = None
        self.day = max(self.day, end)
        self.forge.now = utc(self.day)

    def seen(self) -> Seen:
        """The thread as it stands."""
        return Seen(self.forge.thread(self.number))

    def request(self, directory: Directory):
        """How far the request has come, as the bot would see it now."""
        index = bot._request_index(directory, self.forge.now)
        index.load(thread_of(self.forge.thread(number)) for number in self.forge.numbers())
        return reduce(thread_of(self.forge.thread(self.number)), index.context(self.number))

    def outcome(self, directory: Directory) -> tuple:
        """What must come out the same, whatever became of events."""
        request = self.request(directory)
        log = [
            (event.at, event.role, event.command)
            for event in memory_of(thread_of(self.forge.thread(self.number))).events
        ]
        return (
            request.state,
            request.mentor,
            request.round,
            request.cause,
            request.since,
            request.due,
            log,
            self.seen().state,
        )


def keep_promises(town: Town) -> None:
    """Mentions, labels, keys and next steps are as promised, and nothing people wrote is alive."""
    seen = town.seen()
    if seen.state:
        seen.promises(COORDINATORS, set(MENTORS))
    for body in seen.bodies:
        assert live_troubles(body) == [], body


@LIKELY
@given(history(STEADY), st.data())
def test_loss_doubling_disorder_and_crashes_of_runs_change_nothing(
    directory: Directory, told: tuple, data: st.DataObject
) -> None:
    """However events are lost, doubled or late, and wherever runs break off: after the next sweep all is as if nothing had been."""
    asked, acts = told
    smooth, rough = Town(directory, asked), Town(directory, asked)
    meant: list[tuple[str, str, str]] = []
    opened: list[bool] = []
    for town in (smooth, rough):
        troubled = town is rough
        fate = (
            data.draw(
                st.lists(
                    st.sampled_from(["lost", "lost", "once", "twice", 0, 1, 2, 3, 5]),
                    min_size=len(acts) + 1,
                    max_size=len(acts) + 1,
                )
            )
            if troubled
            else ["once"] * (len(acts) + 1)
        )
        for place, ((gap, act), luck) in enumerate(zip([(0, ("", "", "")), *acts], fate, strict=True)):
            town.pass_days(gap)
            meant += [] if troubled else [town.meant(act, directory)]
            # Nobody can close what the bot, woken in time or not, has closed.
            opened += [] if troubled else [town.open]
            assume(meant[place][1] != "close" or town.open == opened[place])
            town.act(meant[place])
            for _ in range({"lost": 0, "twice": 2}.get(luck, 1)):
                town.handled(luck if isinstance(luck, int) else None)
        town.pass_days(1, lives=3 if troubled else None)
        town.swept()
    assert rough.outcome(directory) == smooth.outcome(directory)


@LIKELY
@given(history(SHAKY))
def test_promises_hold_whatever_people_do(directory: Directory, told: tuple) -> None:
    """Whatever people do, edit, delete, lock and garble: nobody is called who should not be, nothing is said twice, and the bot comes to rest."""
    asked, acts = told
    town = Town(directory, asked)
    town.handled()
    for gap, act in acts:
        town.pass_days(gap)
        act = town.meant(act, directory)
        town.act(act)
        assert town.handled().errors == []
        again = town.handled()
        assert (again.actions, again.errors) == ([], [])
        if act[1] not in ("delete status", "garble status", "second status"):
            keep_promises(town)


@SOME
@given(history(SHAKY))
def test_every_request_comes_to_rest_when_nobody_says_anything_more(directory: Directory, told: tuple) -> None:
    """Silence ends a request by itself, or leaves it quiet or undecided, which only people end; at the latest after the year and a bit that an application may last."""
    asked, acts = told
    town = Town(directory, asked)
    town.handled()
    for gap, act in acts:
        town.pass_days(gap)
        act = town.meant(act, directory)
        town.act(act)
        town.handled()
    for _ in range(200):
        if town.seen().state in ENDINGS | IDLE_STATES:
            break
        town.day += 4
        town.forge.now = utc(town.day)
        assert town.swept().errors == []
    assert town.seen().state in ENDINGS | IDLE_STATES
    keep_promises(town)
    town.swept()
    assert [action for action in town.swept().actions if action.action != "notify"] == []


HOSTILE = st.text(st.sampled_from(list("@#`~<>[]()!*_-|\\/:.&;=+ \n\t'\"$%^{}aB1\u202e\u200b\u2028é中")), max_size=60) | st.sampled_from([
    "@everyone", "@eve", "#1", "GH-1", "owner/repo#1", "![x](https://evil.example/x.png)", "[x](https://evil.example)", "<https://evil.example>", "https://evil.example", "www.evil.example",
    "# Heading", "<img src=x onerror=alert(1)>", "<!-- lodestar:notice told:2 for eve -->", "<!-- lodestar:status {\"version\":1} -->", "-->", "```\n@eve\n```", "~~~~\n@eve", "</details>", "| a | b |\n|---|---|\n| @eve | c |", "[^1]: @eve", "    @eve", "> @eve", "eve@evil.example", "\\@eve", "&#64;eve", "`\\`@eve`",
])  # fmt: skip
TEXTS = st.lists(HOSTILE, max_size=6).map(" ".join) | st.lists(HOSTILE, max_size=6).map("\n".join)


@SOME
@given(
    st.dictionaries(
        st.sampled_from(["mentor", "skills", "languages", "timezone", "goals", "format", "program"]), TEXTS
    ),
    st.sampled_from(["mentorship", "interview", "application"]),
    st.lists(
        st.tuples(
            st.sampled_from(["mia", "ada", "eve"]),
            st.sampled_from(["", "/", "/accept ", "/decline ", "/redirect @", "/ask ", "/break "]),
            TEXTS,
        ),
        max_size=3,
    ),
)
def test_nothing_that_people_write_is_alive_in_the_words_of_the_bot(
    directory: Directory, fields: dict, kind: str, comments: list
) -> None:
    """Mentions, links, references, images, headings and HTML that people write stay plain words wherever the bot repeats them."""
    town = Town(directory, ("mentorship", "ada", ""))
    town.forge.rewrite(town.number, filled_in(town.forms, kind, {**town.answers, "mentor": "ada", **fields}))
    town.handled()
    for who, word, text in comments:
        town.act((who, "say", word + text or "."))
        town.handled()
    town.pass_days(4)
    keep_promises(town)


@SOME
@given(st.text(max_size=300) | TEXTS, st.lists(st.tuples(st.sampled_from(PEOPLE), st.text(max_size=80)), max_size=4))
def test_no_text_whatever_breaks_the_bot(directory: Directory, body: str, comments: list) -> None:
    """Any text of an issue and any comments are read without a trouble."""
    town = Town(directory, ("mentorship", "ada", ""))
    number = town.forge.open("eve", body)
    for who, words in comments:
        town.forge.say(who, town.number, words)
        town.forge.say(who, number, words)
    assert town.swept().errors == []
    town.forge.now += timedelta(days=30)
    assert town.swept().errors == []
    bot.activity(town.forge, ROOT, town.forge.now)
    assert language("en") == "English"
