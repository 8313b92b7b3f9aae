"""Write expected.txt for every case that has none yet; read it before you commit it."""

from generator.profiles.report import as_text
from tests.unit.profiles.cases import CASES, problems_of

for case in CASES:
    expected = case / "expected.txt"
    if not expected.exists():
        expected.write_text(as_text(*problems_of(case)), encoding="utf-8")
        print(expected)
