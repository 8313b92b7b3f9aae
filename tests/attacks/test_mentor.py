"""Attacks by a mentor, and what a mentor must not give away by accident: their place, and what they took back."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from yaml import safe_dump, safe_load

from generator.plugin.build import build_with_mkdocs
from generator.site.photos import PhotoError, cut_photo, photo_defect
from tests.fakes.example_site import NOW, copy_directory, write_activity

_LEFT = {"by their own word": "offer_to_mentor: false\n", "by silence": "last_confirmed: 2024-01-31\n"}


@pytest.mark.parametrize("way", _LEFT)
def test_who_left_is_gone(way: str, tmp_path: Path) -> None:
    """Nothing that somebody wrote, no photo, no data and no feed of theirs stays on the site once they are not listed."""
    root = copy_directory(tmp_path / "root")
    write_activity(root)
    profile = root / "mentors" / "example-tomasz.yml"
    left = safe_load(profile.read_text(encoding="utf-8"))
    for name in ("offer_to_mentor", "seeking_mentor", "learning", "last_confirmed"):
        left.pop(name, None)
    text = safe_dump(left, allow_unicode=True, sort_keys=False) + _LEFT[way]
    profile.write_text(text, encoding="utf-8")
    build_with_mkdocs(root, tmp_path / "site", NOW)
    page = (tmp_path / "site" / "mentors" / "example-tomasz" / "index.html").read_text(encoding="utf-8")
    assert "isn't listed right now" in page.replace("&#39;", "'")
    assert '<meta name="robots" content="noindex">' in page
    stated = left
    texts = [
        stated["name"].split()[1],
        stated["headline"],
        stated["can_help_with"][0],
        stated["approach"].split("\n")[0],
    ]
    files = [path for path in (tmp_path / "site").rglob("*") if path.is_file()]
    telling = {path for path in files if any(text.encode() in path.read_bytes() for text in texts)}
    assert not {path.relative_to(tmp_path).as_posix() for path in telling}
    assert not [path.name for path in files if "tomasz" in path.name]


_XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description exif:GPSLatitude="52,31.2N"/></x:xmpmeta>'
_PLACE = {2: (52.0, 31.0, 12.0), 4: (13.0, 24.0, 18.0)}


def _picture(form: str, note: str) -> bytes:
    """Write a picture with a note of one kind in it."""
    picture, file, options = Image.new("RGB", (80, 80), "teal"), BytesIO(), {}
    exif = Image.Exif()
    if note in ("gps", "empty gps"):
        exif[0x0112] = 1
        exif.get_ifd(0x8825).update(_PLACE if note == "gps" else {29: "2026:11:21"})
        options["exif"] = exif
    elif note == "xmp":
        options = {"xmp": _XMP}
        if form == "PNG":
            info = PngInfo()
            info.add_itxt("XML:com.adobe.xmp", _XMP.decode())
            options = {"pnginfo": info}
    elif note == "hex xmp":
        info = PngInfo()
        info.add_text("Raw profile type xmp", f"\nxmp\n{len(_XMP)}\n{_XMP.hex()}\n")
        options = {"pnginfo": info}
    elif note == "late xmp":
        info = PngInfo()
        info.add_itxt("XML:com.adobe.xmp", _XMP.decode())
        options = {"pnginfo": info}
    picture.save(file, form, **options)
    content = file.getvalue()
    if note == "late xmp":  # behind the pixels
        start = content.index(b"iTXt") - 4
        end = start + 12 + int.from_bytes(content[start : start + 4], "big")
        chunk, rest = content[start:end], content[:start] + content[end:]
        content = rest[:-12] + chunk + rest[-12:]
    return content


@pytest.mark.parametrize(
    ("form", "note"),
    [
        *((form, note) for form in ("JPEG", "PNG", "WebP") for note in ("gps", "xmp")),
        ("PNG", "hex xmp"),
        ("PNG", "late xmp"),
    ],
)
def test_a_photo_that_says_where_it_was_taken_is_refused(form: str, note: str) -> None:
    """A place in a photo, by camera or by program, is refused with how to take it out: Git would keep it forever."""
    content = _picture(form, note)
    with pytest.raises(PhotoError, match="where it was taken") as refused:
        cut_photo(content)
    assert "screenshot" in refused.value.help
    if note != "late xmp":
        assert photo_defect(f"ada.{form.lower()}", content) == (refused.value.reason, refused.value.help)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WebP"])
@pytest.mark.parametrize("note", ["", "empty gps"])
def test_a_photo_without_a_place_is_taken(form: str, note: str) -> None:
    """Other notes of a camera, and an empty group for the place, are no reason to refuse a photo."""
    assert photo_defect(f"ada.{form.lower()}", _picture(form, note)) is None
    assert cut_photo(_picture(form, note))
