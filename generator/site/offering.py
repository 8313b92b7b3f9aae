"""How a mentor reaches someone who looks for one: their own open request, their link, or the form for offers."""

from generator.insight.attention import open_requests
from generator.model.mentor import Mentor
from generator.site.site_context import SiteContext
from generator.text.catalogue import _
from generator.text.github_addresses import issue_form, thread_of

FORM = "offer.yml"


def how_to_offer(site: SiteContext, mentor: Mentor) -> str:
    """Return where a mentor offers their help: the mentee's own request where one waits for any mentor, their own link, or else the form; nothing for someone who has neither link nor GitHub account."""
    settings = site.directory.settings
    for request in open_requests(site.activity) if site.activity else ():
        if request.mentee == mentor.handle and request.state == "waiting" and not request.mentor:
            return thread_of(settings, request.number)
    if mentor.contact.mode == "link" and mentor.contact.url:
        return mentor.contact.url
    if mentor.github is None:
        return ""
    return issue_form(settings.repository, FORM, _("Offer to help: {name}", name=mentor.name), mentee=mentor.github)
