"""What a reply means: the value that the bot acts on, asks back about, or leaves alone."""

from dataclasses import dataclass
from datetime import date

MEANINGS = (
    "accept", "decline", "ask", "later", "redirect", "started", "active", "complete", "end", "withdraw", "thanks",
    "away", "help", "none",
)  # fmt: skip
"""What a reply can mean; the design's section 11 lists the same."""
CERTAIN, LIKELY, NONE = "certain", "likely", "none"
TIERS = (CERTAIN, LIKELY, NONE)
ACCEPT_ASKED, BEGAN_ASKED, STILL_ASKED, TRIAL_ASKED, DONE_ASKED = (
    "accept?",
    "began?",
    "still meeting?",
    "go on?",
    "done?",
)
"""What the bot's last question in a thread was, where it can be answered with yes or no."""
ASKED = (ACCEPT_ASKED, BEGAN_ASKED, STILL_ASKED, TRIAL_ASKED, DONE_ASKED)


@dataclass(frozen=True, slots=True)
class Understood:
    """What one reply means, how sure that is, and why.

    `meaning` is one of `MEANINGS`:

    - `accept`: the mentor says yes to the request.
    - `decline`: the mentor says no; `reason` is one of `/decline`'s reasons, "other" where none was given.
    - `ask`: the mentor asks the mentee something before they decide.
    - `later`: the mentor would say yes, but not now; `until` is the day from which on, None where no day was named.
    - `redirect`: the request should go to someone else; `login` is their handle, None where they are described only.
    - `started`: the two are in touch, or have met for the first time.
    - `active`: the mentorship goes on ("yes, we still meet", "let's continue").
    - `complete`: the mentorship has reached its end well.
    - `end`: the speaker stops the mentorship.
    - `withdraw`: the mentee takes the request back.
    - `thanks`: a thank-you, and nothing that has to be done.
    - `away`: the speaker does not answer for a while (an automatic reply, a holiday, a break); `until` is the day from
      which on they are back, None where no day was named.
    - `help`: someone wants a coordinator.
    - `none`: conversation, or something that is not the speaker's to decide, or the name of a command that has no
      meaning of its own (`command` is set then).

    `tier` is "certain" (do it, and say how to take it back), "likely" (ask back once), or "none" (stay quiet).
    `because` are sentences for people. `command` is the same as a command with its argument, as people would write it
    ("/decline no-capacity", "/redirect @ada-l", "/undo"), or None where no command says the same in this state.
    `language` is the reply's, as far as it was recognised ("en"), or empty.
    """

    meaning: str = "none"
    tier: str = NONE
    because: tuple[str, ...] = ()
    reason: str | None = None
    command: str | None = None
    until: date | None = None
    login: str | None = None
    language: str = ""

    @property
    def is_certain(self) -> bool:
        """Whether it can be acted on without asking."""
        return self.tier == CERTAIN

    @property
    def is_likely(self) -> bool:
        """Whether the speaker should be asked what they meant."""
        return self.tier == LIKELY
