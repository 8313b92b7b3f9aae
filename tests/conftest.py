"""What all tests share: the day on which they happen."""

from datetime import date
from pathlib import Path

import pytest

TODAY = date(2026, 11, 21)
EXAMPLES = Path(__file__).parent / "examples"


@pytest.fixture
def today() -> date:
    """The day on which every test happens."""
    return TODAY
