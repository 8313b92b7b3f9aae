"""How old the site is: to the day in the pages, to the second in one small file that a browser reads.

A time in a page would make every page another one with every build; see docs/decisions/0043.
"""

from datetime import UTC, datetime, time

from markupsafe import Markup

from generator.model.activity import Activity
from generator.site.page import PlainFile
from generator.site.templating import template
from generator.text.catalogue import cache_by_language
from generator.text.dates import day, moment

STAMP = "assets/lodestar/built.json"
_built = template("built.html")


@cache_by_language
def built_line(built: datetime) -> Markup:
    """Say as of when spots are known: the time at which the requests were read, or the day of the build."""
    if built.time() == time.min:
        return _built(exact=built.date().isoformat(), moment=day(built))
    return _built(exact=built.isoformat(timespec="seconds"), moment=moment(built))


def as_of(now: datetime, activity: Activity | None) -> datetime:
    """Return the newest time among what pages are made from: when the requests were read, if that was today, or the day."""
    today = datetime.combine(now.astimezone(UTC).date(), time.min, UTC)
    return activity.built if activity and today < activity.built <= now else today


def dated_by(exact: datetime) -> bytes:
    """Return how each file begins that programs read and that says when the site was built."""
    return f'{{"version":1,"built":"{exact.strftime("%Y-%m-%dT%H:%M:%SZ")}"'.encode()


def stamp_file(exact: datetime) -> PlainFile:
    """Make the file that says when the site was built; the footer of each page reads it when it is seen."""
    return PlainFile(STAMP, dated_by(exact) + b"}", dated=True)
