"""Becoming a mentor through an issue, in a folder and on a fake GitHub: first try wrong, edited, right, published."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.app import bot, joining
from generator.app.load import load_readable
from generator.app.settle import Run
from generator.requests.joining.profile_form import profile_form
from tests.e2e.stories.story_worlds import FolderWorld, GitHubWorld, bot_comments
from tests.fakes.asking_community import body_of, boxes
from tests.fakes.request_community import write_community

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
ANSWERS = {
    "name": "Nia Okafor",
    "headline": "Tester, happy to help beginners",
    "skills": "Python, code review",
    "languages": "English and Deutsch",
    "timezone": "Lagos",
    "capacity": "2",
    "more": "pronouns: she/her",
    "bio": "I like *small* tests.\n\n### Skills you can teach\n\nevil",
}


class Town:
    """A community, the place where its issues are, and the two jobs of the bot, one after the other."""

    def __init__(self, world: FolderWorld | GitHubWorld, root: Path) -> None:
        self.world, self.root = world, root
        directory = load_readable(root, NOW)[0]
        self.form = profile_form(directory.settings, directory.vocabularies)
        world.open("cora", "The availability issue.", ())

    def body(self, **answers: str) -> str:
        """Fill in the form."""
        return body_of(self.form, {**ANSWERS, "consent": boxes(self.form, "consent"), **answers})

    def open(self, login: str, **answers: str) -> int:
        """Let someone open an issue, and the bot see it."""
        number = self.world.open(login, self.body(**answers), ("profile",))[0]
        self.woken(number)
        return number

    def say(self, login: str, number: int, words: str) -> Run:
        """Let someone comment a minute later, and the bot see it."""
        self.world.now += timedelta(minutes=1)
        self.world.say(login, number, words)
        return self.woken(number)

    def rewrite(self, login: str, number: int, **answers: str) -> Run:
        """Let the author edit the form a minute later, and the bot see it."""
        self.world.now += timedelta(minutes=1)
        self.world.rewrite(login, number, self.body(**answers))
        return self.woken(number)

    def woken(self, number: int) -> Run:
        """Run the job that answers, then for what it asks for, the job that may write files; each of them twice."""
        self._may(write=False)
        done = bot.handle(self.world.forge(), self.root, number, self.world.now)
        assert [] == done.errors
        if isinstance(self.world, FolderWorld):
            assert [] == bot.handle(self.world.forge(), self.root, number, self.world.now).actions
        self._may(write=True)
        for wanted in done.propose:
            proposed = joining.propose(self.world.forge(), self.root, wanted, self.world.now)
            assert [] == proposed.errors
            assert [] == joining.propose(self.world.forge(), self.root, wanted, self.world.now).actions
        self._may(write=False)
        if done.propose:
            assert [] == bot.handle(self.world.forge(), self.root, number, self.world.now).actions
        return done

    def _may(self, write: bool) -> None:
        if isinstance(self.world, GitHubWorld):
            rights = {"issues": "write", "contents": "read", "metadata": "read"}
            more = {"contents": "write", "pull-requests": "write", "statuses": "write"}
            self.world.github.permissions = rights | (more if write else {})

    def comments(self, number: int) -> list[str]:
        """Return what the bot says, the edited comment first."""
        return [one["body"] for one in bot_comments(self.world.thread(number))]

    def proposal(self, branch: str) -> dict[str, Any]:
        """Return what was proposed on a branch: its files, by whom, and what the check said."""
        if isinstance(self.world, GitHubWorld):
            proposals = self.world.github.proposals
            held = proposals.branches.get(branch)
            if held is None:
                return {}
            pull = next((one for one in proposals.pulls.values() if one.branch == branch), None)
            return {
                "files": {path: text.decode() for path, text in held.files.items()},
                "by": [held.author["name"], held.author["email"].partition("+")[0]],
                "number": pull.number if pull else 0,
                "text": self.world.github.state.issues[pull.number].body if pull else "",
                "state": [one["state"] for one in proposals.statuses][-1],
            }
        held = self.world.forge().proposals.read(branch)
        if held is None:
            return {}
        stored = self.world.folder / "issues" / f"{held['number']}.json"
        text = yaml.safe_load(stored.read_text(encoding="utf-8"))["issue"]["body"]
        return {**held, "state": held["status"]["state"], "text": text}


@pytest.fixture(params=["folder", "github"])
def town(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Town]:
    """The community of the stories, in either place."""
    root = write_community(tmp_path / "town")
    if request.param == "folder":
        (tmp_path / "threads").mkdir()
        yield Town(FolderWorld(tmp_path / "threads", NOW), root)
        return
    with GitHubWorld(NOW, ("profile",)) as world:
        yield Town(world, root)


def shown_file(comment: str) -> str:
    """Return the file that a comment shows."""
    found = re.search(r"^(`{3,})yaml\n(.*?)\n\1$", comment, re.MULTILINE | re.DOTALL)
    assert found
    return found[2] + "\n"


def test_first_wrong_then_edited_then_right_then_published(town: Town) -> None:
    """The bot names every problem beside its field, looks again at each edit, and opens the pull request that a coordinator asks for."""
    number = town.open("nia", skills="Pyhton", capacity="many", consent="- [ ] no")
    (first,) = town.comments(number)
    assert "3 things to fix" in first
    assert "a coordinator can add it" in first
    for words in ("**Skills you can teach:**", "Pyhton", "**Mentees at once:**", "Your profile is public"):
        assert words in first
    assert [] == town.rewrite("nia", number).propose
    (second,) = town.comments(number)
    assert "Your profile is ready" in second
    assert "**Can teach:** Python" in second
    assert "**Topics:** Code review" in second
    assert [number] == town.say("cora", number, "/publish").propose
    proposal = town.proposal(f"profile/nia-{number}")
    assert {"mentors/nia.yml": shown_file(second)} == proposal["files"]
    fields = yaml.safe_load(proposal["files"]["mentors/nia.yml"])
    assert ("nia", "Africa/Lagos", ["en", "de"]) == (fields["github"], fields["timezone"], fields["languages"])
    assert (["python"], ["code-review"], "she/her") == (fields["skills"], fields["topics"], fields["pronouns"])
    author = town.world.thread(number)["issue"]["user"]
    assert (["nia", str(author["id"])], "success") == (proposal["by"], proposal["state"])
    assert f"Closes #{number}" in proposal["text"]
    assert str(author["id"]) in proposal["text"]
    edited, told = town.comments(number)
    assert f"#{proposal['number']}" in told
    assert f"pull request [#{proposal['number']}]" in edited


def test_what_is_shown_is_what_the_check_says(town: Town, tmp_path: Path) -> None:
    """The problems in the comment are those of `lodestar check` on the same file."""
    from generator.app.check import check_paths

    number = town.open("nia", timezone="Nowhere", languages="Klingonish, English", headline="Call me: +49 30 1234567")
    (comment,) = town.comments(number)
    (town.root / "mentors" / "nia.yml").write_text(shown_file(comment), encoding="utf-8")
    found = check_paths(town.root, ["mentors/nia.yml"], NOW.date()).problems
    assert len(found) >= 3
    assert len(found) == len(re.findall(r"^- \*\*", comment, re.MULTILINE))


def test_only_a_coordinator_publishes(town: Town) -> None:
    """A stranger's or the author's own /publish gets one answer each, and opens nothing."""
    number = town.open("nia")
    for login in ("nia", "eve"):
        assert [] == town.say(login, number, "/publish").propose
    _status, *replies = town.comments(number)
    assert 2 == len(replies)
    assert all("Only a coordinator" in one for one in replies)
    assert {} == town.proposal(f"profile/nia-{number}")


def test_a_file_of_someone_else_is_never_touched(town: Town) -> None:
    """Whoever has the login of a profile that names another account, or had it once, gets no file."""
    (town.root / "mentors" / "nia.yml").write_text(
        (town.root / "mentors" / "ada.yml").read_text(encoding="utf-8"), encoding="utf-8"
    )
    town.world.person("ida", 999)
    for login in ("nia", "ida"):
        number = town.open(login)
        assert "can't be published from here" in town.comments(number)[0]
        assert [] == town.say("cora", number, "/publish").propose
        assert {} == town.proposal(f"profile/{login}-{number}")


def test_nobody_names_another_account_or_path(town: Town) -> None:
    """Whatever the form's fields say, the file is the author's own: mentors/<their login>.yml with their login in it."""
    number = town.open("nia", more="github: ada\npronouns: they/them\npath: ../directory.yml", name="../../ada")
    assert "unknown field" in town.comments(number)[0]
    town.rewrite("nia", number, more="github: ada", name="Ada\ngithub: ada")
    assert [number] == town.say("cora", number, "/publish").propose
    files = town.proposal(f"profile/nia-{number}")["files"]
    assert ["mentors/nia.yml"] == [*files]
    fields = yaml.safe_load(files["mentors/nia.yml"])
    assert ("nia", "Ada github: ada") == (fields["github"], fields["name"])


def test_one_s_own_profile_is_changed_where_it_was_answered(town: Town) -> None:
    """Someone with a profile changes it: what they left empty, their comments and the order stay."""
    path = town.root / "mentors" / "ada.yml"
    path.write_text("# my profile\n" + path.read_text(encoding="utf-8") + "# the end\n", encoding="utf-8")
    if isinstance(town.world, GitHubWorld):
        town.world.github.proposals.branches["main"].files["mentors/ada.yml"] = path.read_bytes()
    before = path.read_text(encoding="utf-8")
    answers = dict.fromkeys(ANSWERS, "") | {
        "name": "Ada Stern",
        "headline": "New line",
        "skills": "Rust",
        "languages": "English",
        "timezone": "London",
    }
    number = town.open("ada", **answers)
    town.say("cora", number, "/publish")
    after = town.proposal(f"profile/ada-{number}")["files"]["mentors/ada.yml"]
    kept = [line for line in before.split("\n") if not line.startswith(("headline", "skills", "languages"))]
    assert kept == [
        line for line in after.split("\n") if not line.startswith(("headline", "skills", "languages", "last_"))
    ]
    assert "headline: New line\nskills: [rust]\nlanguages: [en]\n" in after


def test_an_edit_after_publishing_waits_for_the_coordinator_again(town: Town) -> None:
    """What was not shown when a coordinator said /publish is not published; the open pull request takes the next version."""
    number = town.open("nia")
    town.say("cora", number, "/publish")
    branch = f"profile/nia-{number}"
    before = town.proposal(branch)
    assert [] == town.rewrite("nia", number, headline="Something else entirely").propose
    assert before == town.proposal(branch)
    assert "Your profile is ready" in town.comments(number)[0]
    town.say("cora", number, "/publish")
    after = town.proposal(branch)
    assert "Something else entirely" in after["files"]["mentors/nia.yml"]
    assert before["number"] == after["number"]


def test_what_was_slipped_in_before_the_bot_looked_is_not_published(town: Town) -> None:
    """A text that the author changes between a coordinator's /publish and the bot's look is shown first."""
    number = town.open("nia")
    town.world.now += timedelta(minutes=1)
    town.world.say("cora", number, "/publish")
    town.world.rewrite("nia", number, town.body(headline="Buy my course"))
    town.world.now += timedelta(seconds=5)
    assert [] == town.woken(number).propose
    status, reply = town.comments(number)
    assert "Buy my course" in status
    assert "was another one when you wrote this" in reply
    assert [number] == town.say("cora", number, "/publish").propose


def test_a_community_may_not_wait_for_coordinators(town: Town) -> None:
    """With the setting, a right profile becomes a pull request at once, and each edit goes there; a wrong one never does."""
    settings = town.root / "directory.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8") + "joining: {wait_for_coordinator: false}\n", encoding="utf-8"
    )
    number = town.open("nia", timezone="Nowhere")
    assert {} == town.proposal(f"profile/nia-{number}")
    assert [number] == town.rewrite("nia", number).propose
    assert [number] == town.rewrite("nia", number, headline="Better words").propose
    assert "Better words" in town.proposal(f"profile/nia-{number}")["files"]["mentors/nia.yml"]


def test_a_coordinator_who_holds_it_looks_first(town: Town) -> None:
    """After /hold nothing is opened, even where nobody has to ask for it, until a coordinator says /publish; nobody else can hold."""
    settings = town.root / "directory.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8") + "joining: {wait_for_coordinator: false}\n", encoding="utf-8"
    )
    number = town.open("nia", timezone="Nowhere")
    town.say("eve", number, "/hold")
    assert "hold" in town.comments(number)[-1]
    town.say("cora", number, "/hold Who are you?")
    assert [] == town.rewrite("nia", number).propose
    assert "A coordinator looks at your profile first" in town.comments(number)[0]
    assert [number] == town.say("cora", number, "/publish").propose
    assert town.proposal(f"profile/nia-{number}")["number"]


def test_two_who_publish_at_once_open_one_pull_request(town: Town) -> None:
    """Two coordinators' commands, read in one run, and two runs at once, lead to one branch and one pull request."""
    number = town.open("nia")
    town.world.now += timedelta(minutes=1)
    town.world.say("cora", number, "/publish")
    town.world.say("cora", number, "/publish")
    assert [number] == town.woken(number).propose
    assert 2 == len(town.comments(number))


def test_a_renamed_author_gets_a_file_of_their_new_name(town: Town) -> None:
    """The account is the same under another login: what was approved was another file, so it is shown and published anew."""
    number = town.open("nia")
    town.world.rename("nia", "nia-o")
    assert [] == town.woken(number).propose
    assert "nia-o.yml" in town.comments(number)[0]
    assert [number] == town.say("cora", number, "/publish").propose
    assert ["mentors/nia-o.yml"] == [*town.proposal(f"profile/nia-o-{number}")["files"]]


def test_what_waits_for_a_coordinator_is_on_their_board(town: Town) -> None:
    """A profile is on the coordinators' list until it has a pull request; its issue is named after the person as soon as it is right."""
    from generator.app.board import board

    number = town.open("nia", timezone="Nowhere")
    assert "A request" == town.world.thread(number)["issue"]["title"]
    rows = board(town.world.forge(), town.root, town.world.now).rows
    assert [("profile", number, "/publish")] == [(one.why, one.issue, one.do) for one in rows if one.issue == number]
    town.rewrite("nia", number)
    town.say("cora", number, "/publish")
    town.world.now += timedelta(minutes=1)
    why = [
        one.why
        for one in board(town.world.forge(), town.root, town.world.now).rows
        if one.why in ("profile", "pull-request")
    ]
    assert ["pull-request"] == why


def test_a_closed_issue_is_left_alone(town: Town) -> None:
    """Once the issue is closed, nothing is opened and nobody is answered."""
    number = town.open("nia")
    town.world.close("nia", number)
    before = town.comments(number)
    assert [] == town.say("cora", number, "/publish").propose
    assert before == town.comments(number)


def test_without_the_permission_it_says_which_setting(tmp_path: Path) -> None:
    """Where workflows may not open pull requests, the file waits on a branch, and the bot names the setting and links the branch; once it is on, /publish works."""
    with GitHubWorld(NOW, ("profile",)) as world:
        town = Town(world, write_community(tmp_path / "town"))
        world.github.proposals.opens = False
        number = town.open("nia")
        town.say("cora", number, "/publish")
        told = town.comments(number)[-1]
        assert "Allow GitHub Actions to create and approve pull requests" in told
        assert f"https://github.com/story/town/compare/main...profile/nia-{number}?expand=1" in told
        assert "mentors/nia.yml" in world.github.proposals.branches[f"profile/nia-{number}"].files
        count = len(town.comments(number))
        assert [] == town.woken(number).propose
        world.github.proposals.opens = True
        town.say("cora", number, "/publish")
        assert town.proposal(f"profile/nia-{number}")["number"]
        assert count + 1 == len(town.comments(number))


def test_a_token_that_may_not_write_files_says_so(tmp_path: Path) -> None:
    """Without the right to write files nothing is on any branch, and the comment holds the file."""
    with GitHubWorld(NOW, ("profile",)) as world:
        town = Town(world, write_community(tmp_path / "town"))
        number = town.open("nia")
        world.now += timedelta(minutes=1)
        world.say("cora", number, "/publish")
        run = bot.handle(world.forge(), town.root, number, world.now)
        assert [number] == run.propose
        joining.propose(world.forge(), town.root, number, world.now)
        told = town.comments(number)[-1]
        assert "`contents: write`" in told
        assert "name: Nia Okafor" in shown_file(told)
        assert ["main"] == [*world.github.proposals.branches]


def test_a_sweep_catches_up(town: Town) -> None:
    """What no event reached is shown, and asked for, by the next sweep."""
    number = town.world.open("nia", town.body(), ("profile",))[0]
    run = bot.sweep(town.world.forge(), town.root, town.world.now)
    assert ([], []) == (run.errors, run.propose)
    town.world.now += timedelta(minutes=1)
    town.world.say("cora", number, "/publish")
    assert [number] == bot.sweep(town.world.forge(), town.root, town.world.now).propose
    assert 1 == len(town.comments(number))
