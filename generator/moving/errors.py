"""What an import can't go on with."""

from generator.model.errors import CallError


class SourceError(CallError):
    """A source or a map can't be read; the message says where and what to do."""
