"""What every page ends with: how old it is."""

from datetime import datetime

from markupsafe import Markup

from generator.site.templating import template
from generator.text.catalogue import cache_by_language
from generator.text.dates import moment

_built = template("built.html")


@cache_by_language
def built_line(built: datetime) -> Markup:
    """Say when the site was built, because what it says about spots is as old as that."""
    return _built(exact=built.isoformat(timespec="seconds"), moment=moment(built))
