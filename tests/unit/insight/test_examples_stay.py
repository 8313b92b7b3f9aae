"""The examples that come with Lodestar are for newcomers of any year."""

from datetime import date

from generator.app.check import check_root
from generator.insight.availability import availability_statuses
from tests.paths import ROOT


def test_examples_never_get_old() -> None:
    """Years from now each example that is listed today is still listed, and the check does not ask for a day."""
    shown = []
    for today in (date(2026, 11, 21), date(2029, 6, 1)):
        checked = check_root(ROOT, today)
        assert checked.directory is not None
        statuses = availability_statuses(checked.directory, today)
        shown.append({handle for handle, status in statuses.items() if status.listed and handle.startswith("example-")})
        mine = [one for one in checked.problems if one.path.startswith("mentors/example-")]
        assert [one for one in mine if one.code == "not-confirmed"] == []
    assert shown[0] == shown[1]
