"""A profile while it is moved in: its fields so far, and what became of every value of the record."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from generator.text.catalogue import N_

UNKNOWN_TERM = N_("no vocabulary has this term")
CONTACT = N_("contact data never comes in")
PHOTO = N_("photos don't come in: ask each person for one")
NO_FIELD = N_("a profile has no field for it")
TOO_MANY = N_("more than a profile holds")
SAID_ALREADY = N_("another value says it already")
NOT_UNDERSTOOD = N_("not understood")
NOT_IN_THE_MAP = N_("the map doesn't name this field")


@dataclass(frozen=True, slots=True)
class Account:
    """What became of one value: the field it came from, and why it was lost, or the field of the profile that it went to."""

    field: str
    value: str
    lost: str = ""
    target: str = ""


@dataclass(slots=True)
class Draft:
    """The fields of one profile, what they were read from, and what was filled in."""

    fields: dict[str, Any] = field(default_factory=dict)
    accounts: list[Account] = field(default_factory=list)
    unknown: Counter[str] = field(default_factory=Counter)
    filled: dict[str, str] = field(default_factory=dict)
    """Fields that the record doesn't say, with what they were filled from."""
    country: str = ""
    places: list[str] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    handle: str = ""
    booking: str = ""
    notes: Counter[str] = field(default_factory=Counter)
    """How many texts were cut, and how many lost contact data."""

    def carry(self, name: str, value: str, target: str = "") -> None:
        """Count a value as carried over."""
        self.accounts.append(Account(name, value, target=target.partition(".")[0]))

    def lose(self, name: str, value: str, why: str) -> None:
        """Count a value as lost, and why."""
        self.accounts.append(Account(name, value, why))

    def put(self, name: str, target: str, value: Any, written: str) -> None:
        """Set a field with one value, where it isn't set to another already. `a.b` is `b` in the group `a`."""
        group, _dot, inner = target.partition(".")
        holder = self.fields.setdefault(group, {}) if inner else self.fields
        key = inner or target
        if holder.setdefault(key, value) == value:
            self.carry(name, written, target)
        else:
            self.lose(name, written, SAID_ALREADY)

    def add(self, target: str, value: Any, most: int) -> bool:
        """Add a value to a list, unless it is there; return whether the list has it now."""
        values = self.fields.setdefault(target, [])
        if value not in values and len(values) < most:
            values.append(value)
        if not values:
            del self.fields[target]
        return value in values

    def take_out(self, target: str, why: str) -> None:
        """Take a field out that the check refuses, and count what it came from as lost."""
        del self.fields[target]
        self.filled.pop(target, None)
        self.accounts = [
            Account(one.field, one.value, why) if one.target == target and not one.lost else one
            for one in self.accounts
        ]
