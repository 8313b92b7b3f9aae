"""Serve a folder of pages to a browser on this machine."""

import functools
import http.server
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

WAIT = (float(os.environ.get("LODESTAR_SLOWNESS", "1")) - 1) / 20
"""How many seconds each answer waits, where tests run as on a slow machine (see tests/README.md)."""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        time.sleep(WAIT)
        super().do_GET()

    def log_message(self, *arguments: object) -> None:
        pass


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder and give its address, with a closing slash."""
    quiet = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), quiet) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()
