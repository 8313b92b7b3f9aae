"""Draw the picture that chats and networks show beside a link to the site or to a program, in the site's look.

Only Latin letters are drawn: the typeface has no others. A title in another script is only in the text beside
the picture.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont
from PIL.Image import Resampling

from generator.model.directory import Directory, Look
from generator.model.program import Program
from generator.site.look.palette import palette

SITE_PREVIEW = "assets/lodestar/preview.png"
WIDTH, HEIGHT = 1200, 630
_FINER = 2
"""Shapes are drawn larger and then scaled down, which makes their edges smooth."""
_EDGE = 84
_TEXT_WIDTH = 700
_TITLE_SIZES = (72, 60, 50, 42)
_MOST_LINES = 4
_PATH = ((800, 520), (890, 455), (960, 350), (1040, 300), (1096, 160))
_CURVES = (
    ((12, 0.8), (13, 7.4), (16.2, 10.8), (23.2, 12)), ((23.2, 12), (16.2, 13.2), (13, 16.6), (12, 23.2)),
    ((12, 23.2), (11, 16.6), (7.8, 13.2), (0.8, 12)), ((0.8, 12), (7.8, 10.8), (11, 7.4), (12, 0.8)),
)  # fmt: skip
"""The star of `mark.svg`, as four curves in a square of 24."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What a picture says: whose site it is, the title, a line below it, and whether there is an opening."""

    name: str
    title: str
    line: str
    opening: bool
    look: Look


def preview_of(program: Program) -> str:
    """Return where a program's picture is, relative to the site's root."""
    return f"programs/{program.id}/preview.png"


def site_preview(directory: Directory, tagline: str, opening: bool) -> Preview:
    """Return what the picture of the whole site says."""
    settings = directory.settings
    address = settings.site_url.partition("://")[2].strip("/")
    return Preview(settings.name, tagline, address, opening, settings.look)


def drawn(preview: Preview) -> bytes:
    """Draw the picture as PNG."""
    colours = palette(preview.look.accent)[0]
    picture = _sky(colours["dusk"], colours["dusk-2"])
    pen = ImageDraw.Draw(picture)
    pen.line([(x * _FINER, y * _FINER) for x, y in _PATH], fill=colours["dusk-line"], width=2 * _FINER)
    *steps, goal = _PATH
    for x, y in steps:
        _dot(pen, x, y, colours["dusk-2"], colours["dusk-ink"])
    if preview.opening:
        pen.polygon(_star(*goal, 46), fill=colours["star"])
    else:
        _dot(pen, *goal, colours["dusk-2"], colours["dusk-ink"])
    _write(pen, preview.name, (_EDGE, 76), 36, colours["dusk-quiet"])
    lines, size = _fitted(preview.title)
    top = (HEIGHT - len(lines) * size * 1.14) / 2 + 8
    for number, line in enumerate(lines):
        _write(pen, line, (_EDGE, top + number * size * 1.14), size, colours["dusk-ink"], 620)
    _write(pen, preview.line, (_EDGE, HEIGHT - 112), 30, colours["dusk-quiet"])
    written = BytesIO()
    picture.resize((WIDTH, HEIGHT), Resampling.LANCZOS).save(written, "PNG", optimize=True)
    return written.getvalue()


def _sky(top: str, horizon: str) -> Image.Image:
    slope = Image.linear_gradient("L").resize((WIDTH * _FINER, HEIGHT * _FINER))
    ground = Image.new("RGB", slope.size, top)
    ground.paste(Image.new("RGB", slope.size, horizon), mask=slope)
    return ground


def _dot(pen: ImageDraw.ImageDraw, x: float, y: float, fill: str, edge: str) -> None:
    x, y, r = x * _FINER, y * _FINER, 11 * _FINER
    pen.ellipse((x - r, y - r, x + r, y + r), fill=fill, outline=edge, width=3 * _FINER)


def _star(x: float, y: float, radius: float) -> list[tuple[float, float]]:
    scale = radius / 11.2
    points = []
    for start, first, second, end in _CURVES:
        for step in range(16):
            t = step / 16
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            across, down = (
                sum(weight * point[axis] for weight, point in zip(weights, (start, first, second, end), strict=True))
                for axis in (0, 1)
            )
            points.append(((x + (across - 12) * scale) * _FINER, (y + (down - 12) * scale) * _FINER))
    return points


@cache
def _font(script: str, size: int, weight: int) -> ImageFont.FreeTypeFont:
    content = files("generator.site").joinpath(f"assets/look/type/aleo-{script}.woff2").read_bytes()
    font = ImageFont.truetype(BytesIO(content), size * _FINER)
    font.set_variation_by_axes([weight])
    return font


def _script_of(letter: str) -> str:
    """Tell which file of the typeface has a letter, or nothing where none has it."""
    code = ord(letter)
    if code < 0x100 or 0x2000 <= code < 0x2070 or code in (0x152, 0x153, 0x20AC, 0x2122):
        return "latin"
    return "latin-ext" if code < 0x250 or 0x1E00 <= code < 0x1F00 else ""


def _runs(text: str, size: int, weight: int) -> list[tuple[str, ImageFont.FreeTypeFont]]:
    """Cut a text into parts that one file of the typeface can write; none if any letter has no file."""
    runs: list[tuple[str, str]] = []
    for letter in text:
        script = _script_of(letter)
        if not script:
            return []
        if runs and (runs[-1][1] == script or letter == " "):
            runs[-1] = (runs[-1][0] + letter, runs[-1][1])
        else:
            runs.append((letter, script))
    try:
        return [(part, _font(script, size, weight)) for part, script in runs]
    except OSError:  # a Pillow that was built without WOFF2 draws the sky alone
        return []


def _length(text: str, size: int) -> float:
    return sum(font.getlength(part) for part, font in _runs(text, size, 620)) / _FINER


def _write(
    pen: ImageDraw.ImageDraw, text: str, place: tuple[float, float], size: int, colour: str, weight: int = 450
) -> None:
    x, y = place[0] * _FINER, place[1] * _FINER
    for part, font in _runs(text, size, weight):
        pen.text((x, y + size * _FINER), part, fill=colour, font=font, anchor="ls")
        x += font.getlength(part)


def _fitted(title: str) -> tuple[list[str], int]:
    """Break a title into lines, in the largest letters that fit; what is too long in the smallest ends in dots."""
    for size in _TITLE_SIZES:
        lines = _lines(title.split(), size)
        if len(lines) <= _MOST_LINES and all(_length(line, size) <= _TEXT_WIDTH for line in lines):
            return lines, size
    kept = lines[:_MOST_LINES]
    return [*kept[:-1], f"{kept[-1].rstrip(' ,.')}…"], size


def _lines(words: Sequence[str], size: int) -> list[str]:
    lines = [""]
    for word in words:
        longer = f"{lines[-1]} {word}".strip()
        if _length(longer, size) <= _TEXT_WIDTH or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
