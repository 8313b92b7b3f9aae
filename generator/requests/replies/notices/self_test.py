"""The comments in an issue with which a mentor tests whether notifications reach them."""

from datetime import timedelta

from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState
from generator.requests.replies.notices.notice import Notice, paragraphs
from generator.text.catalogue import _
from generator.text.dates import day
from generator.text.github_addresses import NOTIFICATION_SETTINGS, NOTIFICATIONS


def begin(request: RequestState, context: RequestContext) -> Notice:
    """Explain the test; nobody is mentioned yet, because GitHub notifies the author of an issue of everything in it."""
    steps = [
        _(
            "1. Choose **Unsubscribe** next to this conversation now. Otherwise GitHub notifies you of everything here, because the issue is yours."
        ),
        _(
            "2. Please write nothing else here. On {day} or the day after, I'll mention you in a comment.",
            day=day(request.since + timedelta(days=1)),
        ),
        _(
            "3. When you're notified by e-mail, in the app or at {notifications}, come back and comment `/complete`.",
            notifications=NOTIFICATIONS,
        ),
    ]
    opening = _("This tests whether GitHub notifies you when I mention you, as I do when someone asks for your help.")
    return Notice(paragraphs([opening, "\n".join(steps)]))


def call(request: RequestState, context: RequestContext) -> Notice:
    """Mention the author, a day later."""
    body = _(
        "@{login}, this is the test. Did a notification bring you here? Then comment `/complete`. "
        "Did you only find this by looking? Then write nothing, and check {settings}: "
        "`Participating, @mentions and custom` must be on, with an e-mail address that you read. Then open a new test.",
        login=request.mentee.handle,
        settings=NOTIFICATION_SETTINGS,
    )
    return Notice(body, (request.mentee.handle,))


def failed(request: RequestState, context: RequestContext) -> Notice:
    """Say what to check when the notification did not arrive."""
    number = context.directory.settings.requests.availability_desk
    until_then = (
        _(
            "Until it works, comment `/pause` on the availability issue (#{number}), or check the list of open requests on the site now and then.",
            number=number,
        )
        if number
        else _("Until it works, check the list of open requests on the site now and then.")
    )
    parts = [
        _("There was no answer, so I assume the notification didn't reach you."),
        _(
            "Please check {settings}: `Participating, @mentions and custom` must be on. Check your spam folder, too. Then open a new test.",
            settings=NOTIFICATION_SETTINGS,
        ),
    ]
    return Notice(paragraphs([" ".join(parts), until_then]))


def passed(request: RequestState, context: RequestContext) -> Notice:
    """Confirm that it works."""
    return Notice(
        _("It works: my notification reached you. When someone asks for your help, I'll mention you the same way.")
    )
