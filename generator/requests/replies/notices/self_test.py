"""The comments in an issue with which a mentor tests whether notifications reach them."""

from datetime import timedelta

from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState
from generator.requests.replies.markdown_links import availability_thread, find_mentors, mentee_of
from generator.requests.replies.notices.notice import Notice, paragraphs
from generator.text.catalogue import _
from generator.text.dates import day_ahead
from generator.text.github_addresses import NOTIFICATION_SETTINGS


def begin(request: RequestState, context: RequestContext) -> Notice:
    """Explain the test; nobody is mentioned yet, because GitHub notifies the author of an issue of everything in it."""
    on = day_ahead(request.since + timedelta(days=1), context.today)
    parts = [
        _("{mentee}, please **unsubscribe** from this conversation now.", mentee=mentee_of(request, context)),
        _(
            "The issue is yours, so otherwise GitHub tells you everything here, and we’d learn nothing. "
            "I’ll mention you on {day}, or the day after. When that reaches you, come back and reply `/complete`.",
            day=on,
        ),
    ]
    return Notice(paragraphs(parts))


def call(request: RequestState, context: RequestContext) -> Notice:
    """Mention the author, a day later."""
    parts = [
        _("@{login}, this is the test. Did a notification bring you here?", login=request.mentee.handle),
        _("Then reply `/complete`."),
        _(
            "If you only found this by looking, write nothing. In your [notification settings]({settings}), switch on "
            "`Participating, @mentions and custom` for an e-mail address that you read. Then open a new test.",
            settings=NOTIFICATION_SETTINGS,
        ),
    ]
    return Notice(paragraphs(parts), (request.mentee.handle,))


def failed(request: RequestState, context: RequestContext) -> Notice:
    """Say what to check when the notification did not arrive."""
    issue = availability_thread(context)
    parts = [
        _("{mentee}, it seems that my notification didn’t reach you.", mentee=mentee_of(request, context)),
        _(
            "In your [notification settings]({settings}), switch on `Participating, @mentions and custom`, "
            "and look into your spam folder. Then open a new test.",
            settings=NOTIFICATION_SETTINGS,
        ),
        _("Until it works, you can [pause new requests]({issue}).", issue=issue) if issue else "",
    ]
    return Notice(paragraphs(parts))


def passed(request: RequestState, context: RequestContext) -> Notice:
    """Confirm that it works."""
    parts = [
        _("It works, {mentee}: my notification reached you.", mentee=mentee_of(request, context)),
        _(
            "When someone asks for your help, I’ll mention you the same way. [See the mentors]({mentors}).",
            mentors=find_mentors(context),
        ),
    ]
    return Notice(paragraphs(parts))
