"""Explain in the writer's words where data does not fit its schema: the only importer of jsonschema.

The schema's own annotations carry the words: `x-is` completes "must be ...", and the first of
`examples` is the value to paste.
"""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from generator.profiles.advice import did_you_mean, example_line, field_list, format_help, last_name, type_help
from generator.profiles.violation import FieldPath, Violation, field_name, quoted
from generator.profiles.yaml_writer import yaml_value
from generator.schema import schema
from generator.text.catalogue import _, ngettext, number
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
        if error.validator == "required" and "properties" not in error.schema:
            error.schema = schema(name)  # what only some need is required by a part that describes no field
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
    """Explain a required field that is missing, unless a misspelt one is there."""
    unknown = [name for name in error.instance if name not in error.schema["properties"]][:_MOST_GUESSES]
    misspelt = {_meant_field(name, error.schema) for name in unknown}
    for name in error.validator_value:
        if name not in error.instance and name not in misspelt:
            there = (*path, name)
            line = example_line(name, error.schema["properties"].get(name, {}))
            help = _("add it like this: {line}", line=line)
            if (
                name in error.schema.get("else", {}).get("required", ())
                and error.instance.get("seeking_mentor") is True
            ):
                help = _("{help}; or, if you only look for a mentor, add offer_to_mentor: false", help=help)
            yield Violation(there, _("the field {field} is missing", field=quoted(field_name(there))), help)


def unknown_field(error: ValidationError, path: FieldPath) -> Iterator[Violation]:
    """Explain every field that the schema does not have."""
    known = list(error.schema["properties"])
    unknown = [name for name in error.instance if name not in error.schema["properties"]]
    for guessed, name in enumerate(unknown):
        close = _meant_field(name, error.schema) if guessed < _MOST_GUESSES else None
        help = did_you_mean(close) if close else field_list(known)
        yield Violation((*path, name), _("unknown field {field}", field=quoted(name)), help, on_key=True)


_MOST_GUESSES = 30
"""Guessing a name takes a millisecond; a file of six thousand wrong names was not written by a slip of the keyboard."""


def _meant_field(name: str, schema_part: dict[str, Any]) -> str | None:
    return closest(name.lower().replace("-", "_"), list(schema_part["properties"]))


def wrong_type(error: ValidationError, path: FieldPath) -> Iterator[Violation]:
    """Explain a value of another kind than the field takes."""
    if error.instance is None:
        yield from empty_field(error, path)
        return
    message = _(
        "{subject} must be {expected}, not {written}",
        subject=_subject(path),
        expected=_expected(error),
        written=_described(error.instance),
    )
    yield Violation(path, message, type_help(error.instance, error.validator_value, error.schema, path))


def empty_field(error: ValidationError, path: FieldPath) -> Iterator[Violation]:
    """Explain a field without a value."""
    yield Violation(
        path,
        _("{subject} has no value", subject=_subject(path)),
        _(
            "write one, or delete the line if the field is optional: {line}",
            line=example_line(last_name(path), error.schema),
        ),
    )


def unknown_choice(error: ValidationError, path: FieldPath) -> Iterator[Violation]:
    """Explain a text that is not one of the field's choices."""
    choices = [choice for choice in error.validator_value if isinstance(choice, str)]
    written = error.instance if isinstance(error.instance, str) else yaml_value(error.instance)
    close = closest(written.lower().replace("_", "-").replace(" ", "-"), choices)
    shown = ", ".join(choices)
    yield Violation(
        path,
        _("{subject} cannot be {written}", subject=_subject(path), written=quoted(written)),
        _("did you mean {word}? The choices are {choices}", word=quoted(close), choices=shown)
        if close
        else _("write one of {choices}", choices=shown),
    )


def wrong_form(error: ValidationError, path: FieldPath) -> Iterator[Violation]:
    """Explain a text that does not have the format its field needs."""
    message = _(
        "{subject} must be {expected}, not {written}",
        subject=_subject(path),
        expected=_expected(error),
        written=quoted(error.instance),
    )
    yield Violation(path, message, format_help(error.instance, error.validator_value, error.schema, path))


def too_long(error: ValidationError, path: FieldPath) -> Iterator[Violation]:
    """Explain a text that is too long."""
    length, most = len(error.instance), error.validator_value
    message = _(
        "{subject} has {length} characters; the limit is {most}",
        subject=_subject(path),
        length=number(length),
        most=number(most),
    )
    yield Violation(
        path,
        message,
        ngettext("shorten it by {count} character", "shorten it by {count} characters", length - most),
    )


def out_of_range(error: ValidationError, path: FieldPath) -> Iterator[Violation]:
    """Explain a number that is too small or too large."""
    message = _(
        "{subject} must be {expected}, not {written}",
        subject=_subject(path),
        expected=_expected(error),
        written=yaml_value(error.instance),
    )
    limit = yaml_value(error.validator_value)
    yield Violation(
        path,
        message,
        _("the smallest possible number is {number}", number=limit)
        if error.validator == "minimum"
        else _("the largest possible number is {number}", number=limit),
    )


def too_many(error: ValidationError, path: FieldPath) -> Iterator[Violation]:
    """Explain a list that is too long."""
    count, most = len(error.instance), error.validator_value
    yield Violation(
        path,
        _(
            "{subject} lists {number}; the limit is {most}",
            subject=_subject(path),
            number=number(count),
            most=number(most),
        ),
        ngettext("keep the one that matters most", "keep the {count} that matter most", most),
        on_key=True,
    )


def too_few(error: ValidationError, path: FieldPath) -> Iterator[Violation]:
    """Explain a list without a value."""
    yield Violation(
        path,
        _("{subject} is empty", subject=_subject(path)),
        _("add at least one value: {line}", line=example_line(last_name(path), error.schema)),
    )


def listed_twice(error: ValidationError, path: FieldPath) -> Iterator[Violation]:
    """Explain each value that a list has already; JSON tells true from 1, and so does this."""
    field = quoted(field_name(path))
    seen: set[str] = set()
    for position, value in enumerate(error.instance):
        written = yaml_value(value)
        if written in seen:
            yield Violation(
                (*path, position),
                _(
                    "{value} is listed twice in {field}",
                    value=quoted(value if isinstance(value, str) else written),
                    field=field,
                ),
                _("delete one of the two"),
            )
        seen.add(written)
    if len(seen) == len(error.instance):  # equal but written differently, like 1 and 1.0
        yield Violation(path, _("two values of {field} are the same", field=field), _("delete one of the two"))


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


def _expected(error: ValidationError) -> str:
    words = error.schema.get("x-is")
    return _(words) if words else _("something else")


def _subject(path: FieldPath) -> str:
    if not path:
        return _("the file")
    name = quoted(field_name(path))
    if not isinstance(path[-1], int):
        return name
    return _("a value of {field}", field=name) if field_name(path) else _("a value of the file")


def _described(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return _("the number {number}", number=yaml_value(value))
    if isinstance(value, str):
        return _("the text {text}", text=quoted(value))
    return _("a list") if isinstance(value, list) else _("a group of fields")
