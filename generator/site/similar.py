"""Who else could help: free mentors who share skills with one, found without comparing everyone with everyone."""

from collections.abc import Iterator
from zlib import crc32

from markupsafe import Markup

from generator.model.mentor import Mentor
from generator.site.faces import face
from generator.site.site_context import SiteContext
from generator.site.templating import compile_flat_template, concat
from generator.text.counting import listed

SHOWN = 3
_LOOKED_AT = 6
"""How many free mentors of each skill are looked at: enough for three good ones, and as many for ten thousand mentors."""
_FIRST_SKILLS = 4
_one = compile_flat_template("similar_one.html", "handle", "name", "face", "shared")


def similar_mentors(site: SiteContext, mentor: Mentor) -> Markup:
    """Return up to three free mentors who share the most skills with one, or nothing where nobody does."""
    skills = frozenset(mentor.skills)
    shared = {other.handle: (len(skills.intersection(other.skills)), other) for other in _candidates(site, mentor)}
    best = sorted(shared.values(), key=lambda one: -one[0])[:SHOWN]
    return concat(_shown(site, mentor, other) for _count, other in best)


def _candidates(site: SiteContext, mentor: Mentor) -> Iterator[Mentor]:
    """Yield a few mentors of each skill, beginning at another one for each profile, so that all have their turn."""
    start = crc32(mentor.handle.encode())
    for skill in mentor.skills[:_FIRST_SKILLS]:
        others = site.free_by_skill.get(skill, ())
        for step in range(min(_LOOKED_AT, len(others))):
            other = others[(start + step) % len(others)]
            if other.handle != mentor.handle:
                yield other


def _shown(site: SiteContext, mentor: Mentor, other: Mentor) -> Markup:
    label = site.directory.vocabularies.skills.label
    shared = [label(skill) for skill in mentor.skills if skill in other.skills][:SHOWN]
    return _one(handle=other.handle, name=other.name, face=face(site, other), shared=listed(shared))
