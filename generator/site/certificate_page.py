"""A certificate that someone prints for themselves: filled in and drawn in the browser, and sent nowhere."""

from generator.site.build_stamp import built_line
from generator.site.meta_tags import page_head
from generator.site.page import Page
from generator.site.site_context import SiteContext
from generator.site.templating import template
from generator.text.catalogue import _

PATH = "certificate/"
_page = template("certificate.html")


def certificate_page(site: SiteContext) -> Page:
    """Return the page; search engines need not know it."""
    title = _("Print a certificate")
    lead = _("For a completed mentorship. What you type stays in this browser.")
    body = _page(
        title=title,
        lead=lead,
        community=site.directory.settings.name,
        repository=site.directory.settings.repository,
        built=built_line(site.built),
    )
    return Page(PATH, title, lead, body, page_head(site, PATH, title, lead, False), False)
