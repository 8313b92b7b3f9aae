"""Communities and resources: whole lists without scripts, words for filters, and jobs boards that are others'."""

from generator.model.community import Community, SharedResource
from generator.model.directory import Directory, Settings
from generator.model.vocabulary import Term, Vocabularies, Vocabulary
from generator.site.community_lists import communities_page, resources_page
from generator.site.site_context import SiteContext
from tests.unit.insight.test_sessions import NOW, TODAY

FORUM = Community("Zeta", "https://example.org/z", "forum", "Ask there.", skills=("python",), languages=("de",))
GROUP = Community("alpha", "https://example.org/a", "local-event", "Meet there.", place="Lisbon")
BOOK = SharedResource("Book", "https://example.org/b", "book", "Read it.", audience="mentor", minutes=600, cost="free")
JOBS = SharedResource("Board", "https://example.org/j", "jobs", "Look there.")


def site(*listed: Community | SharedResource) -> SiteContext:
    """A site with these in its lists."""
    vocabularies = Vocabularies(skills=Vocabulary.of((Term("python", "Python"),)))
    communities = tuple(one for one in listed if isinstance(one, Community))
    resources = tuple(one for one in listed if isinstance(one, SharedResource))
    settings = Settings("Test", "example/mentors", "https://example.org/contact")
    return SiteContext(Directory(settings, vocabularies, communities=communities, resources=resources), {}, TODAY, NOW)


def test_communities_come_by_name_with_what_filters_compare() -> None:
    """Small letters sort as capital ones, and each part says its kind, subjects and languages."""
    body = str(communities_page(site(FORUM, GROUP)).body)
    assert body.index("alpha") < body.index("Zeta")
    assert 'data-kind="forum" data-about="skills/python" data-language="de"' in body
    assert 'href="https://example.org/z" rel="nofollow ugc noopener"' in body
    assert "Lisbon" in body


def test_jobs_boards_are_said_to_be_others() -> None:
    """They have a part of their own, which says that the community has no part in them."""
    body = str(resources_page(site(BOOK, JOBS)).body)
    reading, _, jobs = body.partition("Jobs boards</h2>")
    assert "Book" in reading and "Board" not in reading
    assert "Test lists no jobs and has no part in them" in jobs and "Board" in jobs
    assert "Mentors · 10 hours · Free" in reading


def test_what_is_for_both_is_found_by_either() -> None:
    """A link for everyone stays when someone asks for those of mentors, or of mentees."""
    assert 'data-audience="mentor mentee"' in str(resources_page(site(JOBS)).body)


def test_an_empty_list_says_how_to_begin() -> None:
    """Without a file the page invites a first suggestion, and search engines don't list it."""
    page = communities_page(site())
    assert "Nothing is listed yet" in str(page.body) and "programs/communities.yml" in str(page.body)
    assert not page.indexed


def test_filters_come_with_enough_to_choose_from() -> None:
    """A list that fits on one screen has no filters."""
    assert "<select" not in str(communities_page(site(FORUM, GROUP)).body)
    many = [Community(f"C{n}", f"https://example.org/{n}", "forum" if n % 2 else "slack", "There.") for n in range(5)]
    body = str(communities_page(site(*many)).body)
    assert body.count("<select") == 1 and '<option value="slack">Slack</option>' in body
