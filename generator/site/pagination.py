"""Cut a long list into pages and say which pages to link to from one of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PageLink:
    """A numbered link to one page of a list; without a number it stands for the pages left out."""

    number: int | None
    path: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True)
class Pagination:
    """The position of one page among the others; paths are relative to the site's root."""

    number: int
    count: int
    path: str
    previous: str | None
    next: str | None
    links: tuple[PageLink, ...]


def paginate(things: Sequence[T], size: int, path: str) -> Iterator[tuple[Pagination, Sequence[T]]]:
    """Yield each page's place and its things; an empty list has one empty page.

    The first page lives at `path`, the others at `path` + "page/2/" and so on.
    """
    count = max(1, -(-len(things) // size))
    for number in range(1, count + 1):
        yield _pagination(number, count, path), things[(number - 1) * size : number * size]


def page_path(path: str, number: int) -> str:
    """Return where page `number` of the list at `path` lives."""
    return path if number == 1 else f"{path}page/{number}/"


def _pagination(number: int, count: int, path: str) -> Pagination:
    return Pagination(
        number=number,
        count=count,
        path=page_path(path, number),
        previous=page_path(path, number - 1) if number > 1 else None,
        next=page_path(path, number + 1) if number < count else None,
        links=tuple(_links(number, count, path)),
    )


def _links(number: int, count: int, path: str) -> Iterator[PageLink]:
    """Yield the first and last page and the neighbours; a gap of one page is that page itself."""
    wanted = sorted({1, *range(max(1, number - 1), min(count, number + 1) + 1), count})
    before = 0
    for wanted_number in wanted:
        if wanted_number - before == 2:
            yield PageLink(before + 1, page_path(path, before + 1))
        elif wanted_number - before > 2:
            yield PageLink(None)
        yield PageLink(wanted_number, page_path(path, wanted_number), wanted_number == number)
        before = wanted_number
