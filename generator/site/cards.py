"""A mentor in a list: a card with the essentials, made once and used in every list."""

from markupsafe import Markup

from generator.model.mentor import Location, Mentor
from generator.site.asking import how_reached
from generator.site.badges import badge_words
from generator.site.faces import face
from generator.site.site_context import SiteContext
from generator.site.templating import compile_flat_template, concat
from generator.site.track_record import card_record, known_of
from generator.text.catalogue import cache_by_language, number
from generator.text.countries import place
from generator.text.labels import choice
from generator.text.languages import languages

SKILLS_ON_A_CARD = 3
_card = compile_flat_template(
    "card.html",
    "handle",
    "face",
    "name",
    "headline",
    "skills",
    "badge",
    "record",
    "commitment",
    "languages",
    "place",
    "reached",
)
_place_line = compile_flat_template("card_place.html", "place")
_reached_line = compile_flat_template("card_reached.html", "reached")
_skill_line = compile_flat_template("card_skill.html", "label")
_more_line = compile_flat_template("card_more.html", "number")


def card(site: SiteContext, mentor: Mentor) -> Markup:
    """Return the card that the directory shows: who, what they teach, whether they are free."""
    handle = mentor.handle
    return _card(
        handle=handle,
        face=face(site, mentor),
        name=mentor.name,
        headline=mentor.headline,
        skills=_skill_lines(site, mentor.skills),
        badge=badge_words(site.statuses[handle], site.today),
        record=card_record(known_of(site.activity, handle)),
        commitment=choice("commitment", mentor.commitment),
        languages=languages(mentor.languages),
        place=_place(mentor.location) if mentor.location.country else "",
        reached=_reached_line(reached=reached) if (reached := how_reached(mentor)) else "",
    )


@cache_by_language
def _place(location: Location) -> Markup:
    return _place_line(place=place(location.country, location.city))


def _skill_lines(site: SiteContext, ids: tuple[str, ...]) -> Markup:
    label = site.directory.vocabularies.skills.label
    lines = [_skill(label(term_id)) for term_id in ids[:SKILLS_ON_A_CARD]]
    if len(ids) > SKILLS_ON_A_CARD:
        lines.append(_more(len(ids) - SKILLS_ON_A_CARD))
    return concat(lines)


@cache_by_language
def _skill(label: str) -> Markup:
    return _skill_line(label=label)


@cache_by_language
def _more(count: int) -> Markup:
    return _more_line(number=number(count))
