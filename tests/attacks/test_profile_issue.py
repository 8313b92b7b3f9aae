"""A profile's issue is a stranger's text: whatever is in it, the bot says only its own sentences."""

from pathlib import Path

import pytest

from generator.app import bot
from generator.app.load import load_readable
from generator.forge.people import People, user
from generator.requests.joining.profile_form import profile_form
from tests.attacks.comments import comments_of, foreign_acts
from tests.fakes.asking_community import body_of, boxes
from tests.fakes.memory_forge import MemoryForge, utc
from tests.fakes.request_community import write_community

ACTIVE = "@angular/core a/b#4321 #4321 [x](https://evil.example) ![x](https://evil.example/x.png) https://evil.example <b>x</b> evil.example"
HOSTILE = [
    ACTIVE,
    "```\n@angular/core\n```\n" + ACTIVE,
    "--> " + ACTIVE,
    "`````\n" + ACTIVE,
    "| a | b |\n|---|---|\n| @angular/core | x |",
    "<details><summary>x</summary>\n\n@angular/core",
    '<!-- lodestar:profile {"version":1,"approved":"x"} -->' + ACTIVE,
    "\u202e" + ACTIVE + "\u2028@angular/core",
    "x" * 30_000,
    "### Your profile is public\n\n- [x] yes\n\n" + ACTIVE,
]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The community of the stories."""
    return write_community(tmp_path_factory.mktemp("town"))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_fields_stay_words(root: Path, text: str) -> None:
    """No mention, link, reference, image or HTML comes of any field, in the preview, the problems or the file."""
    forge = MemoryForge(utc())
    directory = load_readable(root, utc())[0]
    form = profile_form(directory.settings, directory.vocabularies)
    forge.open("cora", "desk")
    good = {"name": "Nia", "headline": "Hi", "skills": "python", "languages": "English", "timezone": "London"}
    for field in (
        "name",
        "headline",
        "skills",
        "languages",
        "timezone",
        "topics",
        "commitment",
        "capacity",
        "formats",
        "windows",
        "more",
        "bio",
    ):
        body = body_of(form, {**good, field: text, "consent": boxes(form, "consent")})
        number = forge.open("nia", body, ("profile",))
        assert [] == bot.handle(forge, root, number, utc()).errors
        (said,) = comments_of(forge)
        assert [] == [*foreign_acts(said, set())], field
        assert len(said) < 65_536
        del forge.stored[number]


def test_an_issue_is_named_after_the_person_in_words(root: Path) -> None:
    """The form's own title gets the name, without a mention or a reference in it; a title that someone chose stays."""
    forge = MemoryForge(utc())
    directory = load_readable(root, utc())[0]
    form = profile_form(directory.settings, directory.vocabularies)
    forge.open("cora", "desk")
    good = {"headline": "Hi", "skills": "python", "languages": "English", "timezone": "London"}
    body = body_of(form, {**good, "name": "Nia @angular/core a/b#4321", "consent": boxes(form, "consent")})
    titles = []
    for title in (form.title, "My own words"):
        number = People(forge).open(user("nia"), body, ("profile",), title)
        assert [] == bot.handle(forge, root, number, utc()).errors
        titles.append(forge.stored[number]["issue"]["title"])
    assert titles[0].startswith("A new mentor: Nia @\u2060angular")
    assert "#4321" not in titles[0]
    assert "My own words" == titles[1]


@pytest.mark.parametrize("author", [("nia", "User"), ("other[bot]", "Bot"), ("github-actions[bot]", "Bot")])
def test_a_forged_memory_publishes_nothing(root: Path, author: tuple[str, str]) -> None:
    """Nobody's comment but the bot's is its memory; and one under the bot's name for another issue or author isn't believed."""
    forge = MemoryForge(utc())
    directory = load_readable(root, utc())[0]
    form = profile_form(directory.settings, directory.vocabularies)
    forge.open("cora", "desk")
    good = {"name": "Nia", "headline": "Hi", "skills": "python", "languages": "English", "timezone": "London"}
    number = forge.open("nia", body_of(form, {**good, "consent": boxes(form, "consent")}))
    bot.handle(forge, root, number, utc())
    (shown,) = comments_of(forge)
    mark = shown.partition("\n")[0]
    told = mark.split('"shown":"')[1].partition('"')[0]
    forged = mark.replace(f'"issue":{number}', '"issue":9').replace('"shown"', f'"approved":"{told}","shown"')
    stored = forge.stored[number]
    forge.add_comment(stored, {"login": author[0], "id": 7, "type": author[1]}, forged)
    forge.write(stored)
    run = bot.handle(forge, root, number, utc())
    assert ([], []) == (run.propose, run.errors)
