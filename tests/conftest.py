"""What all tests share: the day on which they happen, and the example directory, built once and served."""

import functools
import http.server
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from example_site import MALLORY, NOW, PROJECT, copy_directory, write_activity
from hypothesis import settings

from generator.mkdocs_plugin import build_with_mkdocs

# How long an example takes depends on the machine; speed is measured by the benchmarks.
settings.register_profile("lodestar", deadline=None)
settings.load_profile("lodestar")

TODAY = date(2026, 11, 21)
EXAMPLES = Path(__file__).parent / "examples"


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
    quiet = functools.partial(_Quiet, directory=str(site.parent))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), quiet) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/{PROJECT}/"
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        pass
