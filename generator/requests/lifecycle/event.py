"""Which issue an event is about, for the bot to read that issue's whole thread.

An event only says where to look; what is true is in the thread. So little is taken from it: one
number, and only when a person did something that can change a request. What the bot does itself must not
wake it again, a pull request's conversation is not a request, and a deleted or transferred issue has no
thread to read any more. An event file is someone else's JSON and may hold anything, so nothing in it is
relied on: what is not understood is about no issue, and the daily sweep finds whatever that left out.
"""

from typing import Any

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
