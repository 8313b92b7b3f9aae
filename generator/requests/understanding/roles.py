"""Who can mean what: a reply's meanings follow from who writes it, and from the state of the request."""

PENDING = ("waiting", "question", "waitlisted", "expired")
RUNNING = ("accepted", "trial", "active", "quiet", "on-break")
CLASSES = (
    "accept", "decline", "later", "ask", "redirect", "unsure", "away", "started", "active", "complete", "end",
    "withdraw", "thanks", "help", "none",
)  # fmt: skip
"""What the small model tells apart: the meanings, and "unsure" for what a person would ask back about."""
_ANSWER, _WISH, _COMPANY = "answer", "wish", "company"
_CLASSES_OF = {
    _ANSWER: ("accept", "decline", "later", "ask", "redirect", "unsure", "away", "thanks", "help", "none"),
    _WISH: ("withdraw", "redirect", "thanks", "help", "none"),
    _COMPANY: ("started", "active", "complete", "end", "away", "thanks", "help", "none"),
}


def role_of(speaker: str, state: str) -> str:
    """Name the part that someone has in a request: who answers, who wished, or one of a running pair; empty for others."""
    if speaker not in ("mentor", "mentee"):
        return ""
    if state in RUNNING:
        return _COMPANY
    return _ANSWER if speaker == "mentor" else _WISH


def classes_of(role: str) -> tuple[str, ...]:
    """Return what a role can mean, as the model knows it."""
    return _CLASSES_OF[role]
