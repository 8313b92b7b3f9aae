"""The title of a request says who asks whom for what, once, and stays with whoever changes it."""

from pathlib import Path
from typing import Any

import pytest

from generator.forge.port import Outcome
from generator.requests.lifecycle.actions import Action
from tests.attacks.played_town import WORLDS, Town
from tests.fakes.github.rendering import acts_of
from tests.fakes.request_community import write_community

HOSTILE = "'@ada ![x](//y) `z` #1 closes'"
OURS = "mia asks Ada Stern for help with Python"


@pytest.fixture(params=sorted(WORLDS))
def town(request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    """The community, on either forge."""
    with Town(WORLDS[request.param](tmp_path), write_community(tmp_path / "community")) as town:
        yield town


def _title(town: Town, number: int) -> str:
    return str(town.world.thread(number)["issue"]["title"])


def test_a_title_that_a_person_changed_stays(town: Town) -> None:
    """Whoever changes the title afterwards keeps their own, also when the request goes on to another mentor."""
    number = town.asks("mia", mentor="ada")
    assert OURS == _title(town, number)
    town.world.forge().perform(Action("title", number, title="My own words"))
    town.says("ada", number, "/decline")
    town.says("mia", number, "/redirect @bela")
    assert "My own words" == _title(town, number)


def test_a_refused_title_stops_nothing_and_is_not_tried_again(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the forge doesn't allow it, the mentor is notified all the same."""
    forge = town.world.forge()
    perform, tried = type(forge).perform, []

    def refuse(self: Any, action: Action) -> Outcome:
        if action.action == "title":
            tried.append(action)
            return Outcome(False, "no")
        return perform(self, action)

    monkeypatch.setattr(type(forge), "perform", refuse)
    number = town.asks("mia", mentor="ada")
    town.says("ada", number, "/accept")
    assert (1, "state: accepted") == (
        len(tried),
        [one["name"] for one in town.world.thread(number)["issue"]["labels"]][-1],
    )


def test_a_crash_after_the_title_leaves_it_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the run ends between the title and everything else, the next one goes on as if nothing had happened."""
    with Town(WORLDS["folder"](tmp_path), write_community(tmp_path / "community")) as town:
        number = town.opens("mia", mentor="ada")
        town.world.forge().perform(Action("title", number, title=OURS))
        town.handle(number)
        town.says("ada", number, "/decline")
        town.says("mia", number, "/redirect @bela")
        assert "mia asks Bela Nagy for help with Python" == _title(town, number)


def test_hostile_names_stay_words_in_a_title(tmp_path: Path) -> None:
    """A name with mentions, references and code in it calls nobody, and takes up no more than its part of a subject."""
    root = write_community(tmp_path / "community")
    ada = root / "mentors" / "ada.yml"
    ada.write_text(ada.read_text(encoding="utf-8").replace("Ada Stern", HOSTILE), encoding="utf-8")
    with Town(WORLDS["folder"](tmp_path), root) as town:
        title = _title(town, town.asks("mia", mentor="ada"))
    assert "mia asks" in title and "`" not in title and "\n" not in title and len(title) <= 100
    assert not {act.split()[0] for act in acts_of(title)} & {"mention", "reference", "code_inline", "address"}
