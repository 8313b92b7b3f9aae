"""What is said beside the state of a request that was sent: what in its text does not count, or could be better."""

from generator.model.request_state import PENDING_STATES
from generator.requests.forms.reader import Reading
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState
from generator.requests.lifecycle.submission import fingerprint
from generator.text.catalogue import _


def tips_for(request: RequestState, reading: Reading | None, context: RequestContext) -> tuple[str, ...]:
    """Return the sentences, none for a request that was not sent."""
    if request.sent_at is None or request.asked is None:
        return ()
    named = reading.asked.mentor if reading else ""
    if (
        reading is None
        or fingerprint(reading.asked.goals) != request.goals_hash
        or (named and named != request.asked.mentor)
    ):
        return (
            _(
                "The text above was changed after it was sent. Only what was sent counts. Please write anything new in a comment."
            ),
        )
    warnings = reading.warnings
    if reading.asked.on_behalf and not request.mentee.on_behalf:
        warnings += (_("Only coordinators can ask on behalf of others, so this request counts as your own."),)
    if request.same and request.state in PENDING_STATES:
        numbers = ", ".join(f"#{number}" for number in request.same)
        return (
            *warnings,
            _(
                "You sent the same text in {numbers}. Mentors answer sooner when a request says why it is for them.",
                numbers=numbers,
            ),
        )
    return warnings
