"""What two follow, and when it is over: as they agreed, or as the files say."""

from datetime import datetime

from generator.model.mentorship import GOALS
from generator.model.program import Roadmap
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.durations import end_of
from generator.requests.lifecycle.state import RequestState


def roadmap_of(request: RequestState, context: RequestContext) -> Roadmap | None:
    """Return the roadmap that two follow: the one they chose, or else the one of their program."""
    program = context.directory.programs.get(request.asked.program) if request.asked else None
    chosen = request.mentorship.roadmap or (request.asked.roadmap if request.asked else "")
    return context.directory.roadmaps.get(chosen or (program and program.roadmap) or "")


def end_condition(request: RequestState) -> str:
    """Return when a mentorship ends: as agreed, or with its goals where it is about one project."""
    agreed = request.mentorship.agreement.until
    project = request.asked is not None and request.asked.relationship == "project-focused"
    return agreed or (GOALS if project else "")


def finish_of(request: RequestState) -> tuple[datetime, str] | None:
    """Return when the end condition was met, or will be, and a name for that; None where nothing is agreed or open.

    The bot only asks; people end what they began.
    """
    until, mentorship = end_condition(request), request.mentorship
    if until == GOALS:
        goals, reached = mentorship.current, mentorship.last_reached
        if not goals or reached is None or not all(one.done for one in goals):
            return None
        return reached, f"goals-{len(goals)}-{reached:%Y%m%d}"
    day = mentorship.agreement.last_day
    return (end_of(day), f"day-{day:%Y%m%d}") if day else None


def is_asked_to_finish(request: RequestState) -> bool:
    """Whether the bot's open question is about the end condition."""
    finish = finish_of(request)
    return bool(finish and request.questions == 1 and request.mentorship.asked_to_finish == finish[1])
