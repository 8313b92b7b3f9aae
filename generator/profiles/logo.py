"""Read a community's logo: a small SVG of plain shapes in one colour, so that it can take the accent and never act.

A file from a pull request is shown on every page. So only what draws is allowed, and what is written to the site is
written again from what was understood.
"""

import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, ParseError

from generator.model.errors import LodestarError
from generator.profiles.violation import quoted
from generator.text.catalogue import _
from generator.text.colours import is_colour

LARGEST = 20 * 1024
_SVG = "{http://www.w3.org/2000/svg}"
_SHAPES = {"svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon"}
_SILENT = {"title", "desc", "metadata", "defs"}
"""What draws nothing; drawing programs write it, and it is left out."""
_GEOMETRY = {
    "viewBox", "width", "height", "d", "points", "transform", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx",
    "ry", "opacity", "fill-rule", "clip-rule", "fill-opacity", "stroke-width", "stroke-linecap", "stroke-linejoin",
    "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset", "stroke-opacity", "vector-effect",
}  # fmt: skip
_PAINT = {"fill", "stroke", "color"}
_PLAIN = re.compile(r"[\w\s.,()+%#-]*", re.ASCII)
_NUMBER = re.compile(r"\s*([\d.]+)(px)?\s*")


class LogoError(LodestarError):
    """A file that cannot be the logo: why, and what to do about it."""

    def __init__(self, reason: str, help: str) -> None:
        """Keep both sentences."""
        super().__init__(reason)
        self.reason = reason
        self.help = help


def read_logo(content: bytes) -> str:
    """Return the logo as an SVG of shapes in `currentColor`, or raise LogoError."""
    if len(content) > LARGEST:
        raise LogoError(_("the logo is larger than 20 KB"), _("simplify the drawing; a logo needs a few shapes"))
    try:
        text = content.decode("utf-8-sig")
        if "<!DOCTYPE" in text.upper() or "<!ENTITY" in text.upper():
            raise LogoError(_("the logo has a DOCTYPE"), _("delete the line that starts with <!DOCTYPE"))
        root = ElementTree.fromstring(text)  # noqa: S314  without a DOCTYPE there are no entities to expand
    except (UnicodeDecodeError, ParseError, ValueError) as cause:
        raise LogoError(_("the logo is not a readable SVG file"), _("export it again as plain SVG")) from cause
    if root.tag != f"{_SVG}svg":
        raise LogoError(_("the logo is not an SVG file"), _("export it as plain SVG"))
    colours: set[str] = set()
    drawn = _drawn(root, colours)
    if drawn is None or not len(drawn):
        raise LogoError(_("the logo draws nothing"), _("it needs at least one shape, such as a path or a circle"))
    if len(colours) > 1:
        raise LogoError(
            _("the logo has {count} colours", count=len(colours)),
            _("use one colour for all shapes; the site shows the logo in the community's accent"),
        )
    return _written(drawn)


def _drawn(element: Element, colours: set[str]) -> Element | None:
    """Copy an element with its drawing attributes, or raise LogoError for what does more than draw."""
    name = str(element.tag).removeprefix(_SVG)
    if name in _SILENT or (not str(element.tag).startswith(_SVG) and name.startswith("{")):
        if name == "defs" and len(element):
            raise _forbidden(str(element[0].tag).removeprefix(_SVG))
        return None  # notes of a drawing program
    if name not in _SHAPES:
        raise _forbidden(name)
    copy = Element(name)
    for key, value in _attributes(element):
        if key in _PAINT:
            copy.set(key, _paint(value, colours))
        elif key in _GEOMETRY:
            if not _PLAIN.fullmatch(value):
                raise _forbidden(f"{key}={quoted(value)}")
            copy.set(key, value)
        elif key.lower().startswith("on") or key.endswith("href") or key in ("filter", "mask", "clip-path"):
            raise _forbidden(key.rpartition("}")[2])
    for child in element:
        part = _drawn(child, colours)
        if part is not None:
            copy.append(part)
    return copy


def _attributes(element: Element) -> list[tuple[str, str]]:
    """Return the attributes, with those of `style` among them."""
    found = [(key, value) for key, value in element.attrib.items() if key != "style"]
    for one in element.get("style", "").split(";"):
        key, _colon, value = one.partition(":")
        if key.strip():
            found.append((key.strip(), value.strip()))
    return found


def _paint(value: str, colours: set[str]) -> str:
    value = value.strip()
    if value in ("none", "transparent"):
        return "none"
    if value not in ("currentColor", "currentcolor", "inherit"):
        if not is_colour(value):
            raise _forbidden(value)
        colours.add(value.lower())
    return "currentColor"


def _forbidden(what: str) -> LogoError:
    return LogoError(
        _("the logo has {what}, which is not a plain shape", what=quoted(what.strip("'"))),
        _("turn text and effects into paths in your drawing program, then export it as plain SVG"),
    )


def _written(drawn: Element) -> str:
    width, height = (_NUMBER.fullmatch(drawn.get(side, "")) for side in ("width", "height"))
    if "viewBox" not in drawn.attrib:
        if not (width and height):
            raise LogoError(_("the logo has no viewBox"), _('add one to its first line, such as viewBox="0 0 24 24"'))
        drawn.set("viewBox", f"0 0 {width[1]} {height[1]}")
    for side in ("width", "height"):
        drawn.attrib.pop(side, None)
    drawn.attrib.setdefault("fill", "currentColor")
    drawn.set("xmlns", "http://www.w3.org/2000/svg")
    return ElementTree.tostring(drawn, encoding="unicode")
