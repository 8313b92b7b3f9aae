"""What we promise about every workflow, as functions from a workflow's text to what is wrong with it."""

import re
from collections.abc import Callable, Iterator

import yaml

Lint = Callable[[str], Iterator[str]]

USES = re.compile(r"^\s*(?:-\s+)?uses:\s*(?P<action>\S+)(?P<comment>.*)$")
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}")
VERSION = re.compile(r"\s+# v\d+(\.\d+){0,2}\s*")


def parse(text: str) -> dict:
    """Read a workflow with every value as the text it was written as, so that `on` stays a word."""
    return yaml.load(text, Loader=yaml.BaseLoader)


def jobs(text: str) -> dict[str, dict]:
    """Return a workflow's jobs by id."""
    return parse(text)["jobs"]


def steps(text: str) -> Iterator[dict]:
    """Yield every step of every job, or those of an action."""
    read = parse(text)
    for job in read["jobs"].values() if "jobs" in read else (read["runs"],):
        yield from job.get("steps", [])


def triggers(text: str) -> dict:
    """Return what starts a workflow, by event; an event without settings has none."""
    on = parse(text)["on"]
    if isinstance(on, dict):
        return on
    return dict.fromkeys([on] if isinstance(on, str) else on)


def actions_are_pinned(text: str) -> Iterator[str]:
    """Every action of others is a full commit with its version in a comment, so that nobody can move what it means."""
    for number, line in enumerate(text.splitlines(), 1):
        use = USES.match(line)
        if use and use["action"].startswith("./"):
            continue  # it is in the same commit
        if use and not (PINNED.fullmatch(use["action"]) and VERSION.fullmatch(use["comment"])):
            yield f"line {number}: {use['action']} needs a 40-digit commit and a comment with its version"


def no_rights_by_default(text: str) -> Iterator[str]:
    """The workflow grants nothing, and each job says what it needs."""
    if parse(text).get("permissions") != {}:
        yield "the workflow's own permissions are not {}"
    for name, job in jobs(text).items():
        if not isinstance(job.get("permissions"), dict):
            yield f"job {name} does not list its permissions"


def no_expression_in_a_shell(text: str) -> Iterator[str]:
    """No `${{` inside `run`: a title or a name must never become a command; values go through `env`."""
    for step in steps(text):
        if "${{" in step.get("run", ""):
            yield f"an expression in the run of {step.get('name', 'a step')}"


def threads_command_nothing(text: str) -> Iterator[str]:
    """What is printed can command the runner, so whoever reads threads tells it first to obey nothing more."""
    for step in steps(text):
        if "--forge github" in step.get("run", "") and not step["run"].startswith(
            'echo "::stop-commands::$(cat /proc/'
        ):
            yield f"{step.get('name', 'a step')} reads threads and does not begin with stop-commands"


def no_foreign_code_with_rights(text: str) -> Iterator[str]:
    """`pull_request_target` would hand our token to a stranger's code, unless the change is only fetched and read as data."""
    if "pull_request_target" not in triggers(text):
        return
    if _FETCHED_AS_DATA not in text:
        yield "it is started by pull_request_target"
    if _CHANGE_ON_DISK.search(text):
        yield "it brings a stranger's change to the disk"


_FETCHED_AS_DATA = '"+refs/pull/$NUMBER/head:refs/lodestar/head"'
_CHANGE_ON_DISK = re.compile(
    r"\bgit (?:-\S+ )*(?!fetch\b)\w|\bhead_ref\b|\bhead\.(?:sha|ref|repo)\b|merge_commit_sha|^ +(?:ref|repository|allow-\S+):",
    re.MULTILINE,
)


def no_cache(text: str) -> Iterator[str]:
    """A cache carries what one run wrote into another run with more rights."""
    for step in steps(text):
        if step.get("uses", "").startswith("actions/cache"):
            yield "it uses actions/cache"
        if step.get("with", {}).get("cache", "false") != "false":
            yield f"{step['uses']} keeps a cache"


def checkout_keeps_no_token(text: str) -> Iterator[str]:
    """What runs after a checkout must not find the token in `.git/config`."""
    for step in steps(text):
        checks_out = step.get("uses", "").startswith("actions/checkout@")
        if checks_out and step.get("with", {}).get("persist-credentials") != "false":
            yield "a checkout without persist-credentials: false"


def every_job_ends(text: str) -> Iterator[str]:
    """A job that hangs stops by itself long before GitHub's six hours."""
    for name, job in jobs(text).items():
        if "timeout-minutes" not in job:
            yield f"job {name} has no timeout-minutes"


def not_on_the_hour(text: str) -> Iterator[str]:
    """GitHub delays and drops what everybody schedules for the full hour."""
    for entry in triggers(text).get("schedule") or []:
        if entry["cron"].split()[0] in {"0", "00", "*"}:
            yield f"the schedule {entry['cron']} is on the hour"


LINTS: tuple[Lint, ...] = (
    actions_are_pinned,
    no_rights_by_default,
    no_expression_in_a_shell,
    threads_command_nothing,
    no_foreign_code_with_rights,
    no_cache,
    checkout_keeps_no_token,
    every_job_ends,
    not_on_the_hour,
)

CHECKOUT = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1"
PYTHON = "actions/setup-python@5fda3b95a4ea91299a34e894583c3862153e4b97 # v7.0.0"

GOOD = f"""\
on: [pull_request]
permissions: {{}}
jobs:
  one:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions:
      contents: read
    steps:
      - uses: {CHECKOUT}
        with:
          persist-credentials: false
      - uses: {PYTHON}
        with:
          python-version: "3.13"
      - run: echo "$TITLE"
        env:
          TITLE: ${{{{ github.event.pull_request.title }}}}
"""

BAD = [
    ("actions_are_pinned", "@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1", "@v7"),
    ("actions_are_pinned", "@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1", "@3d3c42e # v7.0.1"),
    ("actions_are_pinned", " # v7.0.1", ""),
    ("actions_are_pinned", " # v7.0.1", " # newest"),
    ("no_rights_by_default", "permissions: {}\n", ""),
    ("no_rights_by_default", "permissions: {}", "permissions: read-all"),
    ("no_rights_by_default", "    permissions:\n      contents: read\n", ""),
    ("no_rights_by_default", "    permissions:\n      contents: read\n", "    permissions: write-all\n"),
    ("no_expression_in_a_shell", '"$TITLE"', '"${{ github.event.pull_request.title }}"'),
    ("no_expression_in_a_shell", 'run: echo "$TITLE"', "run: |\n          echo ${{ github.sha }}"),
    ("threads_command_nothing", 'run: echo "$TITLE"', "run: lodestar sweep --forge github"),
    (
        "threads_command_nothing",
        'run: echo "$TITLE"',
        "run: |\n          lodestar sweep --forge github\n          echo '::stop-commands::x'",
    ),
    ("no_foreign_code_with_rights", "on: [pull_request]", "on: [pull_request_target]"),
    ("no_foreign_code_with_rights", "on: [pull_request]", "on: pull_request_target"),
    ("no_foreign_code_with_rights", "on: [pull_request]", "on:\n  pull_request_target:\n    types: [opened]"),
    (
        "no_foreign_code_with_rights",
        "on: [pull_request]",
        'on: [pull_request_target]\n# git checkout FETCH_HEAD "+refs/pull/$NUMBER/head:refs/lodestar/head"',
    ),
    ("no_cache", 'python-version: "3.13"', "cache: pip"),
    ("no_cache", "- uses: actions/setup-python", "- uses: actions/cache"),
    ("checkout_keeps_no_token", "persist-credentials: false", "persist-credentials: true"),
    ("checkout_keeps_no_token", "        with:\n          persist-credentials: false\n", ""),
    ("every_job_ends", "    timeout-minutes: 5\n", ""),
    ("not_on_the_hour", "on: [pull_request]", 'on:\n  schedule:\n    - cron: "0 4 * * *"'),
]
"""Changes of the good example, each with the promise that it breaks."""
