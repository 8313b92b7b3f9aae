"""A mentor takes up an open request."""

from generator.requests.admission import can_take
from generator.requests.commands.command import ANY_MENTOR, Command
from generator.requests.course import Course, asking
from generator.requests.ledger import Said
from generator.requests.registry import Registry


def interested(course: Course, said: Said) -> Course:
    """Say that an open request is one for you. You are then told about it and can accept."""
    return asking(course, said.by.handle, said.at, said.mark)


def is_free_to_take(course: Course, said: Said, registry: Registry) -> str | None:
    """Only a request without a mentor can be taken up, by somebody with room who is not the mentee."""
    if course.mentor:
        return "This request has a mentor already. The list of open requests on the site shows who still looks for one."
    handle = registry.mentor_handle_of(said.by, course.ledger.ids)
    if said.by.id == course.mentee.id:
        return "This is your own request, so somebody else has to take it up."
    earlier = registry.open_between(course.mentee.handle, handle, course.number)
    if earlier:
        return f"The same person has an open request with you already: #{earlier.number}."
    if not can_take(handle, course.kind, registry):
        return "Your profile says that you cannot be asked at the moment. Write `/resume`, or `/capacity` and a number, and then `/interested` again."
    return None


COMMAND = Command("interested", (ANY_MENTOR,), ("waiting",), interested, check=is_free_to_take)
