"""Workflows with a token install exactly what requirements/ lists, and what it lists is what pyproject.toml asks for."""

import re
import tomllib
from collections.abc import Iterable, Iterator

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.e2e.github.workflow_lints import jobs
from tests.paths import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
EXTRAS = PROJECT["project"]["optional-dependencies"]
LOCKED = {
    "check": (),
    "bot": ("bot",),
    "site": ("site", "bot"),
    "notify": ("notify",),
    "release": ("release",),
}
"""Each file of requirements/, and the extras it locks."""
FROM_THE_FILE = re.compile(r"python -m pip install --quiet --require-hashes -r requirements/([\w-]+)\.txt")
THE_ACTION = [
    'python -m pip install --quiet --require-hashes -r "$GITHUB_ACTION_PATH/requirements/$LIST.txt"',
    'python -m pip install --quiet --no-deps --no-build-isolation "$GITHUB_ACTION_PATH"',
]
"""What our own action runs, which every job of the bot, the check and the site uses."""
NOT_LOCKED = {"tests.yml"}
"""Runs the tests with the newest releases that fit, so that we hear of a change early; it has nothing but a token that reads."""


def workflow_jobs() -> Iterator[tuple[str, dict]]:
    """Yield every job that installs from locked files alone, with its name."""
    for path in WORKFLOWS:
        if path.name not in NOT_LOCKED:
            for name, job in jobs(path.read_text(encoding="utf-8")).items():
                yield f"{path.name} {name}", job


def commands(steps: Iterable[dict]) -> Iterator[str]:
    """Yield every line of these steps that installs something."""
    for step in steps:
        for line in step.get("run", "").splitlines():
            if re.search(r"\b(pip3?|uv|pipx|npm|npx)\b", line):
                yield line.strip()


def lists_used() -> Iterator[str]:
    """Yield the name of each locked file that a job installs: by our action, or by itself."""
    for name, job in workflow_jobs():
        for line in commands(job.get("steps", ())):
            locked = FROM_THE_FILE.fullmatch(line)
            assert locked, f"{name}: {line}"
            yield locked[1]
        yield from (step["with"]["for"] for step in job.get("steps", ()) if step.get("uses") == "./")


def pinned(name: str) -> dict[str, str]:
    """Return the versions in a file of requirements/, by canonical name."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    return {canonicalize_name(one): version for one, version in re.findall(r"^([\w.\-]+)==(\S+)", text, re.MULTILINE)}


def test_each_job_installs_only_what_has_a_hash() -> None:
    """No job downloads anything but what a file lists with its hash; Lodestar itself then comes without dependencies."""
    assert (
        list(commands(yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["runs"]["steps"])) == THE_ACTION
    )
    assert set(lists_used()) <= set(LOCKED)


def test_every_locked_file_is_used_and_known() -> None:
    """requirements/ holds the files in the table, each of which some workflow installs."""
    assert {path.stem for path in (ROOT / "requirements").iterdir()} == set(LOCKED)
    assert set(lists_used()) == set(LOCKED)


@pytest.mark.parametrize("name", LOCKED)
def test_a_locked_file_agrees_with_the_project(name: str) -> None:
    """Every dependency of pyproject.toml is locked at a version that it allows. If not, run `make lock`."""
    versions = pinned(name)
    asked = [
        *(one for one in PROJECT["project"]["dependencies"] if one not in EXTRAS["site"]),
        *EXTRAS["build"],
        *(one for extra in LOCKED[name] for one in EXTRAS[extra]),
    ]
    for requirement in map(Requirement, asked):
        version = versions.get(canonicalize_name(requirement.name))
        assert version, f"{requirement.name} is not in requirements/{name}.txt; run make lock"
        assert requirement.specifier.contains(version), f"{requirement} is locked at {version}; run make lock"


@pytest.mark.parametrize("name", LOCKED)
def test_everything_locked_has_hashes_and_no_address(name: str) -> None:
    """Each package has at least one hash, and no file says from where to download."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=\S)", text)
    assert all("--hash=sha256:" in block for block in blocks if "==" in block.partition("\n")[0])
    assert not re.search(r"https?:|--(extra-)?index-url|--find-links", text)


def test_the_build_is_locked_as_well() -> None:
    """What builds Lodestar is in the locked files too, since pip would otherwise download it unseen."""
    assert PROJECT["build-system"]["requires"] == EXTRAS["build"]


def test_the_site_is_part_of_the_package() -> None:
    """Who installs Lodestar can build the site at once; the extra of that name stays for those who write it."""
    assert set(EXTRAS["site"]) <= set(PROJECT["project"]["dependencies"])


def test_the_hook_and_the_container_run_what_we_lock() -> None:
    """The hook for commits checks the whole directory by our command, and the container installs a locked file, then us alone."""
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert ("lodestar check", "python", False) == (hook["entry"], hook["language"], hook["pass_filenames"])
    for path, ours in {"mentors/ada-l.yml": True, "directory.yml": True, "docs/index.md": False}.items():
        assert bool(re.search(hook["files"], path)) == ours
    installs = re.findall(
        r"pip install --no-cache-dir (.*?)(?: &&|$)", (ROOT / "Containerfile").read_text(), re.MULTILINE
    )
    assert installs == ["--require-hashes -r requirements/site.txt", "--no-deps --no-build-isolation ."]
