"""Turn the commands, the states and the timers into the reference pages of requests, so that they cannot go stale."""

from collections.abc import Iterator
from datetime import UTC, datetime

from generator.model.directory import Days, Settings
from generator.model.request import Person
from generator.model.request_state import ENDINGS, STATE, STATES
from generator.requests.commands import COMMANDS
from generator.requests.commands.command import ANY_MENTOR, COORDINATOR, MENTEE, MENTOR, Command
from generator.requests.commands.mentor import REASONS
from generator.requests.commands.parse import MOST_COMMANDS
from generator.requests.lifecycle.bot_memory import BotMemory
from generator.requests.lifecycle.state import RequestState
from generator.requests.replies.markdown_links import counted
from generator.text.catalogue import _

COMMANDS_PAGE = "reference/commands.md"
STATES_PAGE = "reference/states.md"
_LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
MOVING = tuple(
    command.name
    for command in COMMANDS
    if not command.about_availability and command.name not in ("goal", "update", "thanks")
)
"""The words that lead from one state to another, or to another mentor; a test compares them with what they do."""

SPEAKERS = (
    ((MENTEE,), "The person who asks", "Whoever opened the request."),
    (
        (MENTOR,),
        "The mentor who is asked",
        "Whoever the request names now. After it was passed on, that is somebody else.",
    ),
    ((MENTOR, MENTEE), "Either of the two, after a yes", "One of them is enough."),
    ((ANY_MENTOR,), "Every mentor", "Whoever is listed as a mentor, in an open request: one that names nobody."),
    (
        (COORDINATOR,),
        "Coordinators",
        "Whoever stands under `coordinators` in the settings, and in a program's requests its own coordinators.",
    ),
)
"""Who may say something, with a title and who that is."""


def request_reference_pages(settings: Settings) -> Iterator[tuple[str, str]]:
    """Yield the path below docs/ and the Markdown of each generated page about requests, with a community's own days."""
    yield COMMANDS_PAGE, _commands_page()
    yield STATES_PAGE, _states_page(settings)


def _commands_page() -> str:
    parts = [
        "# What can be said",
        "A request is answered with words that begin with a slash, in comments on its issue. The first comment in each "
        "request always lists the ones that count now.",
        *(_part(roles, title, about) for roles, title, about in SPEAKERS),
        _desk_part(),
        _behind_part(),
        _reading_part(),
    ]
    return "\n\n".join(parts) + "\n"


def _part(roles: tuple[str, ...], title: str, about: str) -> str:
    rows = "\n".join(f"| {_written(one)} | {_does(one)} | {_when(one, roles[0])} |" for one in _said_by(roles))
    return f"## {title}\n\n{about}\n\n| Word | What it does | When it counts |\n|---|---|---|\n{rows}"


def _said_by(roles: tuple[str, ...]) -> list[Command]:
    """Return what exactly these may say; what both may say at different times stands with each of them."""
    alone = [
        command
        for command in COMMANDS
        if not command.about_availability and roles[0] in command.roles and len(roles) == 1
    ]
    both = [
        command
        for command in COMMANDS
        if set(command.roles) == {MENTOR, MENTEE} and _states_of(command, MENTOR) == _states_of(command, MENTEE)
    ]
    return [command for command in alone if command not in both] if len(roles) == 1 else both


def _desk_part() -> str:
    commands = [command for command in COMMANDS if command.about_availability]
    rows = "\n".join(f"| {_written(command)} | {_does(command)} |" for command in commands)
    return (
        "## At the availability desk\n\nThe desk is one pinned issue in which every mentor says how much they can take on. "
        "A mentor may say the same in any request that names them.\n\n"
        f"| Word | What it does |\n|---|---|\n{rows}"
    )


def _written(command: Command) -> str:
    return f"`/{command.name}`" + (f" *{command.argument}*" if command.argument else "")


def _does(command: Command) -> str:
    """Return the whole explanation of a command in one line, as its docstring gives it."""
    return f"{_(command.summary)} {_(command.more)}".strip() if command.more else _(command.summary)


def _states_of(command: Command, role: str) -> tuple[str, ...]:
    """Return the states in which a command is worth saying to somebody in a role."""
    return tuple(
        state
        for state in command.states
        if any(command.offered(_example(state, mentor), role) for mentor in _mentors_in(state))
    )


def _mentors_in(state: str) -> tuple[str, ...]:
    return ("ada-l", "") if state in ("incomplete", "held", "waiting", "expired") else ("ada-l",)


def _example(state: str, mentor: str) -> RequestState:
    return RequestState(
        1,
        Person(1, "newcomer"),
        "mentorship",
        state,
        _LONG_AGO,
        _LONG_AGO,
        "form",
        BotMemory(),
        sent_at=_LONG_AGO,
        mentor=mentor,
    )


def _when(command: Command, role: str) -> str:
    states = _states_of(command, role)
    if set(states) >= set(STATES) - {"removed"}:
        return "at any time"
    if set(states) >= set(STATES) - ENDINGS:
        return "until it has ended"
    return ", ".join(f"`{state}`" for state in states)


def _behind_part() -> str:
    reasons = "\n".join(f"| `{reason}` | {_(words, mentor=_('The mentor'))} |" for reason, words in REASONS.items())
    return (
        "## What stands behind a word\n\n"
        "- **@login**: the GitHub name of a mentor who is listed here and has room, with or without the `@`.\n"
        "- **how long**: `30d`, `3 weeks`, `2 months`, or the last day as a date, `2027-01-31`. Without it, 30 days.\n"
        "- **number**: how many mentees you take at once, from 0 to 20.\n"
        "- **text**, **your words**, **your question**: anything, on the same line and on the lines below.\n"
        "- **reason**: one of these, or nothing. It is passed on as a sentence:\n\n"
        f"| Reason | What the mentee reads |\n|---|---|\n{reasons}"
    )


def _reading_part() -> str:
    return (
        "## How comments are read\n\n"
        f"- Words count on the **first line** of a comment, which must begin with one. Up to {MOST_COMMANDS} may stand there: "
        "`/capacity 1 /confirm`. Capital letters do not matter.\n"
        "- In quotes, in code and in the middle of a sentence they are only words.\n"
        "- A comment counts **as it was first written**. To change your mind, write a new one. Editing or deleting a comment takes "
        "nothing back that was noted.\n"
        "- Without a word, a comment is talk. Two replies count all the same: the mentee's next comment after `/ask`, and the "
        "mentor's answer to a quick question.\n"
        "- Closing the issue means: taken back (by the person who asks, while it waits), a no (by the mentor, while it waits), "
        "or its end.\n"
        "- A word that does not count is answered with the reason and with what counts instead. Nothing is changed then."
    )


def _states_page(settings: Settings) -> str:
    parts = [
        "# The states of a request",
        "Every request is in one of these states, and shows it in its first comment and as a label. Every wait has an end.",
        "![The states of a request and the words that lead from one to the next; the tables below say the same]"
        "(../assets/lodestar/request-states.svg)\n\n[The picture alone, to enlarge it](../assets/lodestar/request-states.svg)",
        "## While it is open",
        _open_table(settings.requests.days),
        "## When it has ended",
        _ended_table(),
        "## Reminders",
        _reminders(settings.requests.days),
        "## Limits",
        _limits(settings),
        "The days and limits are this community's own. They stand under `requests` in [the settings](directory.md). "
        "What can be said in each state, and by whom: [What can be said](commands.md).",
    ]
    return "\n\n".join(parts) + "\n"


def _open_table(days: Days) -> str:
    endings = by_itself(days)
    rows = [
        f"| `{state}` | {_about(state)} *{_(STATE[state].waits_for)}.* | {_leading_on(state)}.<br>**By itself:** {endings[state]}. |"
        for state in STATES
        if state not in ENDINGS
    ]
    return "\n".join(["| State | What it means, and whose turn it is | What leads on |", "|---|---|---|", *rows])


def _ended_table() -> str:
    rows = [f"| `{state}` | {_about(state)} | {_leading_on(state)} |" for state in STATES if state in ENDINGS]
    return "\n".join(["| State | What it means | What leads on |", "|---|---|---|", *rows])


def _about(state: str) -> str:
    return f"**{_(STATE[state].title)}.** {_(STATE[state].meaning)}"


def _leading_on(state: str) -> str:
    names = [f"`/{command.name}`" for command in COMMANDS if state in command.states and command.name in MOVING]
    return ", ".join(names) or "none"


def by_itself(days: Days) -> dict[str, str]:
    """Say for each open state what happens when nobody does anything, in a community's own days."""
    expiry, third = days.expiry, max(1, days.first_contact // 3)
    return {
        **{
            row.name: f"expires after {counted(row.wait.times * getattr(days, row.wait.days), 'day')}"
            for row in STATE.values()
            if row.wait
        },
        "accepted": f"ends after {counted(days.first_contact, 'day')} without `/started`, with reminders after {third} and {2 * third}; "
        "in a program without a mentor, when the program is over",
        "trial": f"both are asked after {counted(days.trial, 'day')}, or as the mentor's file says; {counted(expiry, 'day')} later it is active",
        "active": "both are asked after two of the mentor's cadences without a comment (at least 14 days), "
        f"or after {counted(days.check_in, 'day')} where there is none, and again {counted(expiry, 'day')} later; after {expiry} more it ends. "
        "A quick question or an interview is then completed",
        "on-break": f"goes on after its last day, which is at most {counted(days.break_at_most, 'day')} away",
    }


def _reminders(days: Days) -> str:
    first, second, pause = (
        counted(days.first_reminder, "day"),
        counted(days.second_reminder, "day"),
        counted(days.pause_after_silence, "day"),
    )
    return "\n".join(
        [
            f"- A mentor who was asked is mentioned when the request comes, and once more after {first}. After {second} a coordinator is "
            "mentioned, and the mentor is addressed by name. **There are three mentions in one request, whatever happens.**",
            f"- An open request mentions nobody at first. After {second} without a mentor, a coordinator is.",
            "- The person who asks is never mentioned: GitHub tells the author of an issue about every comment in it anyway.",
            f"- A question to the person who asks is repeated after {first} and {second}. What is incomplete or held is repeated after {second}.",
            f"- A mentor who leaves two requests in a row without any answer is shown as paused for {pause}. `/resume` ends that at once.",
            "- A wait for a mentor counts from when they were told, if the bot was more than 36 hours late with it.",
            "- Reminders and ends come with the daily run, so they may be a day late, or more when GitHub skips a run. They never come early.",
        ]
    )


def _limits(settings: Settings) -> str:
    limits = settings.requests.limits
    return "\n".join(
        [
            f"- One person has at most {counted(limits.open_for_each_mentee, 'open request')}, and one with the same mentor.",
            f"- A mentor with {counted(limits.waiting_for_each_mentor, 'request')} to answer, without a free place, paused or not confirmed for long cannot be asked.",
            "- Nobody can ask themselves.",
            "- A quick question and an interview take none of a mentor's places. A group has places of its own, `group_size` in the mentor's file.",
        ]
    )
