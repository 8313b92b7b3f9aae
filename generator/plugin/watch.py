"""What is watched while serving: our folders and files, also those that appear later."""

import os
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler

from generator.adapters.activity_file import ACTIVITY_FILE
from generator.profiles.source import kind_of

FOLDERS = ("mentors", "programs", "stories", "vocabulary", "overrides")
FILES = ("directory.yml", ACTIVITY_FILE)


def watch_folders(config: MkDocsConfig, root: Path) -> None:
    """Watch the folders of ours that are there; the files, and folders that appear later, are `watch_root`'s."""
    config.watch.extend(str(root / name) for name in FOLDERS if (root / name).is_dir())


def watch_root(server: LiveReloadServer, root: Path) -> None:
    """Watch for our files and folders at the root, also those that are not there yet."""
    server.observer.schedule(_RootHandler(server, root), str(root), recursive=False)


class _RootHandler(FileSystemEventHandler):
    """Rebuilds when something of ours appears, changes or goes at the root, and watches a new folder from then on."""

    def __init__(self, server: LiveReloadServer, root: Path) -> None:
        self._server, self._root = server, root

    def on_any_event(self, event: FileSystemEvent) -> None:
        """See what an event is about; everything else at the root is not ours."""
        for path in (Path(os.fsdecode(event.src_path)), Path(os.fsdecode(event.dest_path or b""))):
            if path.name in FOLDERS and path.is_dir() and event.event_type in ("created", "moved"):
                self._server.watch(str(path))
            if (
                path.name in FILES
                or kind_of(path.name) == "logo"
                or (path.name in FOLDERS and event.event_type != "modified")
            ):
                self._rebuild()

    def _rebuild(self) -> None:
        """Ask as MkDocs' own watching does; it offers no public way."""
        with self._server._rebuild_cond:
            self._server._want_rebuild = True
            self._server._rebuild_cond.notify_all()
