"""The files in a community's repository that Lodestar keeps up to date: workflows, forms and what GitHub reads.

They follow from Lodestar's own `.github` folder and from the community's settings, so what a community has is what
this repository uses. A record beside them, `.github/lodestar.json`, says what was written last: what someone changed
since is theirs. See docs/decisions/0044.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from generator import __version__
from generator.adapters.packaged import packaged, packaged_files, released_commit
from generator.app.forms import FOLDER, form_texts
from generator.model.directory import Directory, Settings
from generator.model.errors import LodestarError
from generator.requests.forms.form_file import FORM_MARK
from generator.text.catalogue import _
from generator.text.github_addresses import PRODUCT, PRODUCT_SITE

RECORD = ".github/lodestar.json"
"""What was written last: the version, and the hash of each file."""
OURS_ALONE = frozenset({"tests.yml", "release.yml"})
"""The workflows that are about Lodestar itself; no community needs them."""
_NONE: Mapping[str, str] = MappingProxyType({})
_HERE = re.compile(r"(?<=uses: )\./(\S*)$", re.MULTILINE)
_PIP = re.compile(r"  - package-ecosystem: pip\n(?:    .*\n|\n)*")
_CODE = re.compile(r"^- \[ \] .*code.*\n", re.MULTILINE)
_GUIDE = re.compile(rf"https://github\.com/{PRODUCT}/blob/main/docs/([\w/-]+)\.md")


def pinned() -> str:
    """Return how a workflow names this version: the commit it was released from, or its tag where that isn't known."""
    commit = released_commit()
    return f"@{commit} # v{__version__}" if commit else f"@v{__version__}"


def installed_as() -> str:
    """Return what pip installs to have this very Lodestar: the commit, or the version where the commit isn't known."""
    commit = released_commit()
    return f"git+https://github.com/{PRODUCT}@{commit}" if commit else f"lodestar-mentors=={__version__}"


def kept_files(directory: Directory) -> dict[str, str]:
    """Return the text of each file that Lodestar keeps up to date in a community's repository, by path."""
    return dict(
        sorted([*_from_ours(directory.settings), *form_texts(directory.settings, directory.vocabularies).items()])
    )


def _from_ours(settings: Settings) -> Iterator[tuple[str, str]]:
    for path, file in packaged_files(".github/workflows"):
        if file.name not in OURS_ALONE:
            yield path, workflow_text(file.read_text(encoding="utf-8"))
    problem = f"{FOLDER}/problem.yml"
    yield problem, packaged(problem).read_text(encoding="utf-8")
    dependabot = ".github/dependabot.yml"
    yield dependabot, _PIP.sub("", packaged(dependabot).read_text(encoding="utf-8"))
    request = ".github/PULL_REQUEST_TEMPLATE.md"
    text = _CODE.sub("", packaged(request).read_text(encoding="utf-8"))
    site = settings.site_url or PRODUCT_SITE
    yield request, _GUIDE.sub(lambda found: f"{site}{found[1]}/", text)


def workflow_text(text: str) -> str:
    """Let a workflow of ours take Lodestar from where it was released instead of from its own repository."""
    return _HERE.sub(lambda found: PRODUCT + ("/" + found[1] if found[1] else "") + pinned(), text)


@dataclass(frozen=True, slots=True)
class Record:
    """What Lodestar wrote last: by which version, and the hash of each file by its path."""

    version: str = ""
    files: Mapping[str, str] = field(default_factory=dict)

    def wrote(self, path: str, content: bytes) -> bool:
        """Whether a file is still as Lodestar wrote it."""
        return self.files.get(path) == hash_of(content)


_VERSION_OF_AN_ACTION = re.compile(rb"(uses: [\w./-]+@)\S+(?: # \S+)?")


def hash_of(content: bytes) -> str:
    """Return the hash of a file's content.

    The line ends that Git may give a checkout make no difference, nor do versions of actions: Dependabot raises them.
    """
    return sha256(_VERSION_OF_AN_ACTION.sub(rb"\1", content.replace(b"\r\n", b"\n"))).hexdigest()


def record_text(files: Mapping[str, str], version: str = __version__, before: Mapping[str, str] = _NONE) -> str:
    """Write the record of files just written; `before` has the hashes of others that were written earlier."""
    hashes = {**before, **{path: hash_of(text.encode()) for path, text in files.items()}}
    return json.dumps({"lodestar": version, "files": dict(sorted(hashes.items()))}, indent=2) + "\n"


def read_record(root: Path) -> Record | None:
    """Read the record of a repository; None where there is none. Raise LodestarError where it can't be read."""
    path = root / RECORD
    if not path.is_file():
        return None
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        return Record(str(record["lodestar"]), {str(name): str(one) for name, one in record["files"].items()})
    except (ValueError, KeyError, TypeError, AttributeError):
        raise LodestarError(
            _("{path} can't be read. Take an earlier version of it from Git, or delete it.", path=RECORD)
        ) from None


def written_before(path: str, content: bytes) -> bool:
    """Whether an earlier version of Lodestar came with exactly this file, in a copy of its repository without a record."""
    if content.startswith(FORM_MARK.encode()):
        return True
    earlier = json.loads((Path(__file__).parent / "earlier_files.json").read_text(encoding="utf-8"))
    return hash_of(content)[:SHORT] in earlier.get(path, ())


SHORT = 16
"""How many signs of a hash tell the earlier files of one path apart."""
