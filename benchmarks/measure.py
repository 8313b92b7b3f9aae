"""Run whole processes in turn and note how long each took and how much memory it held: the edge of the benchmarks."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

LAUNCHER = Path(__file__).with_name("launch.py")


@dataclass(frozen=True, slots=True)
class Contender:
    """One program that does the work: a command, how often it is run at most, and what must be cleared before each run."""

    name: str
    command: tuple[str, ...]
    output: Path | None = None
    most_runs: int = 99


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a whole process: seconds on the wall, start of the interpreter included, of processor, and peak memory."""

    seconds: float
    processor: float
    megabytes: float


class RunFailedError(Exception):
    """A contender did not do its work, so its time means nothing."""


def run_once(contender: Contender, log: Path) -> Run:
    """Run a contender and wait for it; what it says goes into a log."""
    _clear(contender.output)
    answer = log.with_suffix(".answer")
    with log.open("wb") as said:
        launcher = (sys.executable, "-I", "-S", str(LAUNCHER), str(answer), *contender.command)
        subprocess.run(launcher, stdout=said, stderr=said, stdin=subprocess.DEVNULL, check=True, cwd=log.parent)
    seconds, processor, kilobytes, status = json.loads(answer.read_text(encoding="utf-8"))
    if status != 0:
        last = log.read_text(encoding="utf-8", errors="replace")[-2000:]
        raise RunFailedError(f"{contender.name} ended with status {status}:\n{last}")
    return Run(seconds, processor, kilobytes / 1024)


def _clear(folder: Path | None) -> None:
    if folder:
        subprocess.run(["rm", "-rf", str(folder)], check=True)


def run_in_turn(
    contenders: Sequence[Contender], runs: int, log: Path, told: Callable[[str], None]
) -> dict[str, list[Run]]:
    """Run each contender once, then each again, so that a slow minute of the machine slows all of them."""
    found: dict[str, list[Run]] = {contender.name: [] for contender in contenders}
    for number in range(runs):
        for contender in contenders:
            if number < contender.most_runs:
                run = run_once(contender, log)
                found[contender.name].append(run)
                told(
                    f"  {contender.name}: {run.seconds:.2f} s, {run.processor:.2f} s of processor, {run.megabytes:.0f} MB"
                )
    return found


@contextmanager
def work_folder():
    """Give a folder in memory where there is one, else on the disk, and delete it afterwards."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(
        prefix="lodestar-bench-", dir=memory if os.access(memory, os.W_OK) else None
    ) as folder:
        yield Path(folder)
