"""Which issue an event is about, for the bot to read that issue's whole thread.

An event only says where to look; what is true is in the thread. So little is taken from it: one
number, and only when a person did something that can change a request. What the bot does itself must not
wake it again, a pull request's conversation is not a request, and a deleted or transferred issue has no
thread to read any more. An event file is someone else's JSON and may hold anything, so nothing in it is
relied on: what is not understood is about no issue, and the daily sweep finds whatever that left out.
"""

from datetime import datetime, timedelta
from typing import Any

from generator.requests.forms.form import Forms
from generator.requests.forms.leave_form import asks_to_leave
from generator.requests.forms.reader import read_form
from generator.text.timestamps import read_time

STATE_LABEL = "state: "
"""How the label that shows a request's state begins."""
GOES_ON = "<!-- lodestar:availability after "
"""How an availability issue begins that the bot opened to go on from an earlier one."""
_A_SWEEP = timedelta(hours=2)
"""No sweep takes longer, from its first look to its end."""
READ = {
    "issues": frozenset({"opened", "edited", "closed", "reopened"}),
    "issue_comment": frozenset({"created", "edited", "deleted"}),
}
"""The events that can change a request, by the names the workflows know; labels, assignees and locks are the bot's own to set."""


def issue_of(event: Any) -> int | None:
    """Return the number of the issue that an event wants read, or None when there is nothing to do."""
    if not isinstance(event, dict):
        return None
    issue, action, sender = event.get("issue"), event.get("action"), event.get("sender")
    name = "issue_comment" if "comment" in event else "issues"
    if not isinstance(issue, dict) or not isinstance(action, str) or action not in READ[name]:
        return None
    if issue.get("pull_request") or (isinstance(sender, dict) and sender.get("type") == "Bot"):
        return None
    number = issue.get("number")
    return number if isinstance(number, int) and not isinstance(number, bool) and number > 0 else None


def may_be_ours(issue: Any, availability_issue: int | None, forms: Forms) -> bool:
    """Whether an issue's comments are worth reading: it has a form, a state that the bot gave it, or is the availability issue.

    Only the bot and maintainers can give a label. Where both form and label are gone, the sweep still finds it.
    """
    if not isinstance(issue, dict) or issue.get("number") == availability_issue:
        return True
    if availability_issue is not None and _may_go_on(issue):
        return True
    labels = issue.get("labels") or ()
    names = (one.get("name") if isinstance(one, dict) else one for one in labels) if isinstance(labels, list) else ()
    if any(str(name).startswith(STATE_LABEL) for name in names):
        return True
    body = issue.get("body")
    if not isinstance(body, str):
        return False
    body = body.replace("\r\n", "\n").replace("\r", "\n")
    return read_form(body, forms) is not None or asks_to_leave(body)


def _may_go_on(issue: dict[str, Any]) -> bool:
    user, body = issue.get("user"), issue.get("body")
    return isinstance(user, dict) and user.get("type") == "Bot" and isinstance(body, str) and body.startswith(GOES_ON)


def is_settled(issue: dict[str, Any], swept: datetime | None) -> bool:
    """Whether an issue has not changed since a sweep that ended well at a time looked at it."""
    try:
        return swept is not None and read_time(issue["updated_at"]) < swept - _A_SWEEP
    except (KeyError, TypeError, ValueError):
        return False
