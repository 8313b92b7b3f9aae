"""What every page ends with: how old it is."""

from datetime import datetime
from functools import lru_cache

from markupsafe import Markup

from generator.site.templating import template
from generator.text.labels import moment

_built = template("built.html")
_footer = template("footer.html")


@lru_cache(maxsize=8)
def built_line(built: datetime) -> Markup:
    """Say when the site was built, because what it says about places is as old as that."""
    return _built(exact=built.isoformat(timespec="seconds"), words=moment(built))


def footer_line(built: datetime) -> Markup:
    """Say the same in the theme's footer, which the pages of docs/ have too."""
    return _footer(exact=built.isoformat(timespec="seconds"), words=moment(built))
