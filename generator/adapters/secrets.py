"""The community's own secrets, as an edge: what the workflows put into the environment of one step."""

import os

MEMORY = "LODESTAR_MEMORY_SECRET"


def memory_secret() -> str:
    """Return what the bot signs its memory with, or nothing where the community has set no secret."""
    return os.environ.get(MEMORY, "").strip()
