"""What mentor and mentee may both say about their work: what they agreed on, their goals, and what is reached."""

from dataclasses import replace
from datetime import date

from generator.model.mentorship import Agreement, Goal
from generator.requests.commands.command import MENTEE, MENTOR, RUNNING, Command
from generator.requests.lifecycle.bot_memory import Event
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.rhythm import roadmap_of
from generator.requests.lifecycle.state import RequestState
from generator.requests.understanding.goal_words import (
    MOST_GOALS,
    agreed_in,
    goals_in,
    read_agreement,
    remembered,
    which,
    written,
)
from generator.text.catalogue import N_, _, ngettext
from generator.text.closest import closest
from generator.text.counting import listed
from generator.text.markdown_escape import code

_BOTH = (MENTOR, MENTEE)
_UNDATED = "-"


def set_goals(request: RequestState, event: Event) -> RequestState:
    """Add goals; the event's words are the day of each, or a dash."""
    known = request.mentorship.goals
    added = tuple(
        Goal(len(known) + place + 1, event.event_id, place, _day(due))
        for place, due in enumerate(event.words.split(","))
    )
    return replace(request, mentorship=replace(request.mentorship, goals=(*known, *added)[:MOST_GOALS]))


def _day(written_day: str) -> date | None:
    try:
        return date.fromisoformat(written_day)
    except ValueError:
        return None


def days_of_goals(request: RequestState, event: Event, context: RequestContext) -> str:
    """Return what is remembered of new goals: how many there are, and their days; none of their words."""
    found = goals_in(event.words, event.at.date())
    return ",".join(one.due.isoformat() if one.due else _UNDATED for one in found)


def may_set_goals(request: RequestState, event: Event, context: RequestContext) -> str | None:
    """A goal has a text, and nobody has too many."""
    found = goals_in(event.words, event.at.date())
    if not found:
        return _("Please write your goal after `/goal`, like `/goal First pull request by 1 May`.")
    if len(request.mentorship.goals) + len(found) > MOST_GOALS:
        return ngettext(
            "There can be {count} goal at most, so nothing has changed.",
            "There can be {count} goals at most, so nothing has changed.",
            MOST_GOALS,
        )
    return None


def mark_done(request: RequestState, event: Event) -> RequestState:
    """Tick a goal or a step."""
    return _marked(request, event, done=True)


def mark_open(request: RequestState, event: Event) -> RequestState:
    """Take a tick away."""
    return _marked(request, event, done=False)


def _marked(request: RequestState, event: Event, done: bool) -> RequestState:
    kind, _space, name = event.words.partition(" ")
    at = event.at if done else None
    if kind == "step":
        return replace(request, mentorship=request.mentorship.with_step(name, at))
    return replace(request, mentorship=request.mentorship.with_goal(int(name), done=at)) if name.isdigit() else request


def drop_goal(request: RequestState, event: Event) -> RequestState:
    """Take a goal off the list."""
    name = event.words.rpartition(" ")[2]
    return (
        replace(request, mentorship=request.mentorship.with_goal(int(name), dropped=True))
        if name.isdigit()
        else request
    )


def name_of_target(request: RequestState, event: Event, context: RequestContext) -> str:
    """Return which goal or step is meant: a goal by its number, a step by its id, which stays when steps change places."""
    kind, number = which(event.words) or ("goal", 0)
    roadmap = roadmap_of(request, context)
    if kind == "step" and roadmap:
        return f"step {roadmap.steps[number - 1].id}"
    return f"goal {number}"


def is_on_the_list(request: RequestState, event: Event, context: RequestContext) -> str | None:
    """What is ticked or dropped is there."""
    found, roadmap = which(event.words), roadmap_of(request, context)
    numbers = [str(one.number) for one in request.mentorship.current]
    steps = len(roadmap.steps) if roadmap and event.command != "drop" else 0
    if found and found[0] == "step" and 0 < found[1] <= steps:
        return None
    if found and found[0] == "goal" and str(found[1]) in numbers:
        return None
    if not numbers and not steps:
        return _("There are no goals yet, so nothing has changed. To write one down, begin with `/goal`.")
    examples = [f"`/{event.command} {number}`" for number in numbers[:1]]
    examples += [f"`/{event.command} step 1`"] if steps else []
    unknown = _("I don’t know which one you mean, so nothing has changed.")
    return f"{unknown}\n\n{_('Please write its number, like {examples}.', examples=listed(examples))}"


def agree(request: RequestState, event: Event) -> RequestState:
    """Keep what was agreed; what was not named stays as it was."""
    before = request.mentorship.agreement
    return replace(request, mentorship=replace(request.mentorship, agreement=remembered(event.words, before)))


def words_of_agreement(request: RequestState, event: Event, context: RequestContext) -> str:
    """Return what is remembered of an agreement: ids and numbers."""
    return written(_agreement(event))


def _agreement(event: Event) -> Agreement:
    return agreed_in(event.words, event.at.date()) or read_agreement(event.words, event.at.date())


def can_be_agreed(request: RequestState, event: Event, context: RequestContext) -> str | None:
    """An agreement says at least one thing that can be kept."""
    if _agreement(event):
        return None
    return _(
        "I couldn’t read what you agreed on, so nothing has changed. For example: `/agree every two weeks by video, trial 30 days, until 1 May`."
    )


def choose_roadmap(request: RequestState, event: Event) -> RequestState:
    """Follow a roadmap; steps of another one that were done stay noted."""
    return replace(request, mentorship=replace(request.mentorship, roadmap=event.words))


def id_of_roadmap(request: RequestState, event: Event, context: RequestContext) -> str:
    """Return the id of the roadmap that is meant."""
    words = event.words.strip(" `/").rpartition("/")[2].casefold()
    by_title = {one.title.casefold(): one.id for one in context.directory.roadmaps.values()}
    return by_title.get(words, words)


def is_a_roadmap(request: RequestState, event: Event, context: RequestContext) -> str | None:
    """The roadmap exists."""
    known = context.directory.roadmaps
    if id_of_roadmap(request, event, context) in known:
        return None
    if not known:
        return _("There are no roadmaps here yet, so nothing has changed.")
    near = closest(event.words, list(known))
    if near:
        return _("I don’t know that roadmap, so nothing has changed. Did you mean `/roadmap {near}`?", near=near)
    return _(
        "I don’t know the roadmap {words}, so nothing has changed. There are {roadmaps}.",
        words=code(event.words, 40),
        roadmaps=listed([f"`{one}`" for one in list(known)[:8]]),
    )


AGREE = Command(
    "agree",
    _BOTH,
    RUNNING,
    agree,
    argument="what you agreed",
    check=can_be_agreed,
    noted=words_of_agreement,
    takes_text=True,
    summary=N_("Note what you agreed, for example `/agree every two weeks by video, until 1 May`."),
    more=N_(
        "I understand how often you talk, the channel, structured, balanced or flexible, a trial in days or weeks, and the end: a day, “until the goals are reached”, or “open end”. What you don’t name stays as it was. At the end I ask you both; only you end it."
    ),
)
GOAL = Command(
    "goal",
    _BOTH,
    RUNNING,
    set_goals,
    argument="text",
    check=may_set_goals,
    noted=days_of_goals,
    takes_text=True,
    summary=N_("Add a goal, for example `/goal First merged pull request by 1 May`. A list makes several."),
    more=N_(
        "A day after “by” is when you want to be there. If you write your goals as a task list, you can tick them in your own comment; I take over the tick."
    ),
)
DONE = Command(
    "done",
    _BOTH,
    RUNNING,
    mark_done,
    argument="number",
    check=is_on_the_list,
    noted=name_of_target,
    offered=lambda request, role: bool(request.mentorship.current or _may_have_steps(request)),
    summary=N_("Tick a goal or a step of the roadmap: `/done 2` or `/done step 3`."),
)
TODO = Command(
    "todo",
    _BOTH,
    RUNNING,
    mark_open,
    argument="number",
    check=is_on_the_list,
    noted=name_of_target,
    offered=lambda request, role: request.mentorship.last_reached is not None,
    summary=N_("Take a tick away: `/todo 2` or `/todo step 3`."),
)
DROP = Command(
    "drop",
    _BOTH,
    RUNNING,
    drop_goal,
    argument="number",
    check=is_on_the_list,
    noted=name_of_target,
    offered=lambda request, role: bool(request.mentorship.current),
    summary=N_("Take a goal off the list: `/drop 2`. The other goals keep their numbers."),
)
ROADMAP = Command(
    "roadmap",
    _BOTH,
    RUNNING,
    choose_roadmap,
    argument="name",
    check=is_a_roadmap,
    noted=id_of_roadmap,
    offered=lambda request, role: not _may_have_steps(request) and not request.one_off,
    summary=N_("Follow a roadmap together. Its steps become a checklist here."),
)


def _may_have_steps(request: RequestState) -> bool:
    return bool(request.mentorship.roadmap or (request.asked and request.asked.roadmap))
