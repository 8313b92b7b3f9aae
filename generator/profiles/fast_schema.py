"""Tell in microseconds whether data fits its schema: the only importer of jsonschema-rs."""

from collections.abc import Callable
from functools import cache

import jsonschema_rs

from generator.schema import schema


@cache
def is_valid(name: str) -> Callable[[object], bool]:
    """Return the test whether data fits the named schema; it says no more than yes or no."""
    return jsonschema_rs.Draft202012Validator(schema(name)).is_valid
