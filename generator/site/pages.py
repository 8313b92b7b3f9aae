"""The whole site, page by page: what the plugin and the stand-alone build ask for."""

from collections.abc import Iterator

from generator.site.activity_page import activity_page
from generator.site.ask_page import ask_page
from generator.site.board_page import board_page
from generator.site.cards import card
from generator.site.certificate_page import certificate_page
from generator.site.community_lists import communities_page, resources_page
from generator.site.feeds_page import feeds_page
from generator.site.home import home_page
from generator.site.join.page import join_page
from generator.site.lists import mentor_pages
from generator.site.mentees import mentee_pages
from generator.site.my_page import my_page
from generator.site.page import Page
from generator.site.profile import profile_page
from generator.site.programs import program_pages
from generator.site.progress_pages import progress_pages
from generator.site.pulse_page import pulse_page
from generator.site.request_pages import request_pages
from generator.site.roadmaps import roadmap_pages
from generator.site.sessions_page import sessions_page
from generator.site.site_context import PhotoUrls, SiteContext
from generator.site.sorting import in_listing_order
from generator.site.stories import story_pages
from generator.site.term_pages import term_pages
from generator.site.thanks_page import thanks_page

__all__ = ["PhotoUrls", "SiteContext", "home_page", "list_pages", "profile_page"]


def list_pages(site: SiteContext) -> Iterator[Page]:
    """Yield every page that is not about one mentor: lists, terms, programs, roadmaps and requests."""
    mentors = site.directory.mentors.values()
    order = in_listing_order(mentors, site.statuses, site.today)
    cards = {mentor.handle: card(site, mentor) for mentor in order}
    yield from mentor_pages(site, order, cards)
    yield ask_page(site)
    yield from mentee_pages(site)
    yield my_page(site)
    yield join_page(site)
    yield from term_pages(site, order, cards)
    yield from program_pages(site, order, cards)
    yield from roadmap_pages(site)
    yield from request_pages(site)
    yield from progress_pages(site)
    yield board_page(site)
    yield pulse_page(site)
    yield sessions_page(site)
    yield communities_page(site)
    yield activity_page(site)
    yield resources_page(site)
    yield from story_pages(site)
    yield thanks_page(site)
    yield certificate_page(site)
    yield feeds_page(site)
