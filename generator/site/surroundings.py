"""What every page carries besides its subject: how old it is, and how links to it look elsewhere."""

from datetime import datetime
from functools import lru_cache

from markupsafe import Markup

from generator.site.labels import moment
from generator.site.site_input import SiteInput
from generator.site.templating import template

_built = template("built.html")
_head = template("head.html")


@lru_cache(maxsize=8)
def built_line(built: datetime) -> Markup:
    """Say when the site was built, because what it says about places is as old as that."""
    return _built(exact=built.isoformat(timespec="seconds"), words=moment(built))


def page_head(site: SiteInput, path: str, title: str, description: str, indexed: bool) -> Markup:
    """Return what search engines and link previews read of a page that is not about one person."""
    settings = site.directory.settings
    return _head(
        title=title,
        description=description,
        url=settings.site_url and settings.site_url + path,
        site_name=settings.name,
        indexed=indexed,
    )
