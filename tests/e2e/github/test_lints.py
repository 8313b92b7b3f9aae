"""Our own promises about workflows and issue forms: each file keeps them, and each can be broken and found."""

from pathlib import Path
from types import ModuleType

import pytest

from tests.e2e.github import form_lints, workflow_lints
from tests.paths import ROOT

GITHUB = ROOT / ".github"
KINDS = {
    "workflow": (workflow_lints, sorted((GITHUB / "workflows").glob("*.yml"))),
    "form": (
        form_lints,
        sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml"),
    ),
}
ACTION = ROOT / "action.yml"
FOR_ACTIONS = (
    workflow_lints.actions_are_pinned,
    workflow_lints.no_expression_in_a_shell,
    workflow_lints.threads_command_nothing,
    workflow_lints.no_cache,
    workflow_lints.checkout_keeps_no_token,
)
LINTS = [module for module, _ in KINDS.values()]


@pytest.mark.parametrize(
    ("lint", "path"),
    [
        pytest.param(lint, path, id=f"{path.name} {lint.__name__}")
        for module, paths in KINDS.values()
        for lint in module.LINTS
        for path in paths
    ],
)
def test_each_file_keeps_each_promise(lint: form_lints.Lint | workflow_lints.Lint, path: Path) -> None:
    """Every workflow and every form keeps every promise of its kind."""
    assert list(lint(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("lint", FOR_ACTIONS, ids=lambda lint: lint.__name__)
def test_our_own_action_keeps_what_is_about_steps(lint: workflow_lints.Lint) -> None:
    """What every workflow runs first keeps the promises about steps."""
    assert list(lint(ACTION.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("lints", LINTS, ids=list(KINDS))
def test_the_good_example_keeps_every_promise(lints: ModuleType) -> None:
    """What the bad examples are made from is good, so each of them is bad for one reason."""
    assert [finding for lint in lints.LINTS for finding in lint(lints.GOOD)] == []


@pytest.mark.parametrize(("lints", "name", "old", "new"), [(lints, *bad) for lints in LINTS for bad in lints.BAD])
def test_a_broken_promise_is_found(lints: ModuleType, name: str, old: str, new: str) -> None:
    """Each promise can be broken, and breaking it is found."""
    assert old in lints.GOOD
    assert list(getattr(lints, name)(lints.GOOD.replace(old, new, 1)))


@pytest.mark.parametrize("lints", LINTS, ids=list(KINDS))
def test_every_promise_has_a_bad_example(lints: ModuleType) -> None:
    """No promise is kept by a lint that never finds anything."""
    assert {name for name, _, _ in lints.BAD} == {lint.__name__ for lint in lints.LINTS}
