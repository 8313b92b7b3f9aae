"""Mentors on a page of someone else: in a frame, under that page's strict policy, from another host."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

pytestmark = pytest.mark.browser
HOST = "http://localhost/"
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Our meetup</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src {host}; connect-src {host}; img-src {host}">
<script type="module" src="{address}assets/lodestar/embed.js"></script>
<h1>Our meetup</h1><lodestar-mentors {attributes}></lodestar-mentors></html>"""


@pytest.fixture
def embedded(open_page: Callable[..., Page], address: str) -> Callable[[str], Page]:
    """Open a page of another host that shows mentors, inside a frame; the directory's host lets others read, as Pages does."""

    def open_one(attributes: str) -> Page:
        page = open_page(viewport={"width": 360, "height": 740})
        parts = urlsplit(address)
        html = PAGE.format(host=f"{parts.scheme}://{parts.netloc}", address=address, attributes=attributes)
        frame = '<!doctype html><title>Portal</title><iframe src="inner" width="340" height="700"></iframe>'
        page.route(f"{HOST}inner", lambda route: route.fulfill(body=html, content_type="text/html"))
        page.route(HOST, lambda route: route.fulfill(body=frame, content_type="text/html"))
        page.route(f"{address}**", _readable_by_others)
        page.goto(HOST)
        return page

    return open_one


def _readable_by_others(route: Route) -> None:
    answer = route.fetch()
    route.fulfill(response=answer, headers={**answer.headers, "access-control-allow-origin": "*"})


def test_mentors_are_shown_on_a_strict_page(embedded: Callable[[str], Page], address: str) -> None:
    """Filters choose who is shown, a card leads to the profile, the rest is one link away, and no policy is broken."""
    shown = embedded('skill="python" limit="2"').frame_locator("iframe").locator("lodestar-mentors")
    names = shown.locator(".name")
    expect(names).to_have_count(2)
    assert names.first.get_attribute("href").startswith(f"{address}mentors/")
    expect(shown.locator(".card").first).to_contain_text("Python")
    every = shown.locator(".all a")
    expect(every).to_have_attribute("href", f"{address}mentors/?skill=python")
    shown.evaluate("(part) => part.setAttribute('limit', '1')")
    expect(names).to_have_count(1)


def test_nobody_and_nothing_are_said_in_words(embedded: Callable[[str], Page], address: str) -> None:
    """Without anyone who fits, or without an answer of the directory, the page says so and leads on."""
    page = embedded('skill="python" language="tlh"')
    shown = page.frame_locator("iframe").locator("lodestar-mentors")
    expect(shown.get_by_role("status")).to_have_text("No mentor fits this right now.")
    expect(shown.locator(".all a")).to_have_attribute("href", f"{address}mentors/")
    page.route("**/api/directory/**", lambda route: route.abort())
    page.reload()
    expect(shown.get_by_role("status")).to_have_text("The list of mentors can't be shown right now.")
