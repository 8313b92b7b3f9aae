"""What the site says about requests: on their own page, on profiles, programs and home, and in feeds; and about nobody."""

import re
from dataclasses import replace
from datetime import datetime, timedelta
from html import unescape
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree as ET

import pytest
from markupsafe import Markup

from generator.insight.availability import availability_statuses
from generator.model.activity import Activity, MentorActivity
from generator.model.mentor import Contact
from generator.model.program import Program
from generator.model.request import RequestSummary
from generator.model.request_state import STATES
from generator.site.board_page import board_page
from generator.site.page import Page
from generator.site.pages import SiteContext, home_page, profile_page
from generator.site.request_feeds import feed_of, mentor_feeds, request_feed
from generator.site.request_pages import ROWS_ON_A_PAGE, request_pages
from tests.fakes.small_site import BUILT, SETTINGS, TODAY, pages_of, person, site_of

A = "{http://www.w3.org/2005/Atom}"
MENTEE = "grace-who-asked"
ADA = person("Ada-L", name="Ada <L.>")


def _request(
    number: int, state: str = "waiting", mentor: str = "ada-l", days: float = 1, **more: object
) -> RequestSummary:
    since = BUILT - timedelta(days=days)
    values = {"kind": "mentorship", "due": since + timedelta(days=14)} | more
    return RequestSummary(number=number, state=state, mentor=mentor, mentee=MENTEE, opened=since, since=since, **values)


def _site(
    *requests: RequestSummary, swept: datetime | None = BUILT, known: dict | None = None, **others: object
) -> SiteContext:
    activity = Activity(BUILT, swept, requests, known or {})
    mentors = others.pop("mentors", (ADA,))
    blank = site_of(*mentors)
    return site_of(
        *mentors, statuses=availability_statuses(blank.directory, TODAY, activity), activity=activity, **others
    )


def _first(site: SiteContext) -> Page:
    return next(request_pages(site))


def _text(markup: str) -> str:
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", markup)))


def _fact(body: str, question: str) -> str:
    return re.search(rf"<dt>{question}</dt><dd[^>]*>(.*?)</dd>", body, re.DOTALL)[1]


def test_every_open_request_is_listed_once_with_its_state_and_age() -> None:
    """The page has a row for each request that has not ended: its kind, how long it has stood so, and what comes next."""
    requests = [_request(number, state) for number, state in enumerate(STATES, 1)]
    body = _first(_site(*requests)).body
    rows = re.findall(r'<tr><th scope="row"><a href="(.*?)"[^>]*>(.*?)</a></th><td>(.*?)</td><td>(.*?)</td></tr>', body)
    assert len(rows) == len([request for request in requests if request.open])
    assert (
        "https://github.com/example/mentors/issues/3",
        "Mentorship #3",
        "1 day",
        "closes on 4 December 2026",
    ) in rows
    assert "12 requests are open" in body


def test_who_waits_for_whom_is_told_apart() -> None:
    """A request without a mentor looks for one, an application waits for a program, and others for their mentor."""
    body = _first(_site(_request(1), _request(2, mentor=""), _request(3, kind="application", mentor=""))).body
    groups = [unescape(title).strip() for title in re.findall(r'scope="rowgroup">(.*?)<span', body)]
    assert groups == ["Looking for a mentor", "Waiting for the mentor", "Applying to a program"]


def test_pages_say_nobodys_name_and_no_ones_words() -> None:
    """No page, profile or feed names who asked, and the requests' page names no mentor either."""
    site = _site(
        *(_request(number, state) for number, state in enumerate(STATES, 1)), known={"ada-l": MentorActivity(active=1)}
    )
    pages = [*pages_of(site), home_page(site, Markup(""))]
    feeds = [file.content.decode() for file in (*request_feed(site), *mentor_feeds(site, [ADA]))]
    assert len(feeds) == 2
    for text in [*(page.body + page.head for page in pages), *feeds]:
        assert MENTEE not in text
    assert "Ada" not in _first(site).body
    assert not [page for page in pages if page.path.startswith("requests/") and "ada-l" in page.body]


def test_many_requests_have_several_pages() -> None:
    """Beyond a hundred requests the list goes on, loses none, and only its first page has the bot's state."""
    pages = list(request_pages(_site(*(_request(number) for number in range(1, ROWS_ON_A_PAGE + 11)))))
    assert [page.path for page in pages] == ["requests/", "requests/page/2/"]
    found = [number for page in pages for number in re.findall(r"Mentorship #(\d+)<", page.body)]
    assert sorted(map(int, found)) == list(range(1, ROWS_ON_A_PAGE + 11))
    assert ["mentor-heartbeat" in page.body for page in pages] == [True, False]
    assert all(">110<" in page.body for page in pages)


@pytest.mark.parametrize(("hours", "late"), [(48, False), (49, True)])
def test_the_heart_of_the_bot_is_seen_to_beat(hours: int, late: bool) -> None:
    """The page says when all requests were last looked at, and warns with a sentence and with a next step after 48 hours."""
    swept = BUILT - timedelta(hours=hours)
    body = _first(_site(_request(1), swept=swept)).body
    assert f'<time datetime="{swept.isoformat()}">' in body
    assert ('late">' in body) == late
    assert ('data-slot="late" hidden' in body) != late
    assert "https://github.com/example/mentors/actions/workflows/sweep.yml" in body


def test_a_bot_that_never_looked_is_no_alarm_on_the_first_day() -> None:
    """Before the first sweep the page says that it will come, and warns only when a request has waited two days for it."""
    young, old = (_first(_site(_request(1, days=days), swept=None)).body for days in (1, 3))
    assert "Not checked yet." in young
    assert 'data-slot="late" hidden' in young
    assert 'data-slot="late">' in old


def test_a_fresh_copy_is_calm() -> None:
    """Where nothing is known of requests there is a page that says so, without alarm, script or claim."""
    page = _first(site_of(ADA))
    assert "No request activity yet" in page.body
    assert "heartbeat" not in page.body + page.head
    assert "feeds/requests.xml" not in page.body
    assert list(request_feed(site_of(ADA))) == []
    assert "open request" not in home_page(site_of(ADA), Markup("")).body


def test_when_nobody_waits_the_page_says_so() -> None:
    """With every request answered the page is glad, counts what was completed, and shows no empty table."""
    body = _first(_site(_request(1, "completed"), known={"ada-l": MentorActivity(completed=3)})).body
    assert "No requests are open today. 3 mentorships have been completed so far." in body
    assert "Nobody is waiting" in body
    assert "<table" not in body


def test_coordinators_see_what_to_do() -> None:
    """What is overdue is on top, by its reason, with links; without any, the page says that nothing is."""
    body = _first(
        _site(
            _request(7, days=8),
            _request(8, "held"),
            *(_request(number, mentor="", days=15) for number in range(20, 34)),
        )
    ).body
    needs = _text(body[body.index("For coordinators") : body.index("Open requests")])
    assert "Read, then approve or answer: #8 " in needs
    assert "No answer from the mentor for 7 days: #7 " in needs
    assert "On the waiting list for 14 days: #20" in needs
    assert "#31 and 2 more" in needs
    assert "Nothing needs a coordinator right now." in _first(_site(_request(1))).body


def test_coordinators_see_which_issues_the_bot_cannot_read() -> None:
    """A broken issue is named first, with a link, so that somebody looks at it."""
    site = _site(_request(1))
    site = replace(site, activity=replace(site.activity, unreadable=(7, 12)))
    body = _first(site).body
    assert "The bot can't read these issues: #7 , #12" in _text(body)
    assert "/issues/12" in body


def test_a_profile_counts_requests_and_says_where_to_follow_them() -> None:
    """A mentor's page counts who waits and who is with them, and links to their threads and their feed."""
    known = {"ada-l": MentorActivity(active=1, pending=2, completed=3, response="a week")}
    body = profile_page(_site(_request(1), known=known), ADA).body
    assert "<dt>requests waiting</dt><dd>2</dd>" in body
    assert "<dt>mentorship in progress</dt><dd>1</dd>" in body
    assert "1 of 2 spots open, 2 waiting<" in body
    assert "Usually answers within a week</p>" in body
    assert "<dt>mentorships completed</dt><dd>3</dd>" in body
    search = urlsplit(unescape(re.search(r'href="(https://github.com/[^"]*issues\?q=[^"]*mentions[^"]*)"', body)[1]))
    assert parse_qs(search.query) == {"q": ["is:issue is:open label:request mentions:Ada-L"]}
    assert 'feeds/requests/ada-l.xml"' in body


def test_nobody_is_asked_about_requests_that_go_elsewhere() -> None:
    """Who takes requests on a page of their own has no block about requests here, unless some run here."""
    eve = person("eve", contact=Contact("link", "https://eve.example/"))
    assert "Their requests on GitHub" not in profile_page(_site(mentors=(eve,)), eve).body
    assert (
        "Their requests on GitHub"
        in profile_page(_site(mentors=(eve,), known={"eve": MentorActivity(active=1)}), eve).body
    )


def test_too_many_waiting_closes_the_button_with_a_reason() -> None:
    """With the queue full there is no button although spots are open, and the sentence says why and until when."""
    body = profile_page(_site(known={"ada-l": MentorActivity(pending=5)}), ADA).body
    assert "template=request.yml" not in body
    assert "5 requests waiting<" in body
    assert "5 requests are already waiting for Ada &lt;L.&gt;." in body


def test_what_was_said_to_the_bot_counts_on_the_page() -> None:
    """Spots and the last confirmation are those that the mentor gave the bot last, whatever the file said before."""
    known = {"ada-l": MentorActivity(capacity=1, capacity_said=TODAY, confirmed=TODAY)}
    body = profile_page(_site(known=known), ADA).body
    assert "1 spot open<" in body
    assert "Confirmed on 21 November 2026." in body


def test_home_and_programs_count_what_is_open() -> None:
    """The first page counts open requests, and a program's page the applications to it."""
    spring = Program("spring", "Spring", "cohort", "Us", opens=TODAY, closes=TODAY)
    requests = (
        _request(1),
        _request(2, kind="application", program="spring"),
        _request(3, "ended", kind="application", program="spring"),
    )
    site = _site(*requests, programs=(spring,))
    assert "<span>2 open requests</span>" in home_page(site, Markup("")).body
    page = next(page for page in pages_of(site) if page.path == "programs/spring/")
    assert _fact(page.body, "Applications") == "1 open"


def test_feeds_are_atom_and_say_what_changed_last() -> None:
    """A feed has what RFC 4287 asks of feed and entries, in the order of the last change, for its mentor alone."""
    site = _site(
        _request(1, days=2), _request(2, "question", days=1), _request(3, mentor="bob"), mentors=(ADA, person("bob"))
    )
    [file] = mentor_feeds(site, [ADA])
    assert file.path == feed_of("ada-l") == "feeds/requests/ada-l.xml"
    feed = ET.fromstring(file.content)
    assert feed.findtext(f"{A}title") == "Lodestar: open requests to Ada <L.>"
    for element in (feed, *feed.iter(f"{A}entry")):
        assert all(element.find(A + name) is not None for name in ("id", "title", "updated", "link"))
    assert feed.find(f"{A}author/{A}name") is not None
    assert [entry.findtext(f"{A}title") for entry in feed.iter(f"{A}entry")] == [
        "Mentorship: The mentor asked a question", "Mentorship: Waiting for the mentor",
    ]  # fmt: skip
    first = feed.find(f"{A}entry")
    assert first.findtext(f"{A}summary") == "Request 2: others suggested on 4 December 2026."
    assert first.find(f"{A}link").get("href") == "https://github.com/example/mentors/issues/2"
    assert feed.findtext(f"{A}updated") == first.findtext(f"{A}updated") == "2026-11-20T02:28:00Z"
    identifiers = [element.text for element in feed.iter(f"{A}id")]
    assert len(identifiers) == len(set(identifiers)) == 3
    [everything] = request_feed(site)
    assert len(list(ET.fromstring(everything.content).iter(f"{A}entry"))) == 3


def test_feed_readers_find_the_feeds_by_the_page() -> None:
    """Lists name the feeds of new mentors and open requests in their head, and a profile the feed of its own requests."""
    site = _site(_request(1))
    lists, profile = _first(site).head, profile_page(site, ADA).head
    assert 'type="application/atom+xml" href="\x02root\x03feeds/mentors.xml"' in lists
    assert 'href="\x02root\x03feeds/requests.xml" title="Lodestar: open requests"' in lists
    assert 'href="\x02root\x03feeds/requests/ada-l.xml" title="Lodestar: open requests to Ada &lt;L.&gt;"' in profile
    assert "feeds/requests" not in _first(site_of(ADA)).head + profile_page(site_of(ADA), ADA).head


def test_a_feed_stays_when_nothing_is_open() -> None:
    """Whoever subscribed keeps the feed when all is answered; who was never asked, or is hidden, has none."""
    mentors = (ADA, person("new"), person("gone", offer_to_mentor=False))
    site = _site(_request(1, "declined"), _request(2, mentor="gone"), mentors=mentors)
    [file] = mentor_feeds(site, mentors)
    assert file.path == "feeds/requests/ada-l.xml"
    assert ET.fromstring(file.content).findtext(f"{A}updated") == "2026-11-21T02:28:00Z"


def test_a_feed_of_a_site_without_an_address_finds_its_way() -> None:
    """Without the site's address, links are relative to where the feed lies."""
    site = _site(_request(1))
    settings = type(SETTINGS)("Lodestar", "example/mentors", "https://example.org/conduct")
    activity = site.activity
    [file] = mentor_feeds(site_of(ADA, settings=settings, activity=activity), [ADA])
    links = {link.get("rel"): link.get("href") for link in ET.fromstring(file.content).findall(f"{A}link")}
    assert links == {"self": "../../feeds/requests/ada-l.xml", "alternate": "../../mentors/ada-l/"}


def test_what_ended_lately_is_told_with_how_and_when() -> None:
    """Requests that ended in the last thirty days are listed, newest first; older and removed ones and self-tests are not."""
    site = _site(
        _request(1, "expired", days=2), _request(2, "completed", days=1), _request(3, "removed"), _request(4, "declined", days=31),
        _request(5, "ended", kind="self-test"), _request(6, "withdrawn", days=30), _request(7, "expired", "", cause="untaken"),
    )  # fmt: skip
    body = _first(site).body
    section = body[body.index('id="ended"') :]
    told = [unescape(re.sub(r"<[^>]+>", "", line)) for line in re.findall(r"<li>(.*?)</li>", section)]
    assert told == [
        "Mentorship #7: closed without a mentor on 20 November 2026",
        "Mentorship #2: completed on 20 November 2026",
        "Mentorship #1: closed without an answer on 19 November 2026",
        "Mentorship #6: withdrawn on 22 October 2026",
    ]
    assert 'id="ended"' not in _first(_site(_request(1))).body


def test_the_board_says_what_needs_a_person_and_names_nobody() -> None:
    """Kinds, waits, commands and threads are on it; who has not answered is only counted."""
    requests = (
        _request(7, "held", days=3),
        _request(8, days=9),
        _request(9, "expired", days=2),
        _request(10, "active", "bela"),
    )
    page = board_page(_site(*requests))
    text = _text(page.body)
    assert "3 things need a person today" in text
    assert "Waiting for a review For three days Open #7 /approve" in text
    assert "No answer from the mentor For nine days Open #8 /reassign @login" in text
    assert "Mentors who let requests wait 1 mentor" in text
    assert "/issues/8" in page.body and "/issues/9" not in page.body
    assert not page.indexed
    assert {"ada", "grace"}.isdisjoint(re.findall("[a-z]+", text.lower()))


def test_an_empty_board_is_friendly_and_an_unknown_one_says_so() -> None:
    """A quiet day is good news; a site that knows of no requests doesn't claim that all is well."""
    assert "All clear" in board_page(_site(_request(7, "active"))).body
    unknown = board_page(site_of(ADA)).body
    assert "All clear" not in unknown and "Once there are requests" in unknown


def test_a_row_says_what_is_wanted() -> None:
    """A request's row names its skills and topics by their labels, three of them at most, and nothing that the vocabulary lacks."""
    wishes = {"skills": ("python", "<gone>", "testing", "programming"), "topics": ("code-review",)}
    body = _first(_site(_request(7, **wishes), _request(8))).body
    assert body.count("mentor-requests__wanted") == 1
    assert "Mentorship #7 Python, Testing, Programming and 1 more" in _text(body)
