"""The one base of every error that ends a command with a message for people."""


class LodestarError(Exception):
    """Something cannot be done; the message says what and what to do next, in words for people."""
