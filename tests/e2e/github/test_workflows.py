"""The workflows are valid, ask for no more than they need, and run nobody's words as commands."""

import re
import subprocess
import sysconfig
from collections import Counter
from pathlib import Path

import pytest

from tests.e2e.github import workflow_lints
from tests.e2e.github.workflow_lints import GOOD, jobs
from tests.paths import ROOT

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
TOOLS = Path(sysconfig.get_path("scripts"))

PERMISSIONS = {
    ("check.yml", "profiles"): {"contents": "read"},
    ("labels.yml", "labels"): {"contents": "read", "issues": "write"},
    ("links.yml", "links"): {"contents": "read"},
    ("propose.yml", "propose"): {"contents": "write", "pull-requests": "write", "statuses": "write", "issues": "write"},
    ("release.yml", "attest"): {"id-token": "write", "attestations": "write"},
    ("release.yml", "build"): {"contents": "read"},
    ("release.yml", "publish"): {"id-token": "write"},
    ("requests.yml", "bot"): {"contents": "read", "issues": "write"},
    ("requests.yml", "notify"): {"contents": "read"},
    ("requests.yml", "propose"): {"actions": "write"},
    ("requests.yml", "site"): {"actions": "write"},
    ("review.yml", "comment"): {"contents": "read", "pull-requests": "write"},
    ("review.yml", "merge"): {"contents": "write", "pull-requests": "write"},
    ("review.yml", "site"): {"actions": "write"},
    ("review.yml", "welcome"): {"contents": "read", "pull-requests": "write"},
    ("site.yml", "build"): {"contents": "read", "issues": "read", "actions": "read"},
    ("site.yml", "deploy"): {"pages": "write", "id-token": "write"},
    ("sweep.yml", "again"): {"actions": "write"},
    ("sweep.yml", "awake"): {"actions": "write"},
    ("sweep.yml", "bot"): {"contents": "read", "issues": "write", "actions": "read"},
    ("sweep.yml", "notify"): {"contents": "read"},
    ("sweep.yml", "propose"): {"actions": "write"},
    ("sweep.yml", "site"): {"actions": "write"},
    ("tests.yml", "lint"): {"contents": "read"},
    ("tests.yml", "tests"): {"contents": "read"},
    ("write-back.yml", "propose"): {"contents": "write", "pull-requests": "write", "issues": "read", "actions": "read"},
}
"""Every right of every job. A new line here is a decision, not a formality."""

STARTS = {
    "check.yml": {"pull_request", "push"},
    "labels.yml": {"push", "workflow_dispatch"},
    "links.yml": {"schedule", "workflow_dispatch"},
    "propose.yml": {"workflow_dispatch"},
    "release.yml": {"push"},
    "requests.yml": {"issues", "issue_comment"},
    "review.yml": {"pull_request_target"},
    "site.yml": {"push", "schedule", "workflow_dispatch"},
    "sweep.yml": {"schedule", "workflow_dispatch"},
    "tests.yml": {"pull_request", "push"},
    "write-back.yml": {"schedule", "workflow_dispatch"},
}


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a tool and keep what it says."""
    return subprocess.run([str(part) for part in command], capture_output=True, text=True)


def test_each_job_has_exactly_the_rights_in_the_table() -> None:
    """No job can do more than the table says, and a new job must be written into it."""
    actual = {
        (path.name, name): job.get("permissions")
        for path in WORKFLOWS
        for name, job in jobs(path.read_text(encoding="utf-8")).items()
    }
    assert PERMISSIONS == actual


def test_each_workflow_starts_when_the_table_says() -> None:
    """No workflow is started by anything that the table does not name."""
    actual = {path.name: set(workflow_lints.triggers(path.read_text(encoding="utf-8"))) for path in WORKFLOWS}
    assert STARTS == actual


def test_a_pull_request_meets_no_secret() -> None:
    """No workflow that a pull request can start mentions a secret."""
    for path in WORKFLOWS:
        text = path.read_text(encoding="utf-8")
        if "pull_request" in workflow_lints.triggers(text):
            assert not re.search(r"\$\{\{[^}]*secrets", text), path.name


def every_job() -> list[tuple[str, str, dict]]:
    """Return every job of every workflow: the file's name, the job's id and the job."""
    return [
        (path.name, name, job) for path in WORKFLOWS for name, job in jobs(path.read_text(encoding="utf-8")).items()
    ]


def test_only_who_tells_on_other_channels_has_a_secret() -> None:
    """The secret of the channels is in the jobs that cannot write anything, guarded by an environment, and nowhere else."""
    holders = {(file, name): job for file, name, job in every_job() if "secrets.LODESTAR_CHANNELS" in str(job)}
    assert {("requests.yml", "notify"), ("sweep.yml", "notify")} == set(holders)
    for job in holders.values():
        assert {"contents": "read"} == job["permissions"]
        assert "notify" == job["environment"]["name"]


def test_only_who_reads_the_bot_s_memory_has_its_secret() -> None:
    """The secret of the memory is in one step of the five jobs that read what the bot remembers, guarded by an environment; no job has another."""
    holders = {(file, name): job for file, name, job in every_job() if "secrets.LODESTAR_MEMORY_SECRET" in str(job)}
    readers = {("requests.yml", "bot"), ("sweep.yml", "bot"), ("site.yml", "build"), ("propose.yml", "propose")}
    readers.add(("write-back.yml", "propose"))
    assert readers == set(holders)
    for job in holders.values():
        assert "bot" == job["environment"]["name"]
        assert 1 == sum("secrets." in str(step) for step in job["steps"])
    named = {name for _, _, job in every_job() for name in re.findall(r"secrets\.(\w+)", str(job))}
    assert {"LODESTAR_MEMORY_SECRET", "LODESTAR_CHANNELS"} == named


def test_who_can_start_workflows_runs_no_code_of_the_repository() -> None:
    """A job that may start or switch on workflows checks nothing out, uses no action and installs nothing."""
    for file, name, job in every_job():
        if job["permissions"].get("actions") == "write":
            assert all(step.keys() <= {"name", "env", "run"} for step in job["steps"]), (file, name)
            assert not re.search(r"\b(pip|npm|git|python)\b", str(job["steps"])), (file, name)


def test_who_can_write_runs_the_main_branch_and_nothing_else() -> None:
    """No job that anybody's words can start checks out another branch than the one that the event runs on: main."""
    for path in WORKFLOWS:
        text = path.read_text(encoding="utf-8")
        for step in workflow_lints.steps(text):
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"].keys() <= {"persist-credentials", "fetch-depth"}, path.name


def test_the_bot_is_started_by_what_the_table_says_and_nothing_finer() -> None:
    """The bot looks at issues that are opened, edited, reopened or closed, and at new comments."""
    on = workflow_lints.triggers((GITHUB / "workflows" / "requests.yml").read_text(encoding="utf-8"))
    assert {
        "issues": {"types": ["opened", "edited", "reopened", "closed"]},
        "issue_comment": {"types": ["created"]},
    } == on


def test_a_sweep_went_well_when_the_sweep_itself_did() -> None:
    """The heartbeat on the site asks whether the newest sweep went well, so a dead channel does not make it fail."""
    may_fail = {name: job.get("continue-on-error") for file, name, job in every_job() if file == "sweep.yml"}
    assert {
        "bot": None,
        "notify": "true",
        "site": "true",
        "propose": "true",
        "again": "true",
        "awake": "true",
    } == may_fail


def test_the_linter_passes_over_two_things_and_they_are_real() -> None:
    """The list of exceptions has the triggers of the bot and of the review alone, and without the list the linter names exactly these."""
    rules = workflow_lints.parse((GITHUB / "zizmor.yml").read_text(encoding="utf-8"))["rules"]
    assert {
        "dangerous-triggers": {"ignore": ["requests.yml", "review.yml"]},
        "self-repository": {"disable": "true"},
    } == rules
    answer = run(TOOLS / "zizmor", "--offline", "--no-progress", "--color", "never", "--no-config", GITHUB)
    found = re.findall(r"^(?:error|warning|info|help)\[([\w-]+)\]", answer.stdout, re.MULTILINE)
    assert {"dangerous-triggers": 2, "self-repository": found.count("self-repository")} == Counter(found)
    dangers = re.findall(r"^error\[dangerous-triggers\].*\n *--> .*?([\w-]+\.yml):", answer.stdout, re.MULTILINE)
    assert ["requests.yml", "review.yml"] == sorted(dangers)


def test_zizmor_finds_nothing() -> None:
    """The security linter for workflows finds nothing in ours, even when it looks for what is merely not ideal."""
    answer = run(
        TOOLS / "zizmor",
        "--offline",
        "--persona",
        "auditor",
        "--no-progress",
        "--color",
        "never",
        GITHUB,
        ROOT / "action.yml",
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr


@pytest.mark.parametrize(
    ("old", "new", "audit"),
    [
        ('"$TITLE"', '"${{ github.event.pull_request.title }}"', "template-injection"),
        ("@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1", "@v7", "unpinned-uses"),
        ("    permissions:\n      contents: read\n", "    permissions: write-all\n", "excessive-permissions"),
        ("on: [pull_request]", "on: [pull_request_target]", "dangerous-triggers"),
        ("          persist-credentials: false\n", "          fetch-depth: 2\n", "artipacked"),
    ],
)
def test_zizmor_finds_what_we_fear(tmp_path: Path, old: str, new: str, audit: str) -> None:
    """The security linter is awake: it names each mistake that it is here to find."""
    assert old in GOOD
    path = tmp_path / ".github" / "workflows" / "bad.yml"
    path.parent.mkdir(parents=True)
    path.write_text(GOOD.replace(old, new), encoding="utf-8")
    answer = run(TOOLS / "zizmor", "--offline", "--no-progress", "--color", "never", path)
    assert answer.returncode != 0
    assert audit in answer.stdout


@pytest.mark.parametrize(
    ("schema", "pattern"),
    [
        ("vendor.github-workflows", "workflows/*.yml"),
        ("vendor.dependabot", "dependabot.yml"),
        ("vendor.github-actions", "../action.yml"),
        ("vendor.github-issue-config", "ISSUE_TEMPLATE/config.yml"),
        ("vendor.github-issue-forms", "ISSUE_TEMPLATE/[!c]*.yml"),
    ],
)
def test_each_file_has_the_shape_that_github_publishes(schema: str, pattern: str) -> None:
    """Every file that GitHub reads has the shape of its published schema."""
    paths = sorted(GITHUB.glob(pattern))
    assert paths
    answer = run(TOOLS / "check-jsonschema", "--builtin-schema", schema, *paths)
    assert answer.returncode == 0, answer.stdout + answer.stderr


@pytest.mark.parametrize(
    ("schema", "text"),
    [
        ("vendor.github-workflows", GOOD.replace("runs-on", "run-on")),
        ("vendor.dependabot", "version: 3\nupdates: []\n"),
        ("vendor.github-actions", "name: Ours\ndescription: Ours\nruns: {using: composed}\n"),
        ("vendor.github-issue-config", "blank_issues: false\n"),
        ("vendor.github-issue-forms", "name: Ask\ndescription: Ask\nbody:\n  - type: inputs\n"),
    ],
)
def test_a_wrong_shape_is_found(tmp_path: Path, schema: str, text: str) -> None:
    """The schema check is awake: a misspelt word fails it."""
    path = tmp_path / "wrong.yml"
    path.write_text(text, encoding="utf-8")
    assert run(TOOLS / "check-jsonschema", "--builtin-schema", schema, path).returncode == 1
