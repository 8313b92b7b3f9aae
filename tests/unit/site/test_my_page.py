"""My page: GitHub's own searches for everyone, and a row for each thing that the browser keeps."""

from generator.site.my_page import my_page
from tests.fakes.small_site import person, site_of


def test_requests_are_found_without_a_name_and_without_javascript() -> None:
    """Both searches ask GitHub for whoever follows the link, so the site needs to know nobody."""
    body = my_page(site_of(person("ada"))).body
    issues = "https://github.com/example/mentors/issues?q=is:issue"
    assert f'href="{issues}+author:@me"' in body
    assert f'href="{issues}+is:open+label:request+mentions:@me"' in body


def test_everything_that_is_kept_has_a_row() -> None:
    """Goals, saved mentors, a profile that was begun, worksheets, one's name and the colours each say what is kept, and can be deleted."""
    body = my_page(site_of(person("ada"))).body
    for name in ("goals", "shortlist", "profile", "worksheets", "me", "scheme"):
        assert f'data-kept="{name}"' in body
    assert body.count('data-do="forget"') == 6
    assert 'data-do="forget-all"' in body


def test_search_engines_need_not_know_it() -> None:
    """The page says nothing of its own, so search engines are asked to leave it out."""
    assert "noindex" in my_page(site_of(person("ada"))).head
