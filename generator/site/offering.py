"""How a mentor reaches someone who looks for one: their own open request, or the link in their profile."""

from generator.insight.attention import open_requests
from generator.model.mentor import Mentor
from generator.site.site_context import SiteContext
from generator.text.github_addresses import thread_of


def how_to_offer(site: SiteContext, mentor: Mentor) -> str:
    """Return where a mentor offers their help: the mentee's own request where one waits for any mentor, or their link."""
    settings = site.directory.settings
    for request in open_requests(site.activity) if site.activity else ():
        if request.mentee == mentor.handle and request.state == "waiting" and not request.mentor:
            return thread_of(settings, request.number)
    return (mentor.contact.url or "") if mentor.contact.mode == "link" else ""
