"""What happens by itself in requests, in sentences with a community's own days and limits: for the reference page."""

from collections.abc import Iterator

from generator.model.directory import Days, Limits
from generator.model.request_state import STATE
from generator.text.catalogue import _, ngettext
from generator.text.counting import days as counted_days


def by_itself(days: Days) -> dict[str, str]:
    """Say for each open state what happens when nobody does anything, in a community's own days."""
    return {
        **{
            row.name: ngettext(
                "It closes after {count} day.",
                "It closes after {count} days.",
                row.wait.times * getattr(days, row.wait.days),
            )
            for row in STATE.values()
            if row.wait
        },
        "waiting": _(
            "It closes after {expiry}. Without a mentor it’s on the waiting list, and closes after {list}. "
            "From day {first} on, the bot asks one mentor after the other who fits and is free. "
            "Each has {second} to answer.",
            expiry=counted_days(days.expiry),
            list=counted_days(days.waitlist),
            first=days.first_reminder,
            second=counted_days(days.second_reminder),
        ),
        "question": _(
            "The bot suggests other mentors after {days}. A word from either brings the request back.",
            days=counted_days(days.expiry),
        ),
        "talking": _(
            "The bot asks who is next after {days} without a comment, and again after another {days}. "
            "Then the request is `undecided`.",
            days=counted_days(days.conversation),
        ),
        "waitlisted": _(
            "The bot asks both on the day that the mentor named, or after {days}.", days=counted_days(days.waitlist)
        ),
        "undecided": _("Nothing. A reply from either brings it back."),
        "quiet": _(
            "The mentor gets the spot back after {days}. One word brings the mentorship back.",
            days=counted_days(days.quiet_spot),
        ),
        "accepted": _(
            "The bot asks both after {second}. If nobody responds, it’s `quiet` after {days}. "
            "In a program without a mentor, it ends with the program.",
            days=counted_days(days.first_contact),
            second=counted_days(2 * max(1, days.first_contact // 3)),
        ),
        "trial": _(
            "The bot asks both after {trial}, or after the time in the mentor’s profile. After another {expiry}, it continues as `active`.",
            trial=counted_days(days.trial),
            expiry=counted_days(days.expiry),
        ),
        "active": _(
            "The bot checks in after twice as long as the mentor usually meets (at least {least}), or every {check_in} "
            "if the profile doesn’t say how often. If two check-ins in a row get no answer, it’s `quiet` after {expiry}. "
            "A quick question or an interview is completed instead.",
            least=counted_days(14),
            check_in=counted_days(days.check_in),
            expiry=counted_days(days.expiry),
        ),
        "on-break": _(
            "It continues after the last day of the break. A break can last up to {days}.",
            days=counted_days(days.break_at_most),
        ),
    }


def reminders(days: Days) -> Iterator[str]:
    """Say when the bot reminds whom, and what it does about silence."""
    first, second = counted_days(days.first_reminder), counted_days(days.second_reminder)
    yield _(
        "The bot mentions a mentor when the request arrives, and again after {first}. After {second}, it suggests other mentors to the mentee. "
        "**A request never has more than three mentions.**",
        first=first,
        second=second,
    )
    yield _(
        "Any comment by the mentor is an answer, whatever its words. From then on, the request waits for whoever is next."
    )
    yield _("The bot never mentions the mentee. GitHub sends every comment to the author of the issue anyway.")
    yield _(
        "If the mentee doesn’t answer a question, the bot asks again after {first} and {second}. "
        "It reminds about an incomplete or held request after {second}.",
        first=first,
        second=second,
    )
    yield _(
        "A mentor who leaves a request without any answer, and gave no sign of life for long, is shown as paused for {days}, and longer each time. Any reply ends the pause at once.",
        days=counted_days(days.pause_after_silence),
    )
    yield _(
        "If the mentor wrote anything here, or changed or confirmed their profile in the last {lately}, it takes two requests, from two different people, "
        "and none from a GitHub account younger than {young} whose requests no mentor has answered.",
        lately=counted_days(days.sign_of_life),
        young=counted_days(days.newcomer),
    )
    yield _("If the bot notified a mentor more than 36 hours late, the deadline counts from that day.")
    yield _(
        "The bot checks deadlines once a day. Reminders can be a day late, or later if GitHub skips a run. They are never early."
    )


def limits_of(limits: Limits) -> Iterator[str]:
    """Say how many requests there can be at a time, and who can't be asked."""
    yield ngettext(
        "You can have {count} open request at a time.",
        "You can have up to {count} open requests at a time, and one with each mentor.",
        limits.open_for_each_mentee,
    )
    yield ngettext(
        "You can send {count} request within 24 hours. Requests you took back count too.",
        "You can send {count} requests within 24 hours. Requests you took back count too.",
        limits.sent_a_day,
    )
    yield ngettext(
        "You can ask the same mentor {count} time within 24 hours.",
        "You can ask the same mentor {count} times within 24 hours.",
        limits.sent_a_day_to_one_mentor,
    )
    yield ngettext(
        "A coordinator can have {count} open request on behalf of people without a GitHub account. It counts against no other limit.",
        "A coordinator can have {count} open requests on behalf of people without a GitHub account. They count against no other limit.",
        limits.open_on_behalf,
    )
    yield _("A request over a limit isn't lost. The bot sends it by itself once the limit allows it.")
    yield _(
        "One notification test of yours can be open at a time, and one request can wait for a coordinator’s review."
    )
    yield ngettext(
        "You can’t ask a mentor who has {count} request to answer.",
        "You can’t ask a mentor who has {count} requests to answer.",
        limits.waiting_for_each_mentor,
    )
    yield ngettext(
        "A mentor gets {count} new request within 24 hours at most, from everyone together.",
        "A mentor gets {count} new requests within 24 hours at most, from everyone together.",
        limits.new_a_day_for_each_mentor,
    )
    yield _(
        "You can’t ask a mentor who has no free spot, is paused, or hasn’t confirmed their profile for a long time."
    )
    yield _("You can’t ask yourself.")
    yield _(
        "A quick question or an interview takes no spot. A group has its own spots: `group_size` in the mentor’s profile."
    )
