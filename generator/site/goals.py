"""The form in which a mentee states their goals, in three questions; only their browser ever reads it.

Choices and their labels are those of a learner's file, so the page, the command line and a saved file agree.
"""

from markupsafe import Markup

from generator.model.mentor import WEEKDAYS
from generator.schema import schema
from generator.site.templating import template
from generator.text.catalogue import N_, _, cache_by_language
from generator.text.dates import weekday
from generator.text.labels import choice

TIMES = {
    "mornings": N_("Mornings"),
    "afternoons": N_("Afternoons"),
    "evenings": N_("Evenings"),
    "weekends": N_("Weekends"),
}
"""Times of a week that one tap states; `goals-hours.js` says which hours they are."""
_form = template("goals.html")
_Choices = tuple[tuple[str, str], ...]


@cache_by_language
def goals_form() -> Markup:
    """Return the form, which is the same in every directory; the browser adds the skills and languages."""
    return _form(
        importances=_choices("want.importance"),
        levels=_choices("want.now"),
        goals=_choices("goals"),
        stages=_choices("stage"),
        structures=_choices("style.structure"),
        guidances=_choices("style.guidance"),
        commitments=_choices("commitment"),
        formats=_choices("formats"),
        kinds=_choices("relationship_types"),
        most_important=_choices("most_important"),
        times=tuple((name, _(label)) for name, label in TIMES.items()),
        days=tuple((day.capitalize(), weekday(number)) for number, day in enumerate(WEEKDAYS)),
    )


def _choices(field: str) -> _Choices:
    found = schema("learner")
    for name in field.split("."):
        found = found.get("items", found)["properties"][name]
    values = found.get("enum") or found["items"]["enum"]
    return tuple((value, choice(field, value, "learner")) for value in values)
