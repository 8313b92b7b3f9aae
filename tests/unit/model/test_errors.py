"""Errors have one base, so that one place turns all of them into messages."""

import importlib
import inspect
import pkgutil

import generator
from generator.model.errors import LodestarError

SIGNALS = {"NeedsFullParse", "NeedsOtherThreads", "SyntaxDefect", "Refusal"}
"""Exceptions that never leave their room: they choose between two ways of reading, or carry an answer to be judged."""


def test_every_error_has_one_base() -> None:
    """Whatever can end a command is called `...Error` and is a LodestarError, so that none becomes a traceback."""
    found = set()
    for module in pkgutil.walk_packages(generator.__path__, "generator."):
        if module.name != "generator.__main__":
            members = inspect.getmembers(importlib.import_module(module.name), inspect.isclass)
            found |= {kind for _, kind in members if issubclass(kind, Exception) and kind.__module__ == module.name}
    assert {kind.__name__ for kind in found if not issubclass(kind, LodestarError)} <= SIGNALS
    assert all(kind.__name__.endswith("Error") for kind in found if issubclass(kind, LodestarError))
    assert len(found) > 8
