"""A mentor's picture: their photo, or initials on a colour of their own."""

from markupsafe import Markup

from generator.model.mentor import Mentor
from generator.site.initials import hue, initials
from generator.site.site_context import SiteContext
from generator.site.templating import compile_flat_template

_LARGE = " mentor-avatar--large"
_initials_small = compile_flat_template("avatar.html", "hue", "initials", size="")
_initials_large = compile_flat_template("avatar.html", "hue", "initials", size=_LARGE)
_photo_small = compile_flat_template("photo.html", "photo", size="", side=48, lazy=True)
_photo_large = compile_flat_template("photo.html", "photo", size=_LARGE, side=160, lazy=False)


def avatar(site: SiteContext, mentor: Mentor) -> Markup:
    """Return the picture for a card. It says nothing that the name beside it does not, so it has no text."""
    photo = site.photos.get(mentor.handle)
    if photo:
        return _photo_small(photo=photo.small)
    return _initials_small(hue=str(hue(mentor.handle)), initials=initials(mentor.name))


def large_avatar(site: SiteContext, mentor: Mentor) -> Markup:
    """Return the picture for a mentor's own page."""
    photo = site.photos.get(mentor.handle)
    if photo:
        return _photo_large(photo=photo.large)
    return _initials_large(hue=str(hue(mentor.handle)), initials=initials(mentor.name))
