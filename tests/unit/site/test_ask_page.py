"""The page for asking: forms for everyone, what happens next in the community's own days, and ways without an account."""

from dataclasses import replace

from generator.model.directory import Days, RequestSettings
from generator.site.ask_page import ask_page
from generator.site.site_context import SiteContext
from tests.fakes.small_site import SETTINGS, person, site_of


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
