"""Merely parse every profile with PyYAML's C loader: the floor under any check. Run as a whole process with a folder."""

import sys
from pathlib import Path

import yaml


def main(folder: str) -> None:
    """Load each file below the folder and keep nothing."""
    for path in sorted(Path(folder).glob("*.yml")):
        yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)


if __name__ == "__main__":
    main(sys.argv[1])
