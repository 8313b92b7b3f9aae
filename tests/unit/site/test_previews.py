"""The picture beside a link shows what the link leads to, in the community's look, and only where it can be found."""

from dataclasses import replace
from io import BytesIO

import pytest
from markupsafe import Markup
from PIL import Image

from generator.model.directory import Look
from generator.site.home import home_page
from generator.site.previews import SITE_PREVIEW, Preview, drawn
from tests.fakes.small_site import SETTINGS, site_of


@pytest.mark.parametrize(
    "title", ["Be kind", "Wide " * 60, "W" * 300, "Łódź, Đà Nẵng", "مرشد", "", "🎓 with a picture"]
)
def test_every_title_gives_a_picture_of_the_size_that_networks_ask_for(title: str) -> None:
    """Long titles, one endless word, and scripts that the typeface lacks: all end as 1200 by 630 pixels."""
    picture = Image.open(BytesIO(drawn(Preview("Us", title, "us.example", True, Look(accent="teal")))))
    assert picture.size == (1200, 630)


def test_the_star_is_in_the_picture_only_where_there_is_an_opening() -> None:
    """Yellow means in a picture what it means on every page."""

    def yellow(opening: bool) -> bool:
        picture = Image.open(BytesIO(drawn(Preview("Us", "Title", "us.example", opening, Look())))).convert("RGB")
        return (255, 198, 77) in {colour for _count, colour in picture.getcolors(1 << 20) or ()}

    assert yellow(True) and not yellow(False)


def test_a_page_names_its_picture_only_by_a_whole_address() -> None:
    """Networks can't follow relative links, so a site that doesn't know its address names no picture."""
    assert "og:image" not in home_page(site_of(settings=replace(SETTINGS, site_url="")), Markup("")).head
    addressed = home_page(site_of(settings=replace(SETTINGS, site_url="https://us.example/")), Markup("")).head
    assert f'content="https://us.example/{SITE_PREVIEW}"' in addressed
