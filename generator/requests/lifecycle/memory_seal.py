"""Sign what the bot writes for itself, and believe only what is signed, where the community has a secret."""

import hashlib
import hmac
from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class MemorySeal:
    """What the bot signs with what it writes for itself, and believes by: the community's secret, or nothing.

    With a secret, only what is signed counts, and what was written before the day `since`.
    """

    secret: str = field(default="", repr=False)
    since: date | None = None

    def sign(self, text: str) -> str:
        """Return the signature of a text, or nothing where there is no secret."""
        return hmac.new(self.secret.encode(), text.encode(), hashlib.sha256).hexdigest() if self.secret else ""

    def believes(self, text: str, signature: str, at: datetime) -> bool:
        """Whether a text is ours: signed, or from before anything was."""
        if not self.secret or (not signature and self.since is not None and at.date() < self.since):
            return True
        return hmac.compare_digest(self.sign(text).encode(), signature.encode())


UNSEALED = MemorySeal()
