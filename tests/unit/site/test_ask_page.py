"""The page for asking: forms for everyone, what happens next in the community's own days, and ways without an account."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from generator.model.activity import Activity
from generator.model.directory import Days, RequestSettings
from generator.model.pulse import Pulse
from generator.site.ask_page import ask_page
from generator.site.site_context import SiteContext
from tests.fakes.small_site import SETTINGS, person, site_of

NOW = datetime(2026, 11, 21, tzinfo=UTC)
TODAY = NOW.date()


def _body(**changes: object) -> str:
    return ask_page(_site(**changes)).body


def _site(**changes: object) -> SiteContext:
    return site_of(person("ada"), settings=replace(SETTINGS, **changes))


def test_each_way_is_a_plain_link_to_its_form() -> None:
    """Without JavaScript, mentoring, a question and a talk are links to GitHub's own forms."""
    body = _body()
    for form in ("request.yml", "question.yml", "interview.yml"):
        assert f'<a class="lo-alt" href="https://github.com/example/mentors/issues/new?template={form}"' in body


def test_what_happens_next_has_the_days_of_the_community() -> None:
    """The timeline tells the community's own reminders, trial and end."""
    body = _body(requests=RequestSettings(Days(first_reminder=4, second_reminder=8, expiry=21, trial=45)))
    for sentence in ("on day 4 and day 8", "Try it for 45 days", "responds in 21 days"):
        assert sentence in body


@pytest.mark.parametrize(
    ("wait", "unanswered", "said"),
    [
        (2.5, 1, "In the last year, half of all first answers came within 3 days. 1 of 7 requests got no answer."),
        (0.2, 0, "half of all first answers came within 1 day.</span>"),
    ],
)
def test_the_usual_wait_is_said_with_those_who_got_no_answer(wait: float, unanswered: int, said: str) -> None:
    """Whoever is about to ask reads how soon first answers came, and how many requests got none."""
    pulse = Pulse(TODAY, answered=6, unanswered=unanswered, usual_wait=wait)
    assert said in ask_page(replace(_site(), activity=Activity(NOW, pulse=pulse))).body


def test_no_usual_wait_is_said_where_too_few_are_known() -> None:
    """Without a middle, which fewer than five answers do not have, or without any activity, nothing is said."""
    few = replace(_site(), activity=Activity(NOW, pulse=Pulse(TODAY, answered=4)))
    for site in (few, _site()):
        assert "first answers came" not in ask_page(site).body


def test_a_way_without_github_is_offered_only_where_there_is_one() -> None:
    """A community's own form is linked beside the text to copy; without one, the coordinators are named."""
    with_form = _body(ask_without_github="https://example.org/ask", coordinators=("ines",))
    assert 'href="https://example.org/ask"' in with_form
    assert "Copy my text" in with_form
    without = _body(coordinators=("ines",))
    assert "Copy my text" not in without
    assert 'href="https://github.com/ines"' in without


def test_labels_of_terms_cannot_end_their_script() -> None:
    """The labels in the page are JSON without any character that HTML reads."""
    labels = _body().partition("data-labels>")[2].partition("</script>")[0]
    assert '"python":"Python"' in labels
    assert not set("<>&") & set(labels)
