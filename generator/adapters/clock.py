"""The clock, as an edge: what time a build takes for now."""

import os
from datetime import UTC, datetime


def build_time() -> datetime:
    """Return the time; where builds must be repeatable, SOURCE_DATE_EPOCH says which."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(fixed), UTC) if fixed else datetime.now(UTC)
