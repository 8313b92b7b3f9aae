"""Turn the commands, the states and the timers into the reference pages of requests, so that they can't go stale."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

from generator.model.directory import Days, Settings
from generator.model.request import Person
from generator.model.request_state import ENDINGS, STATE, STATES
from generator.requests.commands import BY_NAME, COMMANDS
from generator.requests.commands.command import ANY_MENTOR, COORDINATOR, MENTEE, MENTOR, Command
from generator.requests.commands.mentor import REASONS
from generator.requests.commands.parse import MOST_COMMANDS
from generator.requests.lifecycle.bot_memory import BotMemory
from generator.requests.lifecycle.state import RequestState
from generator.requests.replies.deadlines import by_itself, limits_of, reminders
from generator.requests.replies.next_steps import OF_COORDINATORS
from generator.text.catalogue import N_, _

COMMANDS_PAGE = "reference/commands.md"
STATES_PAGE = "reference/states.md"
_LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
MOVING = tuple(
    command.name
    for command in COMMANDS
    if not command.about_availability
    and command.name
    not in ("agree", "roadmap", "goal", "done", "todo", "drop", "update", "thanks", "undo", "help", "on-behalf", "for")
)
"""The commands that lead from one state to another, or to another mentor; a test compares them with what they do."""

SPEAKERS = (
    ((MENTEE,), N_("The mentee"), N_("The person who opened the request.")),
    (
        (MENTOR,),
        N_("The mentor"),
        N_("The mentor who is asked now. If the request is passed on, that’s the next mentor."),
    ),
    ((MENTOR, MENTEE), N_("Mentor or mentee, after a yes"), N_("It’s enough if one of you writes it.")),
    ((ANY_MENTOR,), N_("Every mentor"), N_("Any listed mentor, in an open request: one without a mentor.")),
    (
        (COORDINATOR,),
        N_("Coordinators"),
        N_(
            "Everyone under `coordinators` in the settings. In requests to a program, the program’s own coordinators, too."
        ),
    ),
)
"""Who may use a command, with a title and who that is."""


def request_reference_pages(settings: Settings) -> Iterator[tuple[str, str]]:
    """Yield the path below docs/ and the Markdown of each generated page about requests, with a community's own days."""
    yield COMMANDS_PAGE, _commands_page()
    yield STATES_PAGE, _states_page(settings)


def _commands_page() -> str:
    parts = [
        f"# {_('Commands')}",
        _(
            "In a request, just reply in your own words. A command is the exact way to say the same, and starts with a slash. "
            "The bot’s first comment in each request always lists the commands you can use now."
        ),
        *(_part(roles, _(title), _(about)) for roles, title, about in SPEAKERS),
        _applications_part(),
        _availability_part(),
        _profiles_part(),
        _arguments_part(),
        _reading_part(),
    ]
    return "\n\n".join(parts) + "\n"


def _part(roles: tuple[str, ...], title: str, about: str) -> str:
    rows = [(_written(one), _does(one), _when(one, roles[0])) for one in _commands_of(roles)]
    return f"## {title}\n\n{about}\n\n{_table((_('Command'), _('What it does'), _('When you can use it')), rows)}"


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (heads, ["---"] * len(heads), *rows))


def _commands_of(roles: tuple[str, ...]) -> list[Command]:
    """Return what exactly these may use; what both may use at different times is listed for each of them."""
    alone = [
        command
        for command in COMMANDS
        if not command.about_availability
        and roles[0] in command.roles
        and len(roles) == 1
        and not (command.of_applications and command.roles == (COORDINATOR,))
    ]
    both = [
        command
        for command in COMMANDS
        if set(command.roles) == {MENTOR, MENTEE} and _states_of(command, MENTOR) == _states_of(command, MENTEE)
    ]
    return [command for command in alone if command not in both] if len(roles) == 1 else both


def _applications_part() -> str:
    about = _(
        "Coordinators of a program decide about each application to it. "
        "“Yes”, “no” or “later” in their own words counts too, and `undo` takes that back."
    )
    rows = [
        (f"`/{command.name}`", _(OF_COORDINATORS.get(command.name, command.summary)), _listed(command.of_applications))
        for command in (BY_NAME["admit"], BY_NAME["waitlist"], BY_NAME["decline"])
    ]
    table = _table((_("Command"), _("What it does"), _("When you can use it")), rows)
    more = _(
        "When a spot of a program is free again, the daily run gives it to the oldest application on the waiting list. "
        "Whoever has a spot keeps it when a mentor says no: a coordinator then finds another mentor with `/reassign`."
    )
    return f"## {_('In an application to a program')}\n\n{about}\n\n{table}\n\n{more}"


def _profiles_part() -> str:
    about = _("In the issue of someone who wants to become a mentor, coordinators have two commands:")
    rows = [
        ("`/publish`", _("Open a pull request with the profile as the bot has shown it, or bring that one up to date")),
        ("`/hold`", _("Publish nothing until a coordinator comments `/publish`")),
    ]
    table = _table((_("Command"), _("What it does")), rows)
    return f"## {_('In the issue of a profile')}\n\n{about}\n\n{table}"


def _availability_part() -> str:
    commands = [command for command in COMMANDS if command.about_availability]
    about = _(
        "The availability issue is one pinned issue where mentors change their availability. "
        "A mentor can also use these commands in any request to them."
    )
    rows = [(_written(command), _does(command)) for command in commands]
    return f"## {_('In the availability issue')}\n\n{about}\n\n{_table((_('Command'), _('What it does')), rows)}"


def _written(command: Command) -> str:
    return f"`/{command.name}`" + (f" *{command.argument}*" if command.argument else "")


def _does(command: Command) -> str:
    """Return the whole explanation of a command in one line."""
    return f"{_(command.summary)} {_(command.more)}".strip() if command.more else _(command.summary)


def _states_of(command: Command, role: str) -> tuple[str, ...]:
    """Return the states in which a command is worth offering to someone in a role."""
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
        return _("at any time")
    if set(states) >= set(STATES) - ENDINGS:
        return _("until it has ended")
    return _listed(states)


def _listed(states: Sequence[str]) -> str:
    return ", ".join(f"`{state}`" for state in states)


def _arguments_part() -> str:
    reasons = [(f"`{reason}`", _(sentence, mentor=_("The mentor"))) for reason, sentence in REASONS.items()]
    rows = [
        _("**@login**: the GitHub name of a mentor who is listed here and has a free spot, with or without the `@`."),
        _(
            "**how long**: `30d`, `3 weeks`, `2 months`, or the last day as a date, like `2027-01-31`. If you leave it out: 30 days."
        ),
        _("**number**: how many mentees you take at the same time, from 0 to 20."),
        _("**text**, **your words**, **your question**: anything, on the same line and on the lines below."),
        _("**reason**: one of these, or nothing. The mentee gets it as a sentence:"),
    ]
    title = _("What you can write after a command")
    return f"## {title}\n\n{_list(rows)}\n\n{_table((_('Reason'), _('What the mentee reads')), reasons)}"


def _list(rows: Iterable[str]) -> str:
    return "\n".join(f"- {row}" for row in rows)


def _reading_part() -> str:
    rows = [
        _(
            "Commands count on the **first line** of a comment. The comment must start with one, and the line can have up to {count}: "
            "`/capacity 1 /confirm`. Capital letters don’t matter.",
            count=MOST_COMMANDS,
        ),
        _("In a quote, in code or in the middle of a sentence, a command doesn’t count."),
        _(
            "A comment counts **as you first wrote it**. To change your mind, write a new one. "
            "If you edit or delete a comment, its command still counts."
        ),
        _(
            "You can talk freely in a comment without a command. Two replies count anyway: the mentee’s next comment after `/ask`, "
            "and the mentor’s answer to a quick question."
        ),
        _(
            "Closing the issue counts, too. While the request is waiting, the mentee withdraws it this way and the mentor declines it. "
            "Later, it ends the mentorship."
        ),
        _(
            "If a command doesn’t count, the bot answers with the reason and with commands that do. Nothing has changed then."
        ),
    ]
    return f"## {_('How the bot reads comments')}\n\n{_list(rows)}"


def _states_page(settings: Settings) -> str:
    picture = "../assets/lodestar/request-states.svg"
    alternative = _(
        "The states of a request and the commands that lead from one to the next. The tables below say the same."
    )
    parts = [
        f"# {_('The states of a request')}",
        _(
            "Every request is in one of these states. Its first comment and its label show which. "
            "No request waits forever: each has a deadline."
        ),
        f"![{alternative}]({picture})\n\n[{_('Open the picture alone, to enlarge it')}]({picture})",
        f"## {_('Open requests')}",
        _open_table(settings.requests.days),
        f"## {_('Ended requests')}",
        _ended_table(),
        f"## {_('Reminders')}",
        _list(reminders(settings.requests.days)),
        f"## {_('Limits')}",
        _list(limits_of(settings.requests.limits)),
        _(
            "Each community sets its own days and limits, under `requests` in [the settings](directory.md). "
            "All commands, and who can use them: [Commands](commands.md)."
        ),
    ]
    return "\n\n".join(parts) + "\n"


def _open_table(days: Days) -> str:
    endings = by_itself(days)
    rows = [
        (
            f"`{state}`",
            f"{_about(state)} *{_(STATE[state].waits_for)}*",
            f"{_leading_on(state)}<br>**{_('If nobody does anything:')}** {endings[state]}",
        )
        for state in STATES
        if state not in ENDINGS
    ]
    return _table((_("State"), _("What it means"), _("What comes next")), rows)


def _ended_table() -> str:
    rows = [(f"`{state}`", _about(state), _leading_on(state)) for state in STATES if state in ENDINGS]
    return _table((_("State"), _("What it means"), _("What can come next")), rows)


def _about(state: str) -> str:
    return f"**{_(STATE[state].title)}.** {_(STATE[state].meaning)}"


def _leading_on(state: str) -> str:
    names = [
        f"`/{command.name}`"
        for command in COMMANDS
        if state in (*command.states, *command.of_applications) and command.name in MOVING
    ]
    return ", ".join(names) or _("nothing")
