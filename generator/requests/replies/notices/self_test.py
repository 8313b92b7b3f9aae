"""What is said in an issue with which a mentor tests whether messages reach them."""

from datetime import timedelta

from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState
from generator.requests.replies.notices.notice import Notice
from generator.text.dates import day


def begin(request: RequestState, context: RequestContext) -> Notice:
    """Explain the test; nothing is mentioned yet, because the author of an issue hears of everything in it anyway."""
    body = (
        "This tests whether GitHub tells you when I mention you, as I do when somebody asks you for help.\n\n"
        "1. Press **Unsubscribe** beside this conversation now. Otherwise you hear of everything here merely because the issue is yours.\n"
        f"2. Write nothing more here. On {day(request.since + timedelta(days=1))} or the day after, I mention you in a comment.\n"
        "3. When that message arrives, by mail, in the app or at https://github.com/notifications, come back and begin a comment with `/complete`."
    )
    return Notice(body)


def call(request: RequestState, context: RequestContext) -> Notice:
    """Mention the author, a day later."""
    body = f"@{request.mentee.handle}, this is the test. If a message brought you here, write `/complete`. If you only found this by looking, write nothing, and see https://github.com/settings/notifications: `Participating, @mentions and custom` must not be off, and the address there must be one that you read. Then open a new test."
    return Notice(body, (request.mentee.handle,))


def failed(request: RequestState, context: RequestContext) -> Notice:
    """Say what to look at when the message did not arrive."""
    desk = context.directory.settings.requests.availability_desk
    pause = f"write `/pause` at the availability desk (#{desk}), or " if desk else ""
    body = (
        "There was no answer, so I take it that the message did not reach you. Please look at https://github.com/settings/notifications: `Participating, @mentions and custom` must not be off, "
        f"and a spam folder may have caught the message. Then open a new test.\n\nUntil it works, {pause}look at the list of open requests on the site now and then."
    )
    return Notice(body)


def passed(request: RequestState, context: RequestContext) -> Notice:
    """Confirm that it works."""
    return Notice("It works: my message reached you. When somebody asks you for help, I write to you the same way.")
