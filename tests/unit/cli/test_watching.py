"""While serving, what appears later is seen as well."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from generator.plugin.watch import watch_folders, watch_root


@pytest.fixture
def builds(tmp_path: Path) -> Iterator[threading.Semaphore]:
    """A server that watches a directory without an activity file and without programs, and counts its builds."""
    (tmp_path / "mentors").mkdir()
    (tmp_path / "directory.yml").touch()
    done = threading.Semaphore(0)
    server = LiveReloadServer(done.release, "127.0.0.1", 0, str(tmp_path), polling_interval=0.05)
    config = MkDocsConfig()
    watch_folders(config, tmp_path)
    for folder in config.watch:
        server.watch(str(folder))
    watch_root(server, tmp_path)
    server.observer.start()
    loop = threading.Thread(target=server._build_loop, daemon=True)
    loop.start()
    yield done
    server.observer.stop()
    with server._rebuild_cond:
        server._shutdown = True
        server._rebuild_cond.notify_all()
    server.server_close()


@pytest.mark.parametrize("path", ["activity.json", "directory.yml", "mentors/ada-l.yml", "programs/spring.yml"])
def test_what_appears_or_changes_is_built(path: str, tmp_path: Path, builds: threading.Semaphore) -> None:
    """An activity file, a profile, a change of the settings and a first program each start a build by themselves."""
    (tmp_path / path).parent.mkdir(exist_ok=True)
    (tmp_path / path).write_text("name: New\n", encoding="utf-8")
    assert builds.acquire(timeout=30)


def test_a_file_in_a_new_folder_is_seen(tmp_path: Path, builds: threading.Semaphore) -> None:
    """A folder that appears is watched from then on."""
    (tmp_path / "vocabulary").mkdir()
    assert builds.acquire(timeout=30)
    while builds.acquire(timeout=1):
        pass
    (tmp_path / "vocabulary" / "skills.yml").write_text("python: Python\n", encoding="utf-8")
    assert builds.acquire(timeout=30)
