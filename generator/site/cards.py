"""A mentor in a list: a card with the essentials, or a row. Each is made once and used in every list."""

from markupsafe import Markup

from generator.model.mentor import Mentor
from generator.model.vocabulary import Vocabulary
from generator.site.badges import badge
from generator.site.initials import hue, initials
from generator.site.labels import choice, language
from generator.site.site_input import SiteInput
from generator.site.templating import template

SKILLS_ON_A_CARD = 5
_card = template("card.html")
_row = template("row.html")


def card(site: SiteInput, mentor: Mentor) -> Markup:
    """Return the card that the directory shows: who, what they teach, whether there is room."""
    handle = mentor.handle
    photo = site.photos.get(handle)
    skills = mentor.skills
    return _card(
        handle=handle,
        name=mentor.name,
        headline=mentor.headline,
        photo=photo and photo.small,
        initials=initials(mentor.name),
        hue=hue(handle),
        skills=_labels(site.directory.vocabularies.skills, skills[:SKILLS_ON_A_CARD]),
        more=max(0, len(skills) - SKILLS_ON_A_CARD),
        badge=badge(site.standings[handle], site.today),
        commitment=choice("commitment", mentor.commitment),
        languages=", ".join(map(language, mentor.languages)),
    )


def row(site: SiteInput, mentor: Mentor) -> Markup:
    """Return the one line that lists of many show."""
    handle = mentor.handle
    return _row(
        handle=handle,
        name=mentor.name,
        headline=mentor.headline,
        initials=initials(mentor.name),
        hue=hue(handle),
        badge=badge(site.standings[handle], site.today),
    )


def _labels(vocabulary: Vocabulary, ids: tuple[str, ...]) -> list[str]:
    return [vocabulary.label(term_id) for term_id in ids]
