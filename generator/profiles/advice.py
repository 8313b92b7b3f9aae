"""What to write instead: the next action for a value that does not fit its schema."""

from typing import Any

from generator.profiles.violation import FieldPath, quoted
from generator.profiles.yaml_writer import yaml_line, yaml_value
from generator.text.catalogue import _

_YES_AND_NO = {"yes": "true", "on": "true", "y": "true", "no": "false", "off": "false", "n": "false"}


def example_line(name: str, field_schema: dict[str, Any]) -> str:
    """Write a line of YAML with the field's first example."""
    examples = field_schema.get("examples")
    return yaml_line(name, examples[0]) if examples else f"{name}: ..."


def last_name(path: FieldPath) -> str:
    """Return the name of the field that a value belongs to."""
    return next((part for part in reversed(path) if isinstance(part, str)), "field")


def type_help(value: object, expected: str, field_schema: dict[str, Any], path: FieldPath) -> str:
    """Say how to write a value that is of the wrong kind."""
    name = last_name(path)
    if expected == "string" and isinstance(value, bool | int | float):
        return _("put it in quotes: {text}", text=f'"{yaml_value(value)}"')
    if expected == "string" and isinstance(value, list) and path and isinstance(path[-1], int):
        return _nested_list_help(name, value)
    if expected == "boolean" and isinstance(value, str) and value.lower() in _YES_AND_NO:
        return _("write {line}", line=f"{name}: {_YES_AND_NO[value.lower()]}")
    if expected == "boolean" and isinstance(value, str) and value.lower() in ("true", "false"):
        return _("write it in lower case and without quotes: {line}", line=f"{name}: {value.lower()}")
    if expected == "integer" and isinstance(value, str) and value.strip().isdecimal():
        return _("write it without quotes: {line}", line=f"{name}: {int(value)}")
    if expected == "array" and isinstance(value, str | int) and path:
        return _("put it in square brackets: {line}", line=yaml_line(name, [value]))
    if not path:
        return _("write one `field: value` on each line") if expected == "object" else _("begin each part with '- '")
    return _("for example: {line}", line=example_line(name, field_schema))


def _nested_list_help(name: str, value: list[Any]) -> str:
    """Say how to write a list within a list as one list, when it holds nothing but texts."""
    if value and len(value) <= 12 and all(isinstance(part, str) for part in value):
        return _("remove the extra brackets or dash: {line}", line=yaml_line(name, value))
    return _("remove the extra brackets or dash; the list holds single values")


def format_help(value: str, pattern: str, field_schema: dict[str, Any], path: FieldPath) -> str:
    """Say how to write a text that does not have the format its field needs."""
    name = last_name(path)
    if name == "github" and value.startswith("@"):
        return _("write it without the '@': {line}", line=f"github: {value[1:]}")
    if value.startswith("http://") and "https://" in pattern:
        return _("write https:// if the site has it: {link}", link=f"https://{value[7:60]}")
    if field_schema.get("examples") and not isinstance(path[-1], int):
        return _("for example: {line}", line=example_line(name, field_schema))
    if "languages" in path:
        return _("languages are written as codes: English is en, German de, Brazilian Portuguese pt-BR")
    slug = "-".join(value.lower().replace("_", " ").split())
    if "a-z0-9" in pattern and slug != value:
        return _("write it in lower case with hyphens: {id}", id=slug)
    if field_schema.get("examples"):
        return _("for example: {line}", line=field_schema["examples"][0])
    return _("compare it with the other files")


def field_list(known: list[str]) -> str:
    """Name the fields that there are, where they are few."""
    if len(known) <= 12:
        return _("delete it; the fields here are {names}", names=", ".join(known))
    return _("delete it; no field has a similar name, and the reference lists them all")


def did_you_mean(word: str) -> str:
    """Suggest one word."""
    return _("did you mean {word}?", word=quoted(word))
