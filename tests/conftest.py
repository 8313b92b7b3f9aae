"""What all tests share: the day on which they happen, and the example directory, built once and served."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from generator.plugin.build import build_with_mkdocs
from tests.fakes.example_site import MALLORY, NOW, PROJECT, copy_directory, write_activity
from tests.fakes.serving import serving

# How long an example takes depends on the machine; speed is measured by the benchmarks.
settings.register_profile("lodestar", deadline=None)
settings.load_profile("lodestar")

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
