"""Who else could help: free mentors who share skills with one, found without comparing everyone with everyone."""

from collections.abc import Mapping
from zlib import crc32

from markupsafe import Markup

from generator.model.mentor import Mentor
from generator.site.faces import face
from generator.site.site_context import SiteContext
from generator.site.templating import compile_flat_template, escaped, mark_safe
from generator.text.counting import listed

SHOWN = 3
_LOOKED_AT = 5
"""How many free mentors of each skill are looked at: enough for three good ones, and as many for ten thousand mentors."""
_FIRST_SKILLS = 3
_HOLE = Markup("\x04")
_one = compile_flat_template("similar_one.html", "handle", "name", "face", "shared")


def similar_mentors(site: SiteContext, mentor: Mentor) -> Markup:
    """Return up to three free mentors who share the most skills with one, or nothing where nobody does."""
    skills = frozenset(mentor.skills)
    counted = [
        (len(skills.intersection(other.skills)), other)
        for handle, other in _candidates(site, mentor).items()
        if handle != mentor.handle
    ]
    counted.sort(key=_shared, reverse=True)
    return mark_safe("".join([_shown(site, skills, other) for _count, other in counted[:SHOWN]]))


def _shared(counted: tuple[int, Mentor]) -> int:
    return counted[0]


def _candidates(site: SiteContext, mentor: Mentor) -> Mapping[str, Mentor]:
    """Return a few mentors of each skill, beginning at another one for each profile, so that all have their turn."""
    start = crc32(mentor.handle.encode())
    found: dict[str, Mentor] = {}
    for skill in mentor.skills[:_FIRST_SKILLS]:
        others = site.free_by_skill.get(skill, ())
        if len(others) > _LOOKED_AT:
            first = start % len(others)
            others = (others[first:] + others[: max(0, first + _LOOKED_AT - len(others))])[:_LOOKED_AT]
        found.update(others)
    return found


def _shown(site: SiteContext, skills: frozenset[str], other: Mentor) -> str:
    """Return a small card. All of it but the skills that two share is the same on every page."""
    sides = site.similar_cards.get(other.handle)
    if sides is None:
        card = _one(handle=other.handle, name=other.name, face=face(site, other), shared=_HOLE)
        before, _hole, after = card.rpartition(_HOLE)
        sides = site.similar_cards[other.handle] = (str(before), str(after))
    terms = site.directory.vocabularies.skills.terms
    shared = [terms[skill].label if skill in terms else skill for skill in other.skills if skill in skills][:SHOWN]
    return f"{sides[0]}{escaped(listed(shared))}{sides[1]}"
