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
    """Yield every step of every job."""
    for job in jobs(text).values():
        yield from job.get("steps", [])


def triggers(text: str) -> dict:
    """Return what starts a workflow, by event; an event without settings has none."""
    on = parse(text)["on"]
    if isinstance(on, dict):
        return on
    return dict.fromkeys([on] if isinstance(on, str) else on)


def actions_are_pinned(text: str) -> Iterator[str]:
    """Every action is a full commit with its version in a comment, so that nobody can move what it means."""
    for number, line in enumerate(text.splitlines(), 1):
        use = USES.match(line)
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
    """`pull_request_target` would hand our token to a stranger's code."""
    if "pull_request_target" in triggers(text):
        yield "it is started by pull_request_target"


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
