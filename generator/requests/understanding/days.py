"""Find the day from which on, or until which, someone speaks of: "not before March", "a partir de 2 de mayo"."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from generator.requests.understanding.cue_book import CueBook, cue_books, folded
from generator.text.month_names import month_numbers, weekday_numbers

_ISO = re.compile(r"\b(20\d\d)-(\d\d?)-(\d\d?)\b")
_NUMERIC = re.compile(r"(?<!\d)(\d\d?)([./])(\d\d?)(?:[./](20\d\d|\d\d))?(?![\d%])")
_DAY = re.compile(r"(\d\d?)(?:st|nd|rd|th|er|º|o|ª|\.)?$")
_LONGEST = 730
_SPAN_STARTS = ("in", "for", "within", "after", "dans", "en", "em", "daqui", "nach", "pendant", "durante", "por")
"""What is before "a month" where it is a span of time; "once a month" is none."""


def named_day(text: str, language: str, today: date) -> date | None:
    """Return the day that a text names as a start or an end; None where it names none.

    A month is its first day, a span of time counts from today. A day that has passed this year is next year's.
    """
    book = next((one for one in cue_books() if one.language == language), cue_books()[0])
    for found in (_iso(text, today), _words(text, book, today), _numeric(text, language, today)):
        if found and today < found <= today + timedelta(days=_LONGEST):
            return found
    return None


def _iso(text: str, today: date) -> date | None:
    found = _ISO.search(text)
    return _date(int(found[1]), int(found[2]), int(found[3])) if found else None


def _numeric(text: str, language: str, today: date) -> date | None:
    """Read 12.3. and 12/3; where the day comes first, unless an English text has a slash."""
    for found in _NUMERIC.finditer(text):
        first, second = int(found[1]), int(found[3])
        day, month = (second, first) if language == "en" and found[2] == "/" and first <= 12 else (first, second)
        year = int(found[4]) + (2000 if found[4] and len(found[4]) == 2 else 0) if found[4] else 0
        read = _date(year, month, day) if year else _coming(month, day, today)
        if read:
            return read
    return None


def _words(text: str, book: CueBook, today: date) -> date | None:
    words = re.sub(r"(?<=\d)\.", " ", text.casefold().replace("º", ""))
    tokens = folded(words).split()
    return next(_read(tokens, book, today), None)


def _read(tokens: list[str], book: CueBook, today: date) -> Iterator[date]:
    yield from _spans(tokens, book, today)
    yield from _months(tokens, book, today)
    yield from _seasons(tokens, book, today)
    yield from _next(tokens, book, today)
    yield from _weekdays(tokens, book, today)


def _months(tokens: list[str], book: CueBook, today: date) -> Iterator[date]:
    names, full = month_numbers(book.language), month_numbers(book.language, short=False)
    for at, token in enumerate(tokens):
        month = names.get(token)
        if not month or (token not in full and not _near_number(tokens, at)) or _is_may(tokens, at, book):
            continue
        day, year = 1, 0
        before = [one for one in tokens[max(0, at - 2) : at] if _DAY.match(one)]
        after = tokens[at + 1 : at + 3]
        if before:
            day = int(_DAY.match(before[-1])[1])  # type: ignore[index]  # just matched
        elif after and (found := _DAY.match(after[0])) and int(found[1]) <= 31:
            day = int(found[1])
        year = next((int(one) for one in after if re.fullmatch(r"20\d\d", one)), 0)
        if _late(tokens, at):
            day = max(day, 28) if day == 1 else day
        read = _date(year, month, day) if year else _coming(month, day, today)
        if read:
            yield read


def _near_number(tokens: list[str], at: int) -> bool:
    return any(token.isdigit() or _DAY.match(token) for token in tokens[max(0, at - 1) : at + 2])


def _is_may(tokens: list[str], at: int, book: CueBook) -> bool:
    """Whether "may" and "march" are no months, because nothing before them speaks of time."""
    if book.language != "en" or tokens[at] not in ("may", "march", "mar"):
        return False
    before = " ".join(tokens[max(0, at - 3) : at])
    timely = (
        "before",
        "until",
        "till",
        "from",
        "in",
        "after",
        "of",
        "since",
        "by",
        "starting",
        "for",
        "around",
        "early",
        "mid",
        "late",
        "end",
        "next",
    )
    return not (any(before.endswith(word) for word in timely) or _near_number(tokens, at))


def _late(tokens: list[str], at: int) -> bool:
    before = " ".join(tokens[max(0, at - 3) : at])
    return any(
        mark in before for mark in ("end of", "ende", "fin de", "finales de", "fines de", "fim de", "final de", "late")
    )


def _spans(tokens: list[str], book: CueBook, today: date) -> Iterator[date]:
    numbers, units = book.tables["numbers"], book.tables["units"]
    for at, token in enumerate(tokens):
        days = units.get(token)
        if not days or not at:
            continue
        count = int(tokens[at - 1]) if tokens[at - 1].isdigit() and len(tokens[at - 1]) <= 3 else 0
        for length in (3, 2, 1):
            count = count or numbers.get(" ".join(tokens[max(0, at - length) : at]), 0)
        before = " ".join(tokens[max(0, at - 4) : at])
        if count and (count > 1 or any(f" {word} " in f" {before} " for word in _SPAN_STARTS)):
            yield today + timedelta(days=count * days)


def _seasons(tokens: list[str], book: CueBook, today: date) -> Iterator[date]:
    joined = f" {' '.join(tokens)} "
    for name, month in sorted(book.tables["seasons"].items(), key=lambda one: -len(one[0])):
        if f" {name} " in joined:
            read = _coming(month, 7 if month == 1 else 1, today)
            if read:
                yield read


def _next(tokens: list[str], book: CueBook, today: date) -> Iterator[date]:
    joined = f" {' '.join(tokens)} "
    for word in book.next_words:
        for unit, days in book.tables["units"].items():
            if f" {word} {unit} " in joined or f" {unit} {word} " in joined:
                if days == 30:
                    yield (today.replace(day=1) + timedelta(days=32)).replace(day=1)
                elif days == 365:
                    yield date(today.year + 1, 1, 1)
                elif days == 7:
                    yield today + timedelta(days=7 - today.weekday())


def _weekdays(tokens: list[str], book: CueBook, today: date) -> Iterator[date]:
    names = weekday_numbers(book.language)
    for token in tokens:
        if token in names:
            yield today + timedelta(days=(names[token] - today.weekday() - 1) % 7 + 1)


def _coming(month: int, day: int, today: date) -> date | None:
    this_year = _date(today.year, month, day)
    if this_year and this_year > today:
        return this_year
    return _date(today.year + 1, month, day)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
