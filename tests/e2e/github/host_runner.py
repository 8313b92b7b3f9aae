"""Run our workflows on this computer as GitHub would, with stand-ins for the programs they call.

`host_runner.mjs` reads a workflow with GitHub's own parser and decides by GitHub's own engine of expressions; this
side makes the folder, the stand-ins and the event, and keeps what they were called with.
"""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

HERE = Path(__file__).parent
WORKFLOWS = HERE.parents[2] / ".github" / "workflows"
ACTION = HERE.parents[2] / "action.yml"
PROGRAMS = ("python", "pip", "lodestar", "gh", "curl", "git", "sleep")
TOKEN = "a-token-of-this-run"

STAND_IN = """\
#!{python} -SE
import json, os, sys
words = [os.path.basename(sys.argv[0]), *sys.argv[1:]]
with open({calls!r}, "a", encoding="utf-8") as calls:
    calls.write(json.dumps({{"words": words, "environment": dict(os.environ)}}) + "\\n")
for answer in json.load(open({answers!r}, encoding="utf-8")):
    if words[: len(answer["to"])] == answer["to"]:
        sys.stdout.write(answer["says"])
        if answer["outputs"]:
            with open(words[words.index("--outputs") + 1], "a", encoding="utf-8") as outputs:
                outputs.write(answer["outputs"])
        sys.exit(answer["status"])
if words[0] in {real!r}:
    os.execv({python!r}, [{python!r}, "-m", "generator", *words[1:]])
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a stand-in does when it is called with these words first: print, write into `--outputs`, end."""

    to: tuple[str, ...]
    says: str = ""
    outputs: str = ""
    status: int = 0


@dataclass(frozen=True, slots=True)
class Call:
    """The words that a program was called with, its own name first, and its environment."""

    words: tuple[str, ...]
    environment: dict[str, str]


@dataclass(frozen=True, slots=True)
class Run:
    """What became of a workflow. `jobs` has each job's result, outputs, group and steps; none when it did not start."""

    started: bool
    jobs: dict[str, dict[str, Any]]
    calls: tuple[Call, ...]
    folder: Path

    @property
    def results(self) -> dict[str, str]:
        """How each job ended."""
        return {name: job["result"] for name, job in self.jobs.items()}

    @property
    def words(self) -> list[tuple[str, ...]]:
        """What was called, in order."""
        return [call.words for call in self.calls]

    @property
    def steps(self) -> list[dict[str, Any]]:
        """Every step of every job that ran."""
        return [step for job in self.jobs.values() for step in job["steps"]]


@dataclass(frozen=True, slots=True)
class Event:
    """What happened: GitHub's name for it, its payload, the branch it belongs to and the paths it changed."""

    name: str
    payload: dict[str, Any] = field(default_factory=dict)
    branch: str = "main"
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GitHub:
    """Where the runner says GitHub is, what the repository is called there, and the token of the job."""

    api: str = "https://api.github.invalid"
    repository: str = "o/r"
    token: str = TOKEN


def node(*arguments: str | Path, given: str = "") -> Any:
    """Run host_runner.mjs and return the JSON that it prints."""
    if not os.environ.get("LODESTAR_NODE"):
        pytest.fail(
            "LODESTAR_NODE names no folder. Run the tests by `make test`, which installs GitHub's parser.",
            pytrace=False,
        )
    command = ["node", "--no-warnings", str(HERE / "host_runner.mjs"), *map(str, arguments)]
    done = subprocess.run(command, input=given, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def mistakes(*paths: Path) -> dict[str, list[str]]:
    """Return what GitHub's own parser has against each workflow."""
    return node("read", *paths)


def run_workflow(
    folder: Path,
    text: str,
    event: Event,
    *answers: Answer,
    secrets: dict[str, str] | None = None,
    checkout: Path | None = None,
    github: GitHub = GitHub(),
) -> Run:
    """Run a workflow; a program without an answer says nothing and succeeds.

    With a `checkout`, steps stand in a copy of that folder, and `lodestar` without an answer is Lodestar itself.
    """
    bin_folder, workspace, calls = folder / "bin", folder / "workspace", folder / "calls.jsonl"
    bin_folder.mkdir(parents=True)
    if checkout:
        shutil.copytree(checkout, workspace)
    else:
        workspace.mkdir()
    table = folder / "answers.json"
    table.write_text(
        json.dumps([{"to": one.to, "says": one.says, "outputs": one.outputs, "status": one.status} for one in answers])
    )
    stand_in = STAND_IN.format(
        python=sys.executable, calls=str(calls), answers=str(table), real=["lodestar"] if checkout else []
    )
    for program in PROGRAMS:
        (bin_folder / program).write_text(stand_in, encoding="utf-8")
        (bin_folder / program).chmod(0o755)
    plan = {
        "name": "workflow.yml",
        "text": text,
        "event": event.name,
        "payload": event.payload,
        "branch": event.branch,
        "changed": event.changed,
        "folder": str(folder),
        "workspace": str(workspace),
        "env": {"PYTHONPATH": str(HERE.parents[1]), "HOME": str(folder), "PATH": f"{bin_folder}:/usr/bin:/bin"},
        "secrets": secrets or {},
        "token": github.token,
        "repository": github.repository,
        "api": github.api,
        "given": {
            name: [step.get("with", {}) for step in job.get("steps", ())]
            for name, job in yaml.safe_load(text)["jobs"].items()
        },
        "action": {
            "name": "lodestar-mentors/lodestar@",
            "path": str(ACTION.parent),
            "steps": yaml.safe_load(ACTION.read_text(encoding="utf-8"))["runs"]["steps"],
        },
    }
    told = node(given=json.dumps(plan))
    lines = calls.read_text(encoding="utf-8").splitlines() if calls.exists() else []
    made_calls = tuple(Call(tuple(one["words"]), one["environment"]) for one in map(json.loads, lines))
    return Run(told["started"], told["jobs"], made_calls, folder)
