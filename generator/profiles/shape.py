"""Explain in the writer's words where data does not fit its schema: the only importer of jsonschema.

The schema's own annotations carry the words: `x-is` completes "must be ...", and the first of
`examples` is the value to paste.
"""

import json
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from generator.profiles.violation import FieldPath, Violation, field_name, quoted
from generator.schema import schema
from generator.text.closest import closest


@cache
def _validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(_strict_ends(schema(name)))


def _strict_ends(part: object) -> object:
    """Let patterns end where ECMAScript's do: Python's `$` alone would let a last line break through."""
    if isinstance(part, dict):
        return {
            key: value[:-1] + r"\Z" if key == "pattern" and isinstance(value, str) else _strict_ends(value)
            for key, value in part.items()
        }
    return [_strict_ends(inner) for inner in part] if isinstance(part, list) else part


def schema_violations(name: str, data: object) -> Iterator[tuple[str, Violation]]:
    """Yield every way in which data misses the named schema, one for each value; silent when it fits."""
    reported: set[FieldPath] = set()
    for error in sorted(islice(_validator(name).iter_errors(data), _MOST_ERRORS), key=_most_telling):
        path = tuple(error.absolute_path)
        if any(path[:length] in reported for length in range(len(path) + 1)):
            continue
        for keyword, code, explain in EXPLANATIONS:
            if error.validator != keyword:
                continue
            for found in explain(error, path):
                if found.path not in reported:
                    reported.add(found.path)
                    yield _code(code, error), found


_MOST_ERRORS = 500
"""Nobody reads more of one file, and explaining each takes time."""
_ORDER = ("type", "enum", "minLength", "pattern", "maxLength")


def _most_telling(error: ValidationError) -> tuple[int, int]:
    rank = _ORDER.index(error.validator) if error.validator in _ORDER else len(_ORDER)
    return len(error.absolute_path), rank


def _code(code: str, error: ValidationError) -> str:
    return "empty-field" if code == "wrong-type" and error.instance is None else code


def missing_field(error: ValidationError, path: FieldPath) -> Iterator[Violation]:
    """A required field is not there.

    The page of a mentor or program cannot be drawn without it. Paste the line from the message and
    change its value.
    """
    unknown = [name for name in error.instance if name not in error.schema["properties"]][:_MOST_GUESSES]
    misspelt = {_meant_field(name, error.schema) for name in unknown}
    for name in error.validator_value:
        if name not in error.instance and name not in misspelt:
            there = (*path, name)
            line = example_line(name, error.schema["properties"].get(name, {}))
            yield Violation(there, f"the field {quoted(field_name(there))} is missing", f"add it like this: {line}")


def unknown_field(error: ValidationError, path: FieldPath) -> Iterator[Violation]:
    """A field has a name that Lodestar does not know.

    It is nearly always a slip of the keyboard, and its value would otherwise be ignored in silence.
    Take the name that the message offers, or delete the field.
    """
    known = list(error.schema["properties"])
    unknown = [name for name in error.instance if name not in error.schema["properties"]]
    for number, name in enumerate(unknown):
        close = _meant_field(name, error.schema) if number < _MOST_GUESSES else None
        listed = (
            f"the fields here are {', '.join(known)}"
            if len(known) <= 12
            else "no field has a similar name; the reference and the schema list them all"
        )
        help = f"did you mean {quoted(close)}?" if close else f"delete it; {listed}"
        yield Violation((*path, name), f"unknown field {quoted(name)}", help, on_key=True)


_MOST_GUESSES = 30
"""Guessing a name takes a millisecond; a file of six thousand wrong names was not written by a slip of the keyboard."""


def _meant_field(name: str, schema_part: dict[str, Any]) -> str | None:
    return closest(name.lower().replace("-", "_"), list(schema_part["properties"]))


def wrong_type(error: ValidationError, path: FieldPath) -> Iterator[Violation]:
    """A value is of another sort than the field takes.

    A number stands where a text should, a single word where a list should, and so on. The message says
    what the field takes; a number or `true` that is meant as text goes in quotes.
    """
    if error.instance is None:
        yield from empty_field(error, path)
        return
    expected = error.schema.get("x-is", "something else")
    yield Violation(
        path, f"{_subject(path)} must be {expected}, not {_described(error.instance)}", _type_help(error, path)
    )


def empty_field(error: ValidationError, path: FieldPath) -> Iterator[Violation]:
    """A field is there but has no value.

    Write a value behind the colon, or delete the line when the field is optional.
    """
    yield Violation(
        path,
        f"{_subject(path)} has no value",
        f"write one, or delete the line if the field is optional: {example_line(_last_name(path), error.schema)}",
    )


def unknown_choice(error: ValidationError, path: FieldPath) -> Iterator[Violation]:
    """A value is not one of the words that the field knows.

    These fields take fixed words, so that people can filter by them. Take the closest of the words in
    the message.
    """
    choices = [choice for choice in error.validator_value if isinstance(choice, str)]
    written = str(error.instance)
    close = closest(written.lower().replace("_", "-").replace(" ", "-"), choices)
    shown = ", ".join(choices)
    yield Violation(
        path,
        f"{_subject(path)} cannot be {quoted(written)}",
        f"did you mean {quoted(close)}? It is one of {shown}" if close else f"write one of {shown}",
    )


def wrong_form(error: ValidationError, path: FieldPath) -> Iterator[Violation]:
    """A text does not have the form that the field needs.

    Links begin with https://, dates are written like 2026-11-01, ids are lower-case words with hyphens.
    The message shows the form.
    """
    yield Violation(
        path,
        f"{_subject(path)} must be {error.schema.get('x-is', 'written differently')}, not {quoted(error.instance)}",
        _form_help(error, path),
    )


def too_long(error: ValidationError, path: FieldPath) -> Iterator[Violation]:
    """A text is longer than its place on the page.

    Every text has a limit, so that cards and pages stay readable. Shorten it by the number of
    characters that the message names.
    """
    length, most = len(error.instance), error.validator_value
    yield Violation(
        path,
        f"{_subject(path)} has {length:,} characters, and at most {most:,} fit",
        f"shorten it by {length - most:,}",
    )


def out_of_range(error: ValidationError, path: FieldPath) -> Iterator[Violation]:
    """A number is smaller or larger than makes sense for the field.

    The message names the smallest and the largest number that can be.
    """
    yield Violation(
        path,
        f"{_subject(path)} must be {error.schema.get('x-is', 'another number')}, not {error.instance}",
        f"the {'smallest' if error.validator == 'minimum' else 'largest'} possible number is {error.validator_value}",
    )


def too_many(error: ValidationError, path: FieldPath) -> Iterator[Violation]:
    """A list is longer than a reader can take in.

    Keep what matters most; the message says how many fit.
    """
    count, most = len(error.instance), error.validator_value
    yield Violation(
        path,
        f"{_subject(path)} lists {count}, and at most {most} fit",
        f"keep the {most} that matter most",
        on_key=True,
    )


def too_few(error: ValidationError, path: FieldPath) -> Iterator[Violation]:
    """A list that must have something in it is empty.

    Add at least one value, as in the message.
    """
    yield Violation(
        path,
        f"{_subject(path)} is empty",
        f"add at least {error.validator_value}: {example_line(_last_name(path), error.schema)}",
    )


def listed_twice(error: ValidationError, path: FieldPath) -> Iterator[Violation]:
    """A list names the same value twice.

    It would be shown and counted twice. Delete one of the two.
    """
    seen: list[object] = []
    for position, value in enumerate(error.instance):
        if value in seen:
            yield Violation(
                (*path, position),
                f"{quoted(value)} is listed twice in {quoted(field_name(path))}",
                "delete one of the two",
            )
        seen.append(value)


EXPLANATIONS: tuple[tuple[str, str, Callable[[ValidationError, FieldPath], Iterator[Violation]]], ...] = (
    ("required", "missing-field", missing_field),
    ("additionalProperties", "unknown-field", unknown_field),
    ("type", "wrong-type", wrong_type),
    ("minLength", "empty-field", empty_field),
    ("enum", "unknown-choice", unknown_choice),
    ("pattern", "wrong-form", wrong_form),
    ("maxLength", "too-long", too_long),
    ("minimum", "out-of-range", out_of_range),
    ("maximum", "out-of-range", out_of_range),
    ("maxItems", "too-many", too_many),
    ("minItems", "too-few", too_few),
    ("uniqueItems", "listed-twice", listed_twice),
)
"""Each keyword of JSON Schema that our schemas use, the code of its problem, and who explains it."""


def example_line(name: str, field_schema: dict[str, Any]) -> str:
    """Write a line of YAML with the field's first example."""
    examples = field_schema.get("examples")
    return f"{name}: {_as_yaml(examples[0])}" if examples else f"{name}: ..."


def _as_yaml(value: object) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(_as_yaml(part) for part in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {_as_yaml(part)}" for name, part in value.items()) + "}"
    text = value if isinstance(value, str) else json.dumps(value)
    needs_quotes = isinstance(value, str) and any(sign in text for sign in ":#,[]{}@'\"")
    return json.dumps(text, ensure_ascii=False) if needs_quotes else text


def _last_name(path: FieldPath) -> str:
    return next((part for part in reversed(path) if isinstance(part, str)), "field")


def _subject(path: FieldPath) -> str:
    if not path:
        return "the file"
    name = quoted(field_name(path))
    return f"a value of {name}" if isinstance(path[-1], int) else name


def _described(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"the number {value}"
    if isinstance(value, str):
        return f"the text {quoted(value)}"
    return "a list" if isinstance(value, list) else "a group of fields"


_YES_AND_NO = {"yes": "true", "on": "true", "y": "true", "no": "false", "off": "false", "n": "false"}


def _type_help(error: ValidationError, path: FieldPath) -> str:
    name, value, expected = _last_name(path), error.instance, error.validator_value
    if expected == "string" and isinstance(value, bool | int | float):
        return f'put it in quotes: "{str(value).lower() if isinstance(value, bool) else value}"'
    if expected == "boolean" and isinstance(value, str) and value.lower() in _YES_AND_NO:
        return f"write {name}: {_YES_AND_NO[value.lower()]}"
    if expected == "boolean" and isinstance(value, str) and value.lower() in ("true", "false"):
        return f"write it in small letters and without quotes: {name}: {value.lower()}"
    if expected == "integer" and isinstance(value, str) and value.strip().isdecimal():
        return f"write it without quotes: {name}: {int(value)}"
    if expected == "array" and isinstance(value, str | int) and path:
        return f"put it in square brackets: {name}: [{value}]"
    if not path:
        return "write one `field: value` on each line" if expected == "object" else "begin each part with '- '"
    return f"for example: {example_line(name, error.schema)}"


def _form_help(error: ValidationError, path: FieldPath) -> str:
    value, name = str(error.instance), _last_name(path)
    if name == "github" and value.startswith("@"):
        return f"write the handle without the '@': github: {value[1:]}"
    if value.startswith("http://") and "https://" in error.validator_value:
        return f"write https:// if the site has it: https://{value[7:60]}"
    if error.schema.get("examples") and not isinstance(path[-1], int):
        return f"for example: {example_line(name, error.schema)}"
    if "languages" in path:
        return "languages are written as codes: English is en, German de, Brazilian Portuguese pt-BR"
    slug = "-".join(value.lower().replace("_", " ").split())
    if "a-z0-9" in error.validator_value and slug != value:
        return f"write it in small letters with hyphens: {slug}"
    return (
        f"for example: {error.schema['examples'][0]}"
        if error.schema.get("examples")
        else "compare it with the other files"
    )
