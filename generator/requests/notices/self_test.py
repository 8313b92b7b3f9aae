"""What is said in an issue with which a mentor tests whether messages reach them."""

from datetime import timedelta

from generator.requests.course import Course
from generator.requests.names import day
from generator.requests.notices.notice import Notice
from generator.requests.registry import Registry


def begin(course: Course, registry: Registry) -> Notice:
    """Explain the test; nothing is mentioned yet, because the author of an issue hears of everything in it anyway."""
    body = (
        "This tests whether GitHub tells you when I mention you, as it must when somebody asks you for help.\n\n"
        "1. Press **Unsubscribe** at the right of this page now. Otherwise you hear of everything here only because it is your issue.\n"
        f"2. Write nothing more here. After {day(course.since + timedelta(days=1))} I mention you in a comment.\n"
        "3. When that message arrives, by mail, in the app or at https://github.com/notifications, come back and write `/complete`."
    )
    return Notice(body)


def call(course: Course, registry: Registry) -> Notice:
    """Mention the author, a day later."""
    body = f"@{course.mentee.handle}, this is the test. If a message brought you here, write `/complete`: requests will reach you. If you only found this by looking, see https://github.com/settings/notifications: `Participating, @mentions and custom` must not be off, and the address there must be one that you read."
    return Notice(body, (course.mentee.handle,))


def failed(course: Course, registry: Registry) -> Notice:
    """Say what to look at when the message did not arrive."""
    body = "There was no answer, so I take it that the message did not arrive. Please look at https://github.com/settings/notifications: `Participating, @mentions and custom` must be on for mail or the web, and spam folders like to eat the first message. Then open a new test. Until it works, write `/pause` at the availability desk, or look at the list of open requests on the site now and then."
    return Notice(body)


def passed(course: Course, registry: Registry) -> Notice:
    """Confirm that it works."""
    return Notice("It works: when somebody asks you for help, you will hear of it the same way.")
