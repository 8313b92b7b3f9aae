"""What mentees say about a mentor, on the mentor's page: whom it helped with what, their own words, and a number with its meaning."""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from generator.insight.reviews import AVERAGE_REVIEWS, MentorReviews
from generator.model.review import FEWEST_REVIEWS, MOST_STARS, Review
from generator.site.site_context import SiteContext
from generator.site.templating import mark_safe, template
from generator.text.catalogue import N_, _, ngettext, number
from generator.text.dates import day
from generator.text.github_addresses import profile_of, thread_of

_MOST_OPEN = 3
"""Reviews that are seen at once; the others are folded away."""
_section = template("profile_reviews.html")
_RECOMMENDS = {"yes": N_("Would recommend"), "partly": N_("Would recommend to some")}


class _Helped(NamedTuple):
    path: str
    label: str
    times: int


class _Row(NamedTuple):
    """One review; `mentee` is a login, or empty."""

    mentee: str
    profile: str
    when: str
    recommends: str
    thanks: str
    words: str
    answer: str
    thread: str


def reviews_section(site: SiteContext, handle: str, name: str) -> Markup:
    """Return what mentees say about a mentor, or nothing where nobody has."""
    found = site.reviews.get(handle)
    if found is None:
        return mark_safe("")
    rows = [_row(site, one) for one in found.reviews if one.thanks or one.words]
    return _section(
        name=name,
        rating=_rating(found),
        rating_of=MOST_STARS,
        counted=ngettext("from {count} mentee", "from {count} mentees", found.starred),
        average=AVERAGE_REVIEWS,
        fewest=FEWEST_REVIEWS,
        helped=list(_helped(site, found)),
        rows=rows[:_MOST_OPEN],
        more=rows[_MOST_OPEN:],
        reviews=len(found.reviews),
    )


def _rating(found: MentorReviews) -> str:
    return number(round(found.rating, 1)) if found.rating is not None else ""


def _helped(site: SiteContext, found: MentorReviews) -> Iterator[_Helped]:
    vocabularies = site.directory.vocabularies
    for term, count in found.helped:
        for path, terms in (("skills", vocabularies.skills), ("topics", vocabularies.topics)):
            if term in terms.terms:
                yield _Helped(f"{path}/{term}/", terms.label(term), count)
                break


def _row(site: SiteContext, review: Review) -> _Row:
    settings = site.directory.settings
    mentor = site.directory.mentors.get(review.mentor)
    return _Row(
        mentee=review.mentee,
        profile=profile_of(review.mentee) if review.mentee else "",
        when=day(review.at),
        recommends=_(_RECOMMENDS[review.recommend]) if review.recommend in _RECOMMENDS else "",
        thanks=review.thanks,
        words=review.words,
        answer=review.answer if mentor else "",
        thread=thread_of(settings, review.number),
    )
