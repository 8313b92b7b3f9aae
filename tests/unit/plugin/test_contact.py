"""A guide that says whom to turn to never goes out of date."""

from generator.model.directory import Settings
from generator.plugin.contact import MARKER, with_contact
from tests.paths import ROOT

SETTINGS = Settings("Us", "us/us", "https://form.example/private", coordinators=("ines", "jo"))


def test_a_guide_names_the_private_contact_and_the_coordinators_of_the_settings() -> None:
    """Both come from directory.yml, wherever a guide asks for them, and a community without coordinators names none."""
    text = with_contact(f"# Help\n\n{MARKER}\n\nBye", SETTINGS)
    assert "(https://form.example/private)" in text
    assert "[@ines](https://github.com/ines) and [@jo](https://github.com/jo)" in text
    assert MARKER not in text
    alone = with_contact(MARKER, Settings("Us", "us/us", "https://form.example/private"))
    assert "Coordinators" not in alone
    assert with_contact("Nothing to fill in", SETTINGS) == "Nothing to fill in"


def test_the_support_page_asks_for_them() -> None:
    """The page where people look for help says whom to turn to."""
    assert MARKER in (ROOT / "docs" / "support.md").read_text(encoding="utf-8")
