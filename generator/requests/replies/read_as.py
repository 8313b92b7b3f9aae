"""The line of the status that says what was done because of someone's plain words, and how to take that back."""

from generator.requests.commands.command import MENTEE
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState
from generator.requests.replies.markdown_links import mentee_of, name_of
from generator.text.catalogue import N_, _

_SENTENCES = {
    "accept": N_("I read what {who} wrote as a yes. Not what you meant? Reply `undo`."),
    "admit": N_("I read what {who} wrote as a yes. Not what you meant? Reply `undo`."),
    "interested": N_("I read what {who} wrote as a yes. Not what you meant? Reply `undo`."),
    "decline": N_("I read what {who} wrote as a no. Not what you meant? Reply `undo`."),
    "ask": N_("I read what {who} wrote as a question. Not what you meant? Reply `undo`."),
    "waitlist": N_("I read what {who} wrote as “later”. Not what you meant? Reply `undo`."),
    "goal": N_("I noted the goal that {who} wrote. Not what you meant? Reply `undo`."),
    "done": N_("I ticked what {who} wrote. Not what you meant? Reply `undo`."),
    "agree": N_("I noted what {who} wrote as agreed. Not what you meant? Reply `undo`."),
    "redirect": N_("I passed this on because of what {who} wrote. Not what you meant? Reply `undo`."),
}


def read_as(request: RequestState, context: RequestContext) -> str:
    """Say what was done because of plain words, and how to take that back."""
    if request.understood is None:
        return ""
    event = request.understood.event
    who = mentee_of(request, context) if event.role == MENTEE else name_of(event.by.handle, context)
    text = _SENTENCES.get(
        event.command, N_("I did this because of what {who} wrote. Not what you meant? Reply `undo`.")
    )
    return f"<sub>{_(text, who=who)}</sub>"
