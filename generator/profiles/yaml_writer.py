"""Write the fields of a file as YAML text the way people write it: the one writer of everything that people may edit."""

import json
import re
from typing import Any

# Such a text means itself without quotes: no sign that YAML reads, no word or number that it converts.
_PLAIN = re.compile(r"[^\W\d_][\w ,.()'/+&;!?-]*(?<! )|[0-9]{1,2}[hm]|[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PLAIN_IN_LIST = re.compile(r"[^\W\d_][\w .()'/+&;!?-]*(?<! )|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}[hm]")
_WORDS = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}


def yaml_text(fields: dict[str, Any]) -> str:
    """Write fields in their order; texts of several lines become blocks, everything below the top is on one line."""
    return "".join(_field(name, value) for name, value in fields.items())


def yaml_line(name: str, value: object) -> str:
    """Write one field on one line, without the line's end."""
    return f"{name}: {_value(value, _PLAIN)}"


def yaml_value(value: object) -> str:
    """Write a value as it may be used anywhere, in lists and groups too."""
    return _value(value, _PLAIN_IN_LIST)


def _field(name: str, value: object) -> str:
    if isinstance(value, str) and "\n" in value and _fits_a_block(value):
        lines = "".join(f"  {line}\n" if line else "\n" for line in value.split("\n"))
        return f"{name}: |-\n{lines}"
    return yaml_line(name, value) + "\n"


def _fits_a_block(text: str) -> bool:
    return text[0] not in " \n" and not text.endswith("\n") and text.replace("\n", "").isprintable()


def _value(value: object, plain: re.Pattern[str]) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "null"
    if isinstance(value, str):
        return value if plain.fullmatch(value) and value.lower() not in _WORDS else _quoted(value)
    if isinstance(value, list | tuple):
        return "[" + ", ".join([_value(part, _PLAIN_IN_LIST) for part in value]) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join([f"{name}: {_value(part, _PLAIN_IN_LIST)}" for name, part in value.items()]) + "}"
    return str(value)


def _quoted(text: str) -> str:
    """Quote a text; JSON's quotes and escapes are YAML's too, but it writes two halves of what cannot be printed."""
    return "".join(
        letter if letter.isprintable() else f"\\U{ord(letter):08x}" for letter in json.dumps(text, ensure_ascii=False)
    )
