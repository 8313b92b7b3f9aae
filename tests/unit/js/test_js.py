"""Run the tests of the JavaScript modules, so that one command tests everything."""

import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed, so JavaScript cannot be tested")
def test_javascript_keeps_its_promises() -> None:
    """Every promise that the JavaScript tests state is kept; what fails is printed."""
    files = sorted(map(str, HERE.glob("*.test.mjs")))
    done = subprocess.run(["node", "--test", *files], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
