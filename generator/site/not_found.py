"""The page for an address that is nobody's: it says so kindly, and searches."""

from urllib.parse import urlsplit

from generator.site.page import Page
from generator.site.site_context import SiteContext
from generator.site.templating import template
from generator.text.catalogue import _

_not_found = template("not_found.html")
_NOINDEX = template("noindex.html")


def not_found_page(site: SiteContext) -> Page:
    """Make the page that a host shows for every wrong address, however deep it is, so its links begin at the host."""
    start = urlsplit(site.directory.settings.site_url).path or "/"
    body = _not_found(support="support/" in site.own_pages)
    return Page(
        "404.html", _("Page not found"), _("There is no page at this address."), body, _NOINDEX(), False, start=start
    )
