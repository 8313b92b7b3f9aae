"""Put together what one measurement serves: our index and modules, the contenders' data and code, and the questions."""

import json
import os
import shutil
from dataclasses import dataclass
from datetime import date
from glob import glob
from pathlib import Path

import material

import generator.site
from benchmarks.contenders.programs import BIN
from benchmarks.finder.people import documents, make_people, our_files
from benchmarks.finder.questions import COUNTED, draw_filters, draw_learners, draw_queries
from benchmarks.finder.theme_search import search_index
from benchmarks.measure import RunFailedError
from benchmarks.weight import with_imports, zipped
from generator.app.build import asset_files

ASKED = 200
SEED = 1
PAGE = Path(__file__).parent / "page"
ASSETS = Path(generator.site.__path__[0]) / "assets"
WORKER = "assets/lodestar/search/directory-worker.js"
CATALOGUE = "assets/lodestar/lib/catalogue.js"


@dataclass(frozen=True, slots=True)
class Load:
    """What a browser fetches before it can search for words: bytes as they are, compressed, and those of the code."""

    contender: str
    raw: int
    zipped: int
    code: int


def node_folder() -> Path:
    """Find the search libraries that `make bench` installed."""
    folder = Path(os.environ.get("LODESTAR_BENCH_NODE") or BIN.parent / "bench-node") / "node_modules"
    if not (folder / "minisearch").is_dir():
        raise RunFailedError(
            "The search libraries are not installed. Run `make bench`, or name their folder in LODESTAR_BENCH_NODE."
        )
    return folder


def library_versions() -> dict[str, str]:
    """Read which versions npm installed."""
    names = {"minisearch": "MiniSearch", "fuse.js": "Fuse.js"}
    return {
        word: json.loads((node_folder() / name / "package.json").read_bytes())["version"]
        for name, word in names.items()
    }


def fill_folder(folder: Path, size: int, today: date) -> None:
    """Write everything for a directory of so many mentors into a new folder."""
    people = make_people(size, SEED, today, folder / "shared")
    for file in our_files(people):
        _write(folder / file.path, file.content)
    for path, source in asset_files():
        _write(folder / path, source.read_bytes())
    # The build writes this one itself, in the community's language.
    _write(folder / CATALOGUE, (ASSETS / "lib" / "catalogue.js").read_bytes())
    shutil.copytree(PAGE, folder / "page")
    known = documents(people)
    _write(folder / "people.json", _json(known))
    _write(folder / "search/search_index.json", search_index(known).encode())
    questions = {
        "texts": draw_queries(known, ASKED, SEED),
        "filters": draw_filters(people.listed, ASKED, SEED),
        "learners": draw_learners(people.listed, ASKED, SEED),
        "counted": COUNTED,
        "today": today.isoformat(),
    }
    _write(folder / "questions.json", _json(questions))
    theme = Path(material.__file__).parent / "templates/assets/javascripts/workers"
    _write(folder / "libraries/material-search.js", Path(glob(f"{theme}/search.*.min.js")[0]).read_bytes())
    _write(folder / "libraries/minisearch.js", (node_folder() / "minisearch/dist/es/index.js").read_bytes())
    _write(folder / "libraries/fuse.min.mjs", (node_folder() / "fuse.js/dist/fuse.min.mjs").read_bytes())


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def weigh_folder(folder: Path) -> list[Load]:
    """Weigh what each contender loads; ours in parts, because filters need only the first."""
    index = folder / "api/directory"
    facets = [index / "facets.json", index / "vocabulary.json"]
    words = sorted([*(index / "cards").glob("*.json"), *(index / "helps").glob("*.json")])
    matches = [path for path in (index / "match.json",) if path.exists()]
    code = zipped([folder / path for path in with_imports(folder, [WORKER])])
    people, library = [folder / "people.json"], folder / "libraries"
    loads = [_load("Lodestar", facets + words, code), _load("of it, for filters", facets, code)]
    if matches:
        loads.append(_load("besides, for matches", matches, 0))
    return [
        *loads,
        _load("MiniSearch", people, zipped([library / "minisearch.js"])),
        _load("Fuse.js", people, zipped([library / "fuse.min.mjs"])),
        _load("Material's search", [folder / "search/search_index.json"], zipped([library / "material-search.js"])),
    ]


def _load(contender: str, paths: list[Path], code: int) -> Load:
    return Load(contender, sum(path.stat().st_size for path in paths), zipped(paths), code)
