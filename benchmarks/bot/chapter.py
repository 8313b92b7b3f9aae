"""The bot's chapter: one thread, sweeps and sums over a thousand, one event from start to finish, and with its installation."""

import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from shutil import rmtree

from benchmarks.bot.folder import THREADS, Folder, answered, fresh_copies, written_folder
from benchmarks.chapters import Bench
from benchmarks.contenders.programs import BIN, ROOT
from benchmarks.measure import Contender, RunFailedError, run_once
from benchmarks.results import Chapter
from benchmarks.table import Target, markdown_table, measured_table, number

DEFAULT_SIZES = "1000,10000"
REST, MORNING, ACTIVITY, HANDLE = "sweep, nothing due", "sweep, a day's work", "activity", "handle, one event"
_LONG = "100 comments"
_JOB, _SITE = "handle, installed first", "site build, installed first"


def bot_chapter(bench: Bench, sizes: Sequence[int]) -> Chapter:
    """Measure the bot on directories of these sizes, without any network but for the installation."""
    tables: list[str] = []
    for size in sizes:
        bench.told(f"bot, {size:,} mentors, {THREADS:,} threads")
        folder = written_folder(bench.folder / f"bot-{size}", size, date.today())
        tables += [f"{size:,} mentors, single threads:\n", _one_thread(bench, folder, size)]
        tables += [f"{size:,} mentors, {THREADS:,} threads, whole processes:\n", _processes(bench, folder, size)]
    tables += _installed(
        bench, written_folder(bench.folder / f"bot-{min(sizes)}", min(sizes), date.today()), min(sizes)
    )
    words = (
        "A folder of threads stands in for GitHub, so nothing here waits for a network; targets are held against seconds of processor, which a busy machine does not stretch. "
        "The threads are those of `lodestar demo`. A single thread is measured after a first time in the same process, which is told beside it. "
        f"A day's work is the sweep of the next morning on a fresh copy: reminders, endings with others named, and {THREADS:,} threads read to find them. "
        "`handle` reads one event and all threads, because limits and pauses depend on the others, and answers an `/accept`. "
        "With the installation each makes a new virtual environment and fetches everything without pip's cache, as a workflow's job does; that part is mostly the network's."
    )
    return Chapter("Bot", words, tuple(tables))


def _one_thread(bench: Bench, folder: Folder, size: int) -> str:
    answer = bench.folder / "one-thread.json"
    command = (sys.executable, "-m", "benchmarks.bot.one_thread", str(folder.root), folder.at_rest, str(answer))
    run_once(Contender("reduce and plan", ("env", f"PYTHONPATH={ROOT}", *command)), bench.folder / "log")
    measured = json.loads(answer.read_text(encoding="utf-8"))
    cells = [
        (
            one["case"],
            str(one["comments"]),
            str(one["actions"]),
            f"{number(one['median'])} ms",
            f"{number(one['first'])} ms",
        )
        for one in measured
    ]
    slowest = max(one["median"] for one in measured if one["case"].startswith(_LONG))
    bench.told(f"  {_LONG}: {slowest:.1f} ms")
    bench.targets.append(Target(f"bot: reduce and plan {_LONG}, {size:,} mentors", slowest, 50, " ms"))
    return markdown_table(("thread", "comments", "actions", "median", "first"), cells)


def _processes(bench: Bench, folder: Folder, size: int) -> str:
    copies = bench.folder / "bot-copies"
    rmtree(copies, ignore_errors=True)
    of_root = ("--root", str(folder.root))
    contenders = [
        Contender(
            REST, (f"{BIN}/lodestar", "sweep", "--forge", f"folder:{folder.threads}", *of_root, "--now", folder.at_rest)
        ),
        Contender(
            ACTIVITY,
            (f"{BIN}/lodestar", "activity", "--forge", f"folder:{folder.threads}", *of_root, "--now", folder.at_rest),
        ),
    ]
    for threads in fresh_copies(folder, bench.runs, copies / "sweep"):
        contenders.append(
            Contender(
                MORNING,
                (f"{BIN}/lodestar", "sweep", "--forge", f"folder:{threads}", *of_root, "--now", folder.next_morning),
                most_runs=1,
            )
        )
    for threads in fresh_copies(folder, bench.runs, copies / "handle"):
        contenders.append(_handle(folder, threads))
    rows = bench.measure(contenders)
    rmtree(copies)
    for row in rows:
        if row.name in (REST, MORNING):
            bench.targets.append(
                Target(f"bot: {row.name}, {THREADS:,} threads, {size:,} mentors, processor", row.processor, 5, " s")
            )
    return measured_table(rows, REST)


def _handle(folder: Folder, threads: Path, name: str = HANDLE) -> Contender:
    event = answered(threads, folder.now)
    command = (
        f"{BIN}/lodestar",
        "handle",
        str(event),
        "--forge",
        f"folder:{threads}",
        "--root",
        str(folder.root),
        "--now",
        folder.at_rest,
    )
    return Contender(name, command, most_runs=1)


def _installed(bench: Bench, folder: Folder, size: int) -> list[str]:
    """Measure a job from an empty machine on, once: everything is fetched anew each time."""
    bench.told("bot, installation included")
    threads = fresh_copies(folder, 1, bench.folder / "bot-copies")[0]
    environment, site = bench.folder / "fresh", bench.folder / "fresh-site"
    handled = _handle(folder, threads).command[1:]
    built = ("build", "--root", str(folder.root), "--site-dir", str(site))
    jobs = ((_JOB, f"{ROOT}[bot]", handled), (_SITE, f"{ROOT}[site]", built))
    steps, contenders = [], []
    for name, package, arguments in jobs:
        answer = bench.folder / "fresh.json"
        command = (
            sys.executable,
            str(ROOT / "benchmarks/bot/fresh.py"),
            str(answer),
            str(environment),
            package,
            *arguments,
        )
        contenders.append(Contender(name, command, environment, most_runs=1))
        try:
            whole = run_once(contenders[-1], bench.folder / "log")
        except RunFailedError as error:
            bench.told(str(error))
            return ["With the installation nothing was measured: the packages could not be fetched.\n"]
        parts = json.loads(answer.read_text(encoding="utf-8"))
        steps.append((name, whole.seconds, parts))
        bench.told(f"  {name}: {whole.seconds:.1f} s")
    bench.contenders += contenders
    rmtree(bench.folder / "bot-copies")
    base = steps[0][1]
    cells = [
        (name, f"{number(whole)} s", f"{number(whole / base)} x", *(f"{number(part)} s" for part in parts))
        for name, whole, parts in steps
    ]
    return [
        f"{size:,} mentors, from an empty virtual environment on, once:\n",
        markdown_table(("job", "seconds", f"against {_JOB}", "environment", "installation", "command"), cells),
    ]
