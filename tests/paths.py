"""Where the repository and its shared test files are; every test takes its paths from here."""

from pathlib import Path

ROOT = Path(__file__).parents[1]
TESTS = ROOT / "tests"
EXAMPLES = TESTS / "examples"
"""Small directories: `base` is right, `invalid/<code>/<case>.yml` each hold one mistake, with its message beside it."""
FIXTURES = TESTS / "fixtures"
SITES = TESTS / "sites"
TABLES = TESTS / "tables"
"""Cases that Python and JavaScript must agree on."""
