"""Serve the site with MkDocs while it is worked on: what it shows, and how rebuilds stay quick."""

import logging
import os
import sys
import tempfile
from pathlib import Path

from mkdocs.commands import serve as mkdocs_serve
from mkdocs.exceptions import Abort, ConfigurationError, PluginError

from generator.adapters.clock import build_time
from generator.app.build import load_site
from generator.app.site_folder import BuildError
from generator.plugin.build import config_file_of
from generator.text.catalogue import _


def serve_with_mkdocs(root: Path, host: str, port: int) -> None:
    """Serve and rebuild as `mkdocs serve` does; raise LodestarError where the first build fails."""
    load_site(root, build_time())
    _show_messages()
    _hurry()
    try:
        mkdocs_serve.serve(config_file=config_file_of(root), dev_addr=f"{host}:{port}", livereload=True)
    except OSError as error:
        raise BuildError(
            _(
                "The site can't be served at {host}:{port} ({reason}). Try another port: --port {other}",
                host=host,
                port=port,
                reason=error.strerror,
                other=port + 1,
            )
        ) from None
    except (Abort, ConfigurationError, PluginError) as error:
        raise BuildError(str(error).strip("\n")) from None


def _show_messages() -> None:
    """Show what MkDocs says while it serves, but not that it leaves the layouts' pages to us."""
    log = logging.getLogger("mkdocs")
    log.setLevel(logging.INFO)
    shown = logging.StreamHandler()
    shown.addFilter(
        lambda record: not record.getMessage().endswith(("Generated empty output.", "generated empty output."))
    )
    log.addHandler(shown)


def _hurry() -> None:
    """Make rebuilds quick: MkDocs' watching thread would hold up each of our thousands of small writes.

    The served copy of the site goes to memory where the system offers a folder there.
    """
    sys.setswitchinterval(0.0002)
    if os.access("/dev/shm", os.W_OK):  # noqa: S108  only a copy that MkDocs deletes again
        tempfile.tempdir = "/dev/shm"  # noqa: S108
