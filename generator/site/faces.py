"""A mentor's face: their photo or their initials on a colour of their own, and the star where they are free."""

from functools import cache

from markupsafe import Markup

from generator.model.mentor import Mentor
from generator.site.initials import hue, initials
from generator.site.site_context import SiteContext
from generator.site.templating import compile_flat_template, template

_face = template("face.html")
_large = template("face_large.html")
_large_photo = {
    free: compile_flat_template("face_large.html", "hue", "photo", initials="", free=free) for free in (True, False)
}


def face(site: SiteContext, mentor: Mentor) -> Markup:
    """Return the face; it says nothing that the words beside it do not, so it is hidden from screen readers."""
    return _small(site, mentor, site.statuses[mentor.handle].can_be_asked)


def plain_face(site: SiteContext, mentor: Mentor) -> Markup:
    """Return the face without the star, for places that don't say in words who is free."""
    return _small(site, mentor, False)


def large_face(site: SiteContext, mentor: Mentor) -> Markup:
    """Return the face at the top of a profile."""
    photo = site.photos.get(mentor.handle)
    free = site.statuses[mentor.handle].can_be_asked
    if photo:
        return _large_photo[free](hue=str(hue(mentor.handle)), photo=photo.large)
    return _large_lettered(hue(mentor.handle), initials(mentor.name), free)


def _small(site: SiteContext, mentor: Mentor, free: bool) -> Markup:
    photo = site.photos.get(mentor.handle)
    if photo:
        return _face(hue=hue(mentor.handle), initials="", photo=photo.small, free=free)
    return _lettered(hue(mentor.handle), initials(mentor.name), free)


@cache
def _large_lettered(colour: int, letters: str, free: bool) -> Markup:
    return _large(hue=colour, initials=letters, photo="", free=free)


@cache
def _lettered(colour: int, letters: str, free: bool) -> Markup:
    return _face(hue=colour, initials=letters, photo="", free=free)
