"""Write facets as columns: who has which value, for all mentors of a list at once; columns.js reads them back.

A position in a column is a place in the list that was given.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from generator.model.directory import Directory
from generator.model.mentor import Mentor
from generator.model.vocabulary import fold
from generator.site.search_index.columns import FIRST, write_numbers, write_positions
from generator.site.search_index.facets import Facet


def write_facets(directory: Directory, mentors: list[Mentor], facets: Sequence[Facet]) -> dict[str, dict[str, Any]]:
    """Write every facet by its name; one that shares another's values is written by that one's numbers."""
    rows = {facet.name: _lists(facet, mentors) for facet in facets}
    places = {name: _positions(lists) for name, lists in rows.items()}
    columns: dict[str, dict[str, Any]] = {}
    for facet in facets:
        if facet.of:
            values = columns[facet.of]["values"]
            column: dict[str, Any] = {"kind": facet.kind, "of": facet.of}
        else:
            sharing = [other.name for other in facets if other.of == facet.name]
            values = _ranked(places[facet.name], *(places[name] for name in sharing), order=facet.order)
            column = {"kind": facet.kind} | _words(directory, facet, values)
        columns[facet.name] = column | {"mentors": _WRITERS[facet.kind](values, rows[facet.name], places[facet.name])}
    return columns


def _lists(facet: Facet, mentors: list[Mentor]) -> list[Sequence[str]]:
    if facet.kind == "one":
        return [(value,) if value else () for value in map(facet.read, mentors)]
    return list(map(facet.read, mentors))


def _positions(lists: list[Sequence[str]]) -> dict[str, list[int]]:
    positions: dict[str, list[int]] = defaultdict(list)
    for position, values in enumerate(lists):
        for value in dict.fromkeys(values):
            positions[value].append(position)
    return positions


def _ranked(own: dict[str, list[int]], *sharing: dict[str, list[int]], order: tuple[str, ...]) -> list[str]:
    """List the values in use in their given order, or else frequent ones first.

    So these get the shortest numbers, and lists with similar gaps are next to each other, which gzip likes.
    """
    used = {*own, *(value for other in sharing for value in other)}
    if order:
        return [value for value in order if value in used] + sorted(used.difference(order))
    return sorted(used, key=lambda value: (-len(own.get(value, ())), value))


def _words(directory: Directory, facet: Facet, values: list[str]) -> dict[str, Any]:
    words: dict[str, Any] = {"values": values}
    if facet.label:
        words["labels"] = [facet.label(directory, value) for value in values]
    if facet.synonyms:
        words["synonyms"] = _synonyms(directory, facet, words["values"], words["labels"])
    return words


def _synonyms(directory: Directory, facet: Facet, values: list[str], labels: list[str]) -> dict[str, list[str]]:
    """Return the other words for each value, without those that fold to its id or label anyway."""
    found: dict[str, list[str]] = {}
    if facet.synonyms is None:
        return found
    for value, label in zip(values, labels, strict=True):
        if others := facet.synonyms(directory, value):
            known = {fold(value), fold(label), ""}
            if fresh := [word for word in others if fold(word) not in known]:
                found[value] = fresh
    return found


def _one(values: list[str], rows: list[Sequence[str]], places: dict[str, list[int]]) -> str:
    numbers = {value: number for number, value in enumerate(values, 1)}
    return write_numbers([numbers[row[0]] if row else 0 for row in rows])


def _many(values: list[str], rows: list[Sequence[str]], places: dict[str, list[int]]) -> list[str]:
    return [write_positions(places.get(value, ())) for value in values]


def _ordered(values: list[str], rows: list[Sequence[str]], places: dict[str, list[int]]) -> str:
    letters = {value: chr(FIRST + number) for number, value in enumerate(values)}
    return " ".join(["".join([letters[value] for value in row]) for row in rows])


_WRITERS = {"one": _one, "many": _many, "ordered": _ordered}
