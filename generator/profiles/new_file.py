"""Write a new profile as a file: the fields in the schema's order, below the line by which editors know it."""

from typing import Any

from generator.profiles.yaml_writer import yaml_text
from generator.schema import schema

_HEAD = "# yaml-language-server: $schema=../generator/schema/mentor.json\n"


def profile_text(fields: dict[str, Any]) -> str:
    """Return the text of the file; what no profile has comes last, for the check to name it."""
    known = schema("mentor")["properties"]
    order = [*(name for name in known if name in fields), *(name for name in fields if name not in known)]
    return _HEAD + yaml_text({name: fields[name] for name in order})
