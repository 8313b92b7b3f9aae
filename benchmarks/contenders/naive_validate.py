"""Check profiles the way most scripts do: load each, and call `jsonschema.validate` on it. Run as a whole process."""

import json
import sys
from pathlib import Path

import jsonschema
import yaml


class TextDates(yaml.CSafeLoader):
    """Leaves dates as they are written, which the schema wants and YAML 1.1 does not."""


TextDates.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def main(schema_file: str, folder: str) -> None:
    """Validate each file below the folder; an invalid one ends the run."""
    schema = json.loads(Path(schema_file).read_text(encoding="utf-8"))
    for path in sorted(Path(folder).glob("*.yml")):
        jsonschema.validate(yaml.load(path.read_bytes(), Loader=TextDates), schema)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
