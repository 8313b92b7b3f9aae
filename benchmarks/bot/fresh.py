"""Install Lodestar into a new virtual environment and run one command of it, as a job of a workflow does.

`python fresh.py ANSWER ENVIRONMENT PACKAGE ARGUMENTS...`, standard library only. The answer is JSON: seconds for
making the environment, for the installation, and for the command.
"""

import json
import subprocess
import sys
import time
from pathlib import Path


def main(answer: str, environment: str, package: str, arguments: list[str]) -> None:
    """Do the three steps; a step that fails ends it all."""
    steps = [
        [sys.executable, "-m", "venv", environment],
        [
            f"{environment}/bin/python",
            "-m",
            "pip",
            "install",
            "--quiet",
            "--no-cache-dir",
            "--disable-pip-version-check",
            package,
        ],
        [f"{environment}/bin/lodestar", *arguments],
    ]
    seconds = []
    for step in steps:
        began = time.perf_counter()
        subprocess.run(step, check=True, stdin=subprocess.DEVNULL)
        seconds.append(time.perf_counter() - began)
    Path(answer).write_text(json.dumps(seconds), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4:])
