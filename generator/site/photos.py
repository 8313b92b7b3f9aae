"""Turn an uploaded picture into the two squares the site shows. Only this module and `previews` import Pillow.

Uploads come from strangers: the dimensions are judged from the header before a pixel is decoded,
everything but pixels is left behind, and whatever is wrong ends as one `PhotoRefused`.
"""

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from generator.model.errors import LodestarError
from generator.text.catalogue import _

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_BYTES = 2 * 1024 * 1024
MAX_PIXELS = 40_000_000
MIN_SIDE = 64
SMALL = 96
LARGE = 320
EXTENSIONS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WebP"}
"""The kind of picture that each allowed ending promises."""

_KINDS = {"JPEG": "JPEG", "MPO": "JPEG", "PNG": "PNG", "WEBP": "WebP"}
_DECODERS = ("JPEG", "PNG", "WEBP")
_ORIENTATION = 0x0112
_GPS = 0x8825
_GPS_PLACES = (2, 4)
"""Latitude and longitude; cameras write the group also when they know neither."""
_PLACE_IN_NOTES = re.compile(
    rb"GPSL(?:at|ong)itude|Iptc4xmpCore:Location\b|photoshop:City\b|Location(?:Shown|Created)\b|\x1c\x02[\x5a\x5c]",
    re.IGNORECASE,
)
"""A position, a city or a part of one, as XMP and IPTC write it."""
_TURNS = {
    2: "FLIP_LEFT_RIGHT",
    3: "ROTATE_180",
    4: "FLIP_TOP_BOTTOM",
    5: "TRANSPOSE",
    6: "ROTATE_270",
    7: "TRANSVERSE",
    8: "ROTATE_90",
}
"""What Pillow calls the turn that each orientation of EXIF asks for."""


@cache
def _pillow() -> Any:
    """Load Pillow when the first picture comes: most commands and many directories have none."""
    from PIL import Image

    # Pillow refuses at twice this number, and for WebP this is the only check before memory is taken.
    Image.MAX_IMAGE_PIXELS = MAX_PIXELS // 2
    return Image


@dataclass(frozen=True, slots=True)
class CutPhoto:
    """One photo as two square WebP files of `SMALL` and `LARGE` pixels a side, without any metadata."""

    small: bytes
    large: bytes


class PhotoError(LodestarError):
    """A picture that cannot be shown: why, and what its owner can do about it."""

    def __init__(self, reason: str, help: str) -> None:
        """Keep the plain sentence about what is wrong, and the next action."""
        super().__init__(f"{reason}\n  help: {help}")
        self.reason = reason
        self.help = help


def photo_path(handle: str, side: int) -> str:
    """Return where the site keeps a photo, relative to its root; the browser's index counts on this form."""
    return f"photos/{handle}-{side}.webp"


def cut_photo(content: bytes) -> CutPhoto:
    """Turn a JPEG, PNG or WebP file into two centred squares, upright and stripped of all metadata.

    Raises `PhotoRefused` and nothing else, whatever the bytes are. A smaller picture is enlarged, so
    that every photo of the site has the same two sizes.
    """
    picture = _opened(content)
    try:
        large = _square(picture)
        cut = CutPhoto(_webp(large.resize((SMALL, SMALL), _pillow().Resampling.LANCZOS)), _webp(large))
    except Exception as cause:
        # Decoders meet hostile bytes with a dozen kinds of exception, none of them documented.
        raise _unreadable() from cause
    _refuse_a_place(picture)  # some notes come after the pixels
    return cut


def photo_defect(name: str, content: bytes) -> tuple[str, str] | None:
    """Return what is wrong with a picture file and how to fix it, or None; pixels are not decoded."""
    promised = EXTENSIONS.get(PurePosixPath(name).suffix.lower())
    try:
        kind = _KINDS[_opened(content).format or ""]
    except PhotoError as refused:
        return refused.reason, refused.help
    if promised == kind:
        return None
    ending = next(ending for ending, its_kind in EXTENSIONS.items() if its_kind == kind)
    return (
        _("the file is a {format} picture, but its name doesn't say so", format=kind),
        _("rename it so that it ends in {ending}", ending=ending),
    )


def _unreadable() -> PhotoError:
    return PhotoError(
        _("the picture is damaged or incomplete"),
        _("open it in any picture program, save it again as JPEG, PNG or WebP, and use that file"),
    )


def _too_many_pixels() -> PhotoError:
    return PhotoError(_("the picture has more than 40 megapixels"), _("scale it down; 640 x 640 pixels are plenty"))


def _opened(content: bytes) -> "Image":
    """Read the header only, and refuse what can be refused by it."""
    if len(content) > MAX_BYTES:
        raise PhotoError(
            _("the picture is larger than 2 MB"),  # how much larger is unknown: reading stops at the limit
            _("scale it down; 640 x 640 pixels are plenty"),
        )
    picture = _identified(content)
    width, height = picture.size
    if width * height > MAX_PIXELS:
        raise _too_many_pixels()
    if min(width, height) < MIN_SIDE:
        raise PhotoError(
            _("the picture is too small: {width} x {height} pixels", width=width, height=height),
            _("use one with at least {side} pixels on each side; 640 x 640 is ideal", side=MIN_SIDE),
        )
    # Phones write JPEGs with a second frame for depth: those are photos, not animations.
    if picture.format != "MPO" and getattr(picture, "n_frames", 1) > 1:
        raise PhotoError(_("the picture is animated"), _("use a still picture; moving ones distract readers"))
    _refuse_a_place(picture)
    return picture


def _refuse_a_place(picture: "Image") -> None:
    if _tells_a_place(picture):
        raise PhotoError(
            _("the picture says where it was taken"),
            _(
                "take the place out before you upload it, since GitHub keeps every version: save a screenshot of the picture, "
                "or export it without location (Photos, Preview and GIMP ask for it), and use that file"
            ),
        )


def _tells_a_place(picture: "Image") -> bool:
    """Whether a picture has the place in it, as cameras (EXIF) or picture programs (XMP, IPTC) write it.

    What cannot be read counts as none: the site's own copies keep nothing of it in any case.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            exif = picture.getexif()
            if any(tag in exif.get_ifd(_GPS) for tag in _GPS_PLACES):
                return True
        except Exception:  # noqa: S110  a broken note says nothing
            pass
    return any(_PLACE_IN_NOTES.search(note) for value in picture.info.values() for note in _notes(value))


def _notes(value: object) -> Iterator[bytes]:
    """Yield what a picture program may have written about a picture, also where it is written as hexadecimal digits."""
    if isinstance(value, dict):
        for part in value.values():
            yield from _notes(part)
    elif isinstance(value, bytes):
        yield value
    elif isinstance(value, str):
        yield value.encode()
        digits = "".join(value.split()[2:])
        if len(digits) % 2 == 0 and re.fullmatch("[0-9a-fA-F]+", digits):
            yield bytes.fromhex(digits)


def _identified(content: bytes) -> "Image":
    pillow = _pillow()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture: Image = pillow.open(BytesIO(content), formats=_DECODERS)
            return picture
    except pillow.DecompressionBombError as cause:
        raise _too_many_pixels() from cause
    except Exception as cause:
        if _looks_like_a_picture(content):
            raise _unreadable() from cause
        raise PhotoError(
            _("the file is not a JPEG, PNG or WebP picture"),
            _("save the picture as one of these three; renaming a file does not convert it"),
        ) from cause


def _looks_like_a_picture(content: bytes) -> bool:
    is_webp = content.startswith(b"RIFF") and content[8:12] == b"WEBP"
    return is_webp or content.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"))


def _square(picture: "Image") -> "Image":
    from PIL import ImageOps

    pillow = _pillow()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        # JPEG can skip most of the decoding when a fraction of the size is wanted.
        picture.draft("RGB", (2 * LARGE, 2 * LARGE))
        turn = _TURNS.get(_orientation(picture))
        squared = ImageOps.fit(_opaque(picture), (LARGE, LARGE), pillow.Resampling.LANCZOS)
    return squared if turn is None else squared.transpose(pillow.Transpose[turn])


def _orientation(picture: "Image") -> int:
    try:
        return int(picture.getexif().get(_ORIENTATION, 1))
    except Exception:  # a broken note about the picture does not spoil the picture
        return 1


def _opaque(picture: "Image") -> "Image":
    """Put transparent pictures on white, and reduce 16-bit greys, which Pillow would cut off, to 8."""
    if picture.mode.startswith("I"):
        return picture.convert("I").point(lambda grey: grey / 256).convert("L").convert("RGB")
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    layered = picture.convert("RGBA")
    ground: Image = _pillow().new("RGB", layered.size, "white")
    ground.paste(layered, mask=layered.getchannel("A"))
    return ground


def _webp(picture: "Image") -> bytes:
    """Encode pixels alone: a copy made from them has nothing else to give away."""
    clean = _pillow().new("RGB", picture.size)
    clean.paste(picture)
    written = BytesIO()
    clean.save(written, "WEBP", quality=80, method=4)
    return written.getvalue()
