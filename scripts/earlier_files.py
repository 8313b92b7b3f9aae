"""Write the hashes of every version of the files in `.github` that a copy of this repository may have, from its history.

`lodestar upgrade` knows by them which workflows of such a copy are as Lodestar wrote them. Run it before a release:
python -m scripts.earlier_files
"""

import json
import subprocess

from generator.adapters.packaged import packaged_files
from generator.app.kept_files import OURS_ALONE, SHORT, hash_of
from tests.paths import ROOT

TARGET = ROOT / "generator" / "app" / "earlier_files.json"


def _git(*words: str) -> bytes:
    return subprocess.run(["git", *words], cwd=ROOT, capture_output=True, check=True).stdout


def main() -> None:
    """Look through the history of each file."""
    found = {}
    for path, file in packaged_files(".github"):
        if file.name in OURS_ALONE or file.name in ("zizmor.yml", "CODEOWNERS"):
            continue
        commits = _git("log", "--format=%H", "--diff-filter=AM", "--", path).decode().split()
        hashes = {hash_of(_git("show", f"{commit}:{path}"))[:SHORT] for commit in commits}
        found[path] = sorted(hashes)
    TARGET.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
