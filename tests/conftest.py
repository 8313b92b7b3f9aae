"""What all tests share: the day on which they happen, and the example directory, built once and served."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import is_hypothesis_test, settings

from generator.plugin.build import build_with_mkdocs
from tests.examples import MANY, examples
from tests.fakes.example_site import MALLORY, NOW, PROJECT, copy_directory, write_activity
from tests.fakes.serving import serving


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `make test-all` ask for the tests that take minutes."""
    parser.addoption("--exhaustive", action="store_true", help="also run the tests that take minutes")


def pytest_configure(config: pytest.Config) -> None:
    """Say how many examples a property is tried with, before any test is read."""
    if config.getoption("--exhaustive"):
        os.environ[MANY] = "yes"
    # How long an example takes depends on the machine; speed is measured by the benchmarks.
    # A build server draws the same examples each time, so that a run there can be repeated.
    few = settings(deadline=None, derandomize="CI" in os.environ, max_examples=examples(usual=40, many=1000))
    settings.register_profile("lodestar", few)
    settings.load_profile("lodestar")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the tests that take minutes, unless asked for; on a build server the browser's may run once more."""
    if config.getoption("--exhaustive"):
        for test in items:
            if is_hypothesis_test(getattr(test, "function", None)):
                test.add_marker(pytest.mark.exhaustive)
    else:
        items[:] = [test for test in items if not test.get_closest_marker("exhaustive")]
    if "CI" in os.environ:
        for test in items:
            if "browser" in getattr(test, "fixturenames", ()):
                test.add_marker(_ONCE_MORE)


# A build server's browser can be starved of its processor at any moment. There a test in the browser that fails
# runs once more, is counted and named as "rerun"; what fails twice has failed.
_ONCE_MORE = pytest.mark.flaky(reruns=1)


TODAY = date(2026, 11, 21)


@pytest.fixture
def today() -> date:
    """The day on which every test happens."""
    return TODAY


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the example directory, with requests in every state, and one profile that a stranger filled with tricks."""
    root = copy_directory(tmp_path_factory.mktemp("example") / "root")
    (root / "mentors" / "example-mallory.yml").write_text(MALLORY, encoding="utf-8")
    write_activity(root)
    return root


@pytest.fixture(scope="session")
def site(example: Path) -> Path:
    """The built site, in a folder named like its project path."""
    target = example.parent / "served" / PROJECT
    build_with_mkdocs(example, target, NOW)
    return target


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address of the served site, with the project path and a closing slash."""
    with serving(site.parent) as host:
        yield f"{host}{PROJECT}/"
