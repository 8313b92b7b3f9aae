"""The chapters of the measurement: what runs against what at which size, and which targets follow from it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from statistics import median

from benchmarks.contenders import programs
from benchmarks.contenders.hugo_site import write_hugo
from benchmarks.contenders.material import write_material
from benchmarks.measure import Contender, run_in_turn
from benchmarks.rebuild import served_seconds
from benchmarks.results import Chapter
from benchmarks.table import Row, Target, markdown_table, measured_table, number, ratio, rows_of
from benchmarks.weight import first_visit, weigh, zipped
from generator.app.check import check_root
from generator.demo import write_demo

LARGE = 10_000
"""The size that the targets are about; at it, slow contenders run once."""


@dataclass(slots=True)
class Bench:
    """One run of the benchmarks: where it works, how often, whom it tells, and what it found."""

    folder: Path
    runs: int
    told: Callable[[str], None]
    targets: list[Target] = field(default_factory=list)
    contenders: list[Contender] = field(default_factory=list)

    def directory(self, size: int) -> Path:
        """Return the synthetic directory of a size, written at the first call."""
        folder = self.folder / f"{size}" / "directory"
        if not folder.exists():
            write_demo(folder, size, 1, date.today())
        return folder

    def measure(self, contenders: list[Contender], runs: int | None = None) -> list[Row]:
        """Run the contenders in turn and return their rows."""
        self.contenders += contenders
        return rows_of(run_in_turn(contenders, runs or self.runs, self.folder / "log", self.told))


def check_chapter(bench: Bench, sizes: list[int]) -> Chapter:
    """Measure the check of whole directories and of one changed profile."""
    tables = []
    for size in sizes:
        bench.told(f"check, {size:,} profiles")
        directory = bench.directory(size)
        others = programs.schema_contenders(directory, naive_too=size <= 100) if size <= 1000 else []
        rows = bench.measure(programs.check_contenders(directory) + others)
        tables += [f"{size:,} profiles:\n", measured_table(rows, programs.LODESTAR)]
        if size == max(sizes):
            bench.targets.append(
                Target(
                    f"check of {size:,} against CSafeLoader's parse",
                    ratio(rows, programs.LODESTAR, programs.PARSE),
                    1,
                    " x",
                )
            )
    bench.told(f"check, one changed profile of {max(sizes):,}")
    one = bench.measure([programs.one_changed(bench.directory(max(sizes)))])
    tables += [f"One changed profile of {max(sizes):,}:\n", measured_table(one, one[0].name)]
    bench.targets.append(Target(f"check of one changed profile of {max(sizes):,}", one[0].seconds, 1, " s"))
    words = (
        "Lodestar checks every file against its schema and all rules. `CSafeLoader` merely parses the profiles and judges nothing. "
        "`jsonschema.validate` and `check-jsonschema` check the schema alone, once each, and only up to 100 and 1,000 profiles: "
        "the first compiles the schema anew for each of them."
    )
    return Chapter("Check", words, tuple(tables))


def build_chapter(bench: Bench, sizes: list[int]) -> Chapter:
    """Measure whole builds, and say what each contender made."""
    tables = []
    for size in sizes:
        bench.told(f"build, {size:,} mentors")
        contenders = _build_contenders(bench, size)
        rows = bench.measure(contenders)
        made = [(one.name, weigh(one.output)) for one in contenders if one.output]
        cells = [
            (name, f"{weight.pages:,}", f"{weight.files:,}", f"{weight.size / 1e6:,.1f} MB") for name, weight in made
        ]
        tables += [
            f"{size:,} mentors:\n",
            measured_table(rows, programs.LODESTAR),
            markdown_table(("made", "pages", "files", "size"), cells),
        ]
        if size == max(sizes):
            bench.targets += (
                Target(
                    f"build of {size:,} against Material for MkDocs",
                    ratio(rows, programs.LODESTAR, programs.MATERIAL),
                    0.1,
                    " x",
                ),
                Target(
                    f"build of {size:,} against Hugo with a small template",
                    ratio(rows, programs.LODESTAR, programs.HUGO),
                    1,
                    " x",
                ),
                Target(f"memory of the build of {size:,}", rows[0].megabytes, 300, " MB"),
            )
    words = (
        "Lodestar checks everything, then builds with Material's chrome on every page. Material for MkDocs renders a Markdown page a mentor, not in the "
        "navigation, its search on as it is by default. Hugo with a small template makes pages of about 2 KB, no lists and no terms. "
        "Hugo asked for the same work shows every fact and adds taxonomies with paginated lists and a JSON file a mentor, but no theme, "
        "search index, feed or calendar. Nobody but Lodestar checks anything."
    )
    return Chapter("Build", words, tuple(tables))


def _build_contenders(bench: Bench, size: int) -> list[Contender]:
    directory = check_root(bench.directory(size), date.today()).directory
    if directory is None:
        raise SystemExit("the synthetic directory has errors; run `lodestar demo` and `lodestar check` to see them")
    place = bench.folder / f"{size}"
    projects = [place / name for name in ("material", "hugo_small", "hugo_full")]
    if not projects[0].exists():
        write_material(directory, projects[0])
        write_hugo(directory, projects[1], "hugo_small")
        write_hugo(directory, projects[2], "hugo_full")
    return [
        programs.build_lodestar(bench.directory(size), place / "out-lodestar"),
        programs.build_hugo(programs.HUGO, projects[1], place / "out-hugo-small"),
        programs.build_hugo(programs.HUGO_FULL, projects[2], place / "out-hugo-full"),
        programs.build_material(projects[0], place / "out-material", 1 if size >= LARGE else bench.runs),
    ]


def weight_chapter(bench: Bench, sizes: list[int]) -> Chapter:
    """Weigh what the browser loads, on the sites that the build left behind."""
    cells = []
    for size in sizes:
        site = bench.folder / f"{size}" / "out-lodestar"
        index = [
            path
            for path in sorted((site / "api/directory").rglob("*"))
            if path.is_file() and path.parent.name != "texts"
        ]
        facets = zipped([path for path in index if path.name == "facets.json"])
        whole = zipped(index)
        visit = zipped([site / path for path in first_visit(site, "mentors/index.html")])
        cells.append(
            (
                f"{size:,}",
                f"{whole / 1000:,.0f} KB",
                f"{whole / size:.1f} B",
                f"{facets / 1000:,.0f} KB",
                f"{visit / 1000:,.0f} KB",
            )
        )
        if size == LARGE:
            bench.targets.append(Target(f"directory data for each of {size:,} mentors", whole / size, 45, " B"))
        if size == 100:
            bench.targets.append(Target("first visit of the directory of 100", visit / 1000, 200, " KB"))
    words = "Everything gzipped file by file. The index is all of `api/directory/` but the bios in `texts/`, which are fetched only when somebody searches in them; a first visit is the page, its styles and its scripts, theme included."
    return Chapter("Bytes", words, (markdown_table(("mentors", "index", "each", "facets", "first visit"), cells),))


def rebuild_chapter(bench: Bench, size: int) -> Chapter:
    """Measure how soon a changed profile shows while serving: the rebuild alone, and until it is on the page."""
    bench.told(f"rebuild, {size:,} mentors")
    rebuilds, shows = served_seconds(bench.directory(size), bench.runs)
    rebuilt, served = median(rebuilds), median(shows)
    bench.told(f"  rebuilt in {rebuilt:.2f} s, shown after {served:.2f} s")
    bench.targets.append(Target(f"rebuild after one changed profile of {size:,}", rebuilt, 1, " s"))
    cells = (
        ("rebuild, by the server's own words", f"{number(rebuilt)} s"),
        ("saved until shown by `lodestar serve`", f"{number(served)} s"),
    )
    words = "The second number adds what MkDocs' server waits before it notices a change and for more changes to come, half a second to a second."
    return Chapter(
        f"Rebuild after one changed profile, {size:,} mentors", words, (markdown_table(("what", "median"), cells),)
    )
