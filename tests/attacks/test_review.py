"""A pull request can grant itself nothing: looked at and merged by the base's code and settings, in real repositories."""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree

import pytest
import yaml

from generator.app.check import check_changes
from generator.app.review import Review, review
from generator.app.settle import Run
from generator.app.welcome import welcome
from generator.forge.github import github_forge
from tests.fakes.github.fake_github import FakeGitHub
from tests.fakes.memory_forge import utc
from tests.fakes.request_community import write_community

ADA = 600123
HEAD = "refs/lodestar/head"
JOINING = "joining: {merge_own_edits: true}\n"


def git(root: Path, *words: str, login: str = "maya", number: int = 1) -> str:
    """Call Git as someone."""
    who = ["-c", f"user.name={login}", "-c", f"user.email={number}+{login}@users.noreply.github.com"]
    return subprocess.run(
        ["git", "-C", str(root), *who, *words], check=True, capture_output=True, text=True
    ).stdout.strip()


class Repository:
    """The base as it is checked out, and a pull request's branch beside it that is never checked out there."""

    def __init__(self, folder: Path) -> None:
        self.root, self.fork = folder / "base", folder / "fork"
        self.committed = False

    def begin(self) -> None:
        """Write the community's history, and copy it."""
        write_community(self.root)
        self.settings(JOINING)
        (self.root / ".github").mkdir()
        (self.root / ".github" / "check.yml").write_text("on: pull_request\n", encoding="utf-8")
        git(self.root, "init", "-q", "-b", "main")
        git(self.root, "add", "-A")
        git(self.root, "commit", "-qm", "start")
        self.write(self.root, "mentors/ada.yml", lambda text: text + "pronouns: she/her\n")
        git(self.root, "commit", "-qam", "mine", login="ada", number=ADA)
        copytree(self.root, self.fork)

    def settings(self, more: str) -> None:
        """Add to the settings."""
        self.write(self.root, "directory.yml", lambda text: text + more)

    def write(self, root: Path, path: str, change: Callable[[str], str]) -> None:
        """Change a file."""
        (root / path).write_text(change((root / path).read_text(encoding="utf-8")), encoding="utf-8")

    def edit(self, path: str = "mentors/ada.yml", was: str = "Helps with Python", now: str = "Helps beginners") -> None:
        """Change a line in the pull request."""
        self.write(self.fork, path, lambda text: text.replace(was, now))

    def propose(self) -> str:
        """Commit what is in the copy, and fetch it as a pull request's commit."""
        if not self.committed:
            git(self.fork, "add", "-A")
            git(self.fork, "commit", "-qm", "change", login="ada", number=ADA)
        git(self.root, "fetch", "-q", "--no-recurse-submodules", str(self.fork), f"+HEAD:{HEAD}")
        return git(self.root, "rev-parse", HEAD)


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A community that merges people's own edits, and a copy of it."""
    folder = tmp_path_factory.mktemp("begun")
    Repository(folder).begin()
    return folder


@pytest.fixture
def repository(begun: Path, tmp_path: Path) -> Repository:
    """A community and a copy of one's own."""
    return Repository(copytree(begun, tmp_path / "town"))


class Place:
    """A fake GitHub with the pull request, and the two jobs that look at it."""

    def __init__(self, github: FakeGitHub, repository: Repository) -> None:
        self.github, self.repository = github, repository

    def open(self, login: str = "ada", id: int | None = ADA) -> int:
        """Open the pull request."""
        author = self.github.person(login, id)
        return self.github.proposals.open_from_fork(author, "My change", self.repository.propose())

    def look(self, number: int, merge: bool = False) -> Run:
        """Run one of the jobs, with what it may do."""
        rights = {"contents": "read", "pull-requests": "write", "metadata": "read"}
        self.github.permissions = rights | ({"contents": "write"} if merge else {})
        github = self.github
        forge = github_forge(
            github.repository, github.token, github.address, seconds_between_writes=0, sleep=github.sleep
        )
        return review(forge, self.repository.root, number, HEAD, utc(), merge)

    def merge_by_hand(self, number: int, how: str) -> None:
        """Let a maintainer merge what was proposed, while the base has moved on."""
        root, pull = self.repository.root, self.github.proposals.pulls[number]
        self.repository.write(root, "mentors/bela.yml", lambda text: text + "# moved on\n")
        git(root, "commit", "-qam", "other")
        if how == "merge":
            git(root, "merge", "-q", "--no-ff", "-m", "merge", HEAD)
        else:
            git(root, *(("merge", "-q", "--squash") if how == "squash" else ("cherry-pick",)), HEAD)
            if how == "squash":
                git(root, "commit", "-qm", "squashed")
        pull.merge_commit = git(root, "rev-parse", "HEAD")
        self.github.proposals.merge(self.github.proposals.state.owner, number)
        self.repository.write(root, "mentors/bela.yml", lambda text: text + "# and on\n")
        git(root, "commit", "-qam", "later")

    def welcome(self, number: int) -> None:
        """Run the job after the merge, with what it may do."""
        self.github.permissions = {"contents": "read", "pull-requests": "write", "metadata": "read"}
        github = self.github
        forge = github_forge(
            github.repository, github.token, github.address, seconds_between_writes=0, sleep=github.sleep
        )
        run = welcome(forge, self.repository.root, number, HEAD, utc())
        assert ([], []) == (run.errors, run.refusals)

    def merged(self, number: int) -> bool:
        """Let both jobs run, the second whatever the first said, and tell whether the change was merged."""
        run = self.look(number)
        again = self.look(number, merge=True)
        assert ([], []) == (run.errors, again.errors)
        merged = self.github.proposals.pulls[number].merged
        assert merged == bool(run.propose) == again.changed
        return merged

    def said(self, number: int) -> str:
        """Return the one comment of the bot's."""
        (comment,) = self.github.bot_comments(number)
        return comment


@pytest.fixture
def place(repository: Repository) -> Iterator[Place]:
    """The pull request's place."""
    with FakeGitHub("story/town", utc()) as github:
        yield Place(github, repository)


def test_a_change_of_one_s_own_profile_is_merged_and_the_site_built(place: Place) -> None:
    """The author is told what the profile looks like, the very commit that was looked at is merged, and a build is asked for."""
    place.repository.edit()
    number = place.open()
    assert place.merged(number)
    said = place.said(number)
    assert "Everything looks good" in said
    assert "Helps beginners" in said
    assert "I merge this now" in said
    assert "Welcome" not in said


def test_nothing_is_merged_unless_the_base_says_so(place: Place) -> None:
    """Without the setting in the base's directory.yml, a maintainer merges."""
    place.repository.write(place.repository.root, "directory.yml", lambda text: text.replace(JOINING, ""))
    git(place.repository.root, "commit", "-qam", "off")
    git(place.repository.fork, "pull", "-q", "--no-rebase", str(place.repository.root), "main")
    place.repository.edit()
    number = place.open()
    assert not place.merged(number)
    assert "A maintainer reads this next" in place.said(number)


def _everything(repository: Repository) -> None:
    repository.edit()
    repository.edit("mentors/bela.yml")
    repository.write(repository.fork, "directory.yml", lambda text: text.replace("[cora]", "[cora, ada]"))
    repository.write(repository.fork, "mentors/chen.yml", lambda text: text.replace("github: chen", "github: ada"))
    repository.write(repository.fork, ".github/check.yml", lambda text: "on: pull_request_target\n")


def _settings(repository: Repository) -> None:
    repository.edit()
    repository.write(repository.fork, "directory.yml", lambda text: text.replace("cora", "ada"))


def _given_away(repository: Repository) -> None:
    repository.edit(was="github: ada", now="github: eve")


def _linked(repository: Repository) -> None:
    path = repository.fork / "mentors" / "ada.yml"
    path.unlink()
    path.symlink_to("bela.yml")


def _submodule(repository: Repository) -> None:
    repository.edit()
    head = git(repository.fork, "rev-parse", "HEAD")
    git(repository.fork, "add", "mentors/ada.yml")
    git(repository.fork, "update-index", "--add", "--cacheinfo", f"160000,{head},generator")
    git(repository.fork, "commit", "-qm", "module", login="ada", number=ADA)
    repository.committed = True


def _runnable(repository: Repository) -> None:
    repository.edit()
    (repository.fork / "mentors" / "ada.yml").chmod(0o755)


def _added(repository: Repository, path: str, text: str) -> None:
    repository.edit()
    (repository.fork / path).write_text(text, encoding="utf-8")


def _case(repository: Repository) -> None:
    git(repository.fork, "mv", "mentors/ada.yml", "mentors/Ada.yml")


def _deleted(repository: Repository) -> None:
    git(repository.fork, "rm", "-q", "mentors/ada.yml")


def _wrong(repository: Repository) -> None:
    repository.edit(was="capacity: 2", now="capacity: many")


def _mail(repository: Repository) -> None:
    repository.edit(now="Write to ada@example.org")


TRAPS: dict[str, Callable[[Repository], None]] = {
    "someone else's file, the workflow, the settings and ownership at once": _everything,
    "the settings beside it": _settings,
    "someone else's file": lambda repository: repository.edit("mentors/bela.yml"),
    "only the workflow": lambda repository: _added(repository, ".github/evil.yml", "on: push\n"),
    "its own owner": _given_away,
    "a link in its place": _linked,
    "a submodule": _submodule,
    "attributes": lambda repository: _added(repository, ".gitattributes", "* filter=evil\n"),
    "attributes below": lambda repository: _added(repository, "mentors/.gitattributes", "* -text\n"),
    "modules": lambda repository: _added(repository, ".gitmodules", "[submodule]\n"),
    "the right to run": _runnable,
    "a rename of capitals": _case,
    "a twin in capitals": lambda repository: _added(repository, "mentors/ADA.yml", "name: x\n"),
    "its own deletion": _deleted,
    "a mistake": _wrong,
    "an address": _mail,
}


@pytest.mark.parametrize("trap", TRAPS)
def test_no_pull_request_grants_itself_anything(trap: str, place: Place) -> None:
    """Whatever else a change brings, or brings wrong, nobody but a maintainer merges it; and it has the problems that `lodestar check` finds where it is checked out."""
    TRAPS[trap](place.repository)
    assert not place.merged(place.open())
    found = Review(place.repository.root, HEAD, utc()).result("ada").problems
    there = check_changes(place.repository.fork, "HEAD^", "ada", utc().date()).problems
    assert {(one.path, one.code, one.line) for one in there} == {(one.path, one.code, one.line) for one in found}


def test_the_one_that_tries_everything_is_told_what_is_not_its_own(place: Place) -> None:
    """The comment names each file that its author may not change, as the base knows the owners, and merges nothing."""
    _everything(place.repository)
    number = place.open()
    place.look(number)
    parts = dict(part.split("`\n", 1) for part in place.said(number).split("### `")[1:])
    for path in ("mentors/bela.yml", "mentors/chen.yml", "directory.yml"):
        assert "take this file out" in parts[path] or "out of this pull request" in parts[path]
    assert "pull request" not in parts["mentors/ada.yml"].partition("\n\n>")[0]


def test_a_login_that_another_account_took_over_merges_nothing(place: Place) -> None:
    """Whoever has Ada's login now and another number is not Ada; nor is anyone whose number nobody knows."""
    place.repository.edit()
    assert not place.merged(place.open("ada", ADA + 1))
    place.repository.edit("mentors/dora.yml")
    git(place.repository.fork, "checkout", "-q", "HEAD^", "--", "mentors/ada.yml")
    assert not place.merged(place.open("dora", 600124))


def test_a_number_in_the_settings_counts_alone(place: Place) -> None:
    """Where the settings know the number behind a login, no commit can add another one."""
    repository = place.repository
    git(repository.root, "reset", "-q", "--hard")
    repository.write(
        repository.root, "directory.yml", lambda text: text.replace("id: 7007}", "id: 7007}\n  - {github: ada, id: 5}")
    )
    git(repository.root, "commit", "-qam", "number")
    repository.edit()
    assert not place.merged(place.open())


def test_what_the_base_changed_meanwhile_is_left_to_a_person(place: Place) -> None:
    """Merging would bring a file that nobody looked at, where both sides changed it; and one that was reverted in between."""
    repository = place.repository
    repository.edit()
    repository.write(repository.root, "mentors/ada.yml", lambda text: text + "constraints: Not in May\n")
    git(repository.root, "commit", "-qam", "a coordinator's change")
    assert not place.merged(place.open())


def test_a_history_that_crosses_the_base_s_is_left_to_a_person(place: Place) -> None:
    """With two places where it left the base, a change can bring back what the base has changed since; nobody else would see it."""
    repository = place.repository
    start = git(repository.root, "rev-parse", "HEAD")
    repository.write(repository.root, ".github/check.yml", lambda text: text + "# safer\n")
    git(repository.root, "commit", "-qam", "safer")
    safer = git(repository.root, "rev-parse", "HEAD")
    git(repository.fork, "fetch", "-q", str(repository.root), "main")
    git(repository.fork, "checkout", "-q", "-b", "side", start)
    git(repository.fork, "commit", "-q", "--allow-empty", "-m", "side")
    side = git(repository.fork, "rev-parse", "HEAD")
    git(repository.root, "fetch", "-q", str(repository.fork), "side")
    git(repository.root, "merge", "-q", "--no-ff", "-m", "both", side)
    git(repository.fork, "merge", "-q", "--no-ff", "-s", "ours", "-m", "cross", safer)
    repository.edit()
    assert not place.merged(place.open())


def test_a_change_that_moved_meanwhile_is_not_merged(place: Place) -> None:
    """When the pull request has another commit than the one that was fetched, this run says and does nothing."""
    place.repository.edit()
    number = place.open()
    place.github.proposals.pulls[number].sha = "0" * 40
    for merge in (False, True):
        assert [] == place.look(number, merge).actions
    assert [] == place.github.bot_comments(number)


def test_what_github_refuses_to_merge_stays_open(place: Place) -> None:
    """Where a required review or check is missing, GitHub says no, and the pull request waits for a maintainer."""
    place.repository.edit()
    number = place.open()
    place.github.proposals.blocked = "At least 1 approving review is required by reviewers with write access."
    run = place.look(number, merge=True)
    assert ([], False) == (run.errors, run.changed)
    assert 1 == len(run.refusals)
    assert not place.github.proposals.pulls[number].merged


def test_one_comment_follows_the_change(place: Place) -> None:
    """The first try is wrong and says why; the comment is edited in place until everything is right. Two looks at once write one."""
    place.repository.edit(was="skills: [python, testing]", now="skills: [Python, tesing]")
    number = place.open("ada", ADA)
    place.look(number)
    assert "1 thing to fix" in place.said(number)
    (suggested,) = place.github.proposals.pulls[number].suggestions
    assert ("mentors/ada.yml", 4) == (suggested["path"], suggested["line"])
    assert "```suggestion\nskills: [python, tesing]\n```" in suggested["body"]
    assert [] == place.look(number).actions[1:]
    assert 1 == len(place.github.proposals.pulls[number].suggestions)
    place.repository.write(
        place.repository.fork, "mentors/ada.yml", lambda text: text.replace("Python, tesing", "python, testing")
    )
    place.repository.write(place.repository.fork, "mentors/ada.yml", lambda text: text + "bio: Hello\n")
    place.github.proposals.pulls[number].sha = place.repository.propose()
    place.look(number)
    assert "Everything looks good" in place.said(number)
    assert 1 == len(place.github.proposals.pulls[number].suggestions)


def test_a_newcomer_s_file_is_looked_at_and_left_to_a_person(place: Place) -> None:
    """A new profile gets its card and its problems, its author something to do meanwhile, and nothing is merged by itself."""
    number = newcomer(place)
    assert not place.merged(number)
    assert "**Can teach:** Python" in place.said(number)
    assert "@angular" not in place.said(number)
    assert "Welcome" not in place.said(number)
    assert "/issues/new?template=self-test.yml" in place.said(number)


def newcomer(place: Place, login: str = "nia") -> int:
    """Let someone propose the profile of Nia, who is new."""
    (place.repository.fork / "mentors" / "nia.yml").write_text(
        yaml.safe_dump(
            {
                "name": "Nia @angular/core",
                "github": "nia",
                "headline": "Hi",
                "skills": ["python"],
                "languages": ["en"],
                "timezone": "Europe/London",
                "commitment": "1h",
                "capacity": 1,
            }
        ),
        encoding="utf-8",
    )
    return place.open(login, None)


@pytest.mark.parametrize("how", ["merge", "squash", "rebase"])
def test_a_newcomer_is_welcomed_once_when_the_file_is_merged(place: Place, how: str) -> None:
    """Whichever way it is merged, and not before; the author is subscribed, so nobody is mentioned."""
    number = newcomer(place)
    place.welcome(number)
    assert not place.github.bot_comments(number)
    place.merge_by_hand(number, how)
    place.welcome(number)
    place.welcome(number)
    said = place.said(number)
    assert "Welcome, and thank you!" in said and "https://story.example.org/town/mentors/nia/" in said
    assert "@" not in said


def test_whoever_came_by_the_form_is_welcomed_too(place: Place) -> None:
    """The bot opened this pull request for them, so the welcome mentions them: they listed themselves."""
    number = newcomer(place, "github-actions[bot]")
    place.merge_by_hand(number, "squash")
    place.welcome(number)
    assert "Welcome, and thank you!** @nia" in place.said(number)


def test_nobody_is_welcomed_whom_someone_else_added(place: Place) -> None:
    """A profile that another person proposed, or that was only changed, brings no comment and no mention."""
    added = newcomer(place, "cora")
    place.merge_by_hand(added, "merge")
    place.welcome(added)
    place.repository.committed = False
    place.repository.edit()
    changed = place.open()
    place.merge_by_hand(changed, "squash")
    place.welcome(changed)
    assert not place.github.bot_comments(added) + place.github.bot_comments(changed)


def test_changes_of_code_alone_are_not_talked_about(place: Place) -> None:
    """Who works on the generator hears nothing of profiles."""
    (place.repository.fork / "README.md").write_text("# Town\n", encoding="utf-8")
    number = place.open("eve", None)
    assert not place.merged(number)
    assert [] == place.github.bot_comments(number)
