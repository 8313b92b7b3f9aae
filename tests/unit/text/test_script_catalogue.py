"""The scripts speak the language of the page."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.text.catalogue import speaking
from generator.text.script_catalogue import script_catalogue
from generator.text.translations import read_translations
from tests.paths import ROOT

POLISH = """
msgid ""
msgstr ""
"Language: pl\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"

msgid "Nobody is waiting."
msgstr "Nikt nie czeka."

msgid "Never in a script."
msgstr "Nigdy."

msgid "{count} spot open."
msgid_plural "{count} spots open."
msgstr[0] "{count} wolne miejsce."
msgstr[1] "{count} wolne miejsca."
msgstr[2] "{count} wolnych miejsc."
"""
SCRIPTS = '_("Nobody is waiting."); ngettext("{count} spot open.", "{count} spots open.", 2)'
ASK = """
const { _, ngettext, decimal, listed } = await import(process.argv[1]);
const spots = [1, 3, 5, 22].map((count) => ngettext("{count} spot open.", "{count} spots open.", count));
console.log(JSON.stringify([_("Nobody is waiting."), _("Unknown {x}.", { x: 1 }), ...spots, decimal(1.5), listed(["a", "b"])]));
"""


def test_english_needs_no_module() -> None:
    """English is the source, so the module that comes with the scripts stays as it is."""
    assert script_catalogue(SCRIPTS) is None


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed, so JavaScript cannot be tested")
def test_scripts_say_sentences_plurals_and_numbers_as_the_language_does(tmp_path: Path) -> None:
    """A translated module gives sentences, every plural form, numbers and lists; what is missing stays English."""
    shutil.copy(ROOT / "generator" / "site" / "assets" / "lib" / "messages.js", tmp_path / "messages.js")
    (tmp_path / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    with speaking(read_translations(POLISH.encode())):
        module = script_catalogue(SCRIPTS)
    assert module
    assert "Nigdy" not in module
    (tmp_path / "catalogue.js").write_text(module, encoding="utf-8")
    done = subprocess.run(
        ["node", "--input-type=module", "-e", ASK, str(tmp_path / "messages.js")],
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout) == [
        "Nikt nie czeka.", "Unknown 1.", "1 wolne miejsce.", "3 wolne miejsca.", "5 wolnych miejsc.", "22 wolne miejsca.",
        "1,5", "a i b",
    ]  # fmt: skip
