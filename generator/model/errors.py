"""The one base of every error that ends a command with a message for people."""


class LodestarError(Exception):
    """Something cannot be done; the message says what and what to do next, in words for people."""

    @property
    def outlook(self) -> str:
        """What happens by itself later, as a sentence; empty where nothing does."""
        return ""


class CallError(LodestarError):
    """The call itself was wrong, so nothing was tried; the command line shows how to call it right."""
