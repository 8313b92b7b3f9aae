"""Pictures from strangers: cut, stripped, or refused with a sentence."""

import struct
import zlib
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from generator.site.photos import LARGE, MAX_BYTES, SMALL, PhotoError, cut_photo, photo_defect, photo_path
from tests.examples import examples


def _picture(kind: str = "JPEG", size: tuple[int, int] = (200, 120), mode: str = "RGB", **options: object) -> bytes:
    written = BytesIO()
    Image.new(mode, size, 128 if mode in ("L", "I;16") else "teal").save(written, kind, **options)
    return written.getvalue()


def _read(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


def _bomb(width: int, height: int) -> bytes:
    """Make a PNG of a few bytes whose header promises any size."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 999)) + chunk(b"IEND", b"")
    )


SEEDS = {kind: _picture(kind) for kind in ("JPEG", "PNG", "WEBP")}
HOSTILE = {
    "empty": b"",
    "text": b"I am a photo, honestly.",
    "svg": b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
    "gif": _picture("GIF"),
    "gif with a JPEG's name": b"GIF89a" + SEEDS["JPEG"],
    "bomb": _bomb(60_000, 60_000),
    "flat bomb": _bomb(2_000_000_000, 1),
    "nothing wide": _bomb(0, 100),
    "header only": SEEDS["JPEG"][:20],
    "wide WebP": b"RIFF\x40\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\xff\xff\xff\xff\xff\xff" + b"\0" * 40,
}


@pytest.mark.parametrize("kind", SEEDS)
def test_a_picture_becomes_two_squares(kind: str) -> None:
    """Every allowed kind of picture becomes two square WebP files of the sizes that pages ask for."""
    cut = cut_photo(SEEDS[kind])
    for content, side in ((cut.small, SMALL), (cut.large, LARGE)):
        assert (_read(content).format, _read(content).size) == ("WEBP", (side, side))


@pytest.mark.parametrize("mode", ["L", "RGBA", "P", "1", "LA", "I;16", "CMYK"])
def test_every_kind_of_colour_is_understood(mode: str) -> None:
    """Greys, palettes, transparency and print colours are all turned into what a page can show."""
    kind = "JPEG" if mode == "CMYK" else "PNG"
    base = Image.linear_gradient("L").resize((100, 100))
    base = (
        Image.frombytes("I;16", (100, 100), bytes(b for v in base.tobytes() for b in (0, v)))
        if mode == "I;16"
        else base.convert(mode)
    )
    written = BytesIO()
    base.save(written, kind)
    large = _read(cut_photo(written.getvalue()).large)
    dark, light = large.getpixel((160, 5)), large.getpixel((160, 315))
    assert abs(sum(dark) - sum(light)) > 300, "the gradient of the picture is still there"


def test_what_a_camera_notes_does_not_travel() -> None:
    """Camera, comments and colour profiles of the upload are in neither of the two files."""
    exif = Image.Exif()
    exif[0x010F] = "SecretCamera"
    upload = _picture("JPEG", exif=exif, comment=b"SecretComment", icc_profile=b"SecretProfile" * 20)
    assert b"SecretCamera" in upload and b"SecretComment" in upload and b"SecretProfile" in upload
    cut = cut_photo(upload)
    for content in (cut.small, cut.large):
        assert b"Secret" not in content
        assert not _read(content).getexif() and "icc_profile" not in _read(content).info


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_taken_sideways_stands_upright(orientation: int) -> None:
    """Each of the eight ways a camera can be held gives the same picture as the upright one."""
    upright = Image.new("RGB", (100, 100), "white")
    upright.paste("black", (0, 0, 50, 25))
    undo = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    held = upright.transpose(Image.Transpose(undo[orientation])) if orientation in undo else upright
    exif = Image.Exif()
    exif[0x0112] = orientation
    written = BytesIO()
    held.save(written, "PNG", exif=exif)
    small = _read(cut_photo(written.getvalue()).small).convert("L")
    dark = [(x, y) for x, y in ((10, 5), (85, 5), (10, 85), (85, 85), (5, 40)) if small.getpixel((x, y)) < 100]
    assert dark == [(10, 5)]


def test_transparency_becomes_white() -> None:
    """A transparent picture stands on white, whatever colour hides below its transparency."""
    written = BytesIO()
    Image.new("RGBA", (80, 80), (255, 0, 0, 0)).save(written, "PNG")
    assert min(_read(cut_photo(written.getvalue()).small).convert("RGB").getpixel((40, 40))) > 250


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_photo_is_refused_in_a_sentence(name: str) -> None:
    """Text, bombs, other formats and broken files are refused with a reason and a next action, before decoding."""
    with pytest.raises(PhotoError) as refused:
        cut_photo(HOSTILE[name])
    assert refused.value.reason and refused.value.help
    assert photo_defect("ada.jpg", HOSTILE[name]) == (refused.value.reason, refused.value.help)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\xff\xd8\xff" + b"0" * MAX_BYTES, "the picture is larger than 2 MB"),
        (_picture(size=(63, 500)), "the picture is too small: 63 x 500 pixels"),
        (_bomb(6400, 6400), "the picture has more than 40 megapixels"),
        (HOSTILE["bomb"], "the picture has more than 40 megapixels"),
        (HOSTILE["text"], "the file is not a JPEG, PNG or WebP picture"),
        (SEEDS["PNG"][:30], "the picture is damaged or incomplete"),
    ],
)
def test_each_reason_is_named(content: bytes, reason: str) -> None:
    """The checker tells size, dimensions, bombs, foreign files and damage apart."""
    trouble = photo_defect("ada.jpg", content)
    assert trouble and trouble[0] == reason


@pytest.mark.parametrize("kind", ["WEBP", "PNG"])
def test_moving_pictures_are_refused(kind: str) -> None:
    """An animation is not a portrait."""
    frames = [Image.new("RGB", (80, 80), colour) for colour in ("red", "blue")]
    written = BytesIO()
    frames[0].save(written, kind, save_all=True, append_images=frames[1:])
    assert photo_defect("ada.png", written.getvalue())[0] == "the picture is animated"


def test_a_phone_photo_with_a_second_frame_is_a_photo() -> None:
    """Phones store depth or a second lens as another frame of a JPEG; such a photo is welcome."""
    frames = [Image.new("RGB", (80, 80), colour) for colour in ("red", "blue")]
    written = BytesIO()
    frames[0].save(written, "MPO", save_all=True, append_images=frames[1:])
    assert photo_defect("ada.jpg", written.getvalue()) is None
    assert cut_photo(written.getvalue()).small


def test_a_name_must_tell_the_kind() -> None:
    """A PNG named .jpg is told so, with the ending to use; the usual spellings of a right ending are fine."""
    assert photo_defect("ada.jpg", SEEDS["PNG"]) == (
        "the file is a PNG picture, but its name doesn't say so",
        "rename it so that it ends in .png",
    )
    assert photo_defect("ada", SEEDS["PNG"]) is not None
    assert [photo_defect(name, SEEDS["JPEG"]) for name in ("a.jpg", "a.jpeg", "a.JPG")] == [None] * 3


def test_pages_and_index_agree_on_where_photos_are() -> None:
    """The path of a cut photo follows from the handle, as the browser's cards count on."""
    assert photo_path("ada-l", SMALL) == "photos/ada-l-96.webp"


@st.composite
def _damaged(draw: st.DrawFn) -> bytes:
    content = bytearray(SEEDS[draw(st.sampled_from(sorted(SEEDS)))])
    for _ in range(draw(st.integers(0, 8))):
        content[draw(st.integers(0, len(content) - 1))] = draw(st.integers(0, 255))
    return bytes(content[: draw(st.integers(0, len(content)))] + draw(st.binary(max_size=40)))


@settings(max_examples=examples(usual=100, many=2000), deadline=None)
@given(st.one_of(_damaged(), st.binary(max_size=200), st.sampled_from([b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF"]).flatmap(
    lambda start: st.binary(max_size=120).map(lambda rest: start + rest)
)))  # fmt: skip
def test_hostile_bytes_are_cut_or_refused_and_nothing_else(content: bytes) -> None:
    """Damaged, truncated, mixed and random bytes end in two squares or in `PhotoRefused`, never in another error."""
    photo_defect("ada.png", content)
    try:
        cut = cut_photo(content)
    except PhotoError:
        return
    assert _read(cut.small).size == (SMALL, SMALL)
