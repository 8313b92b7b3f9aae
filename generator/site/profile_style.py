"""How a mentor works, in words and on two small axes."""

from markupsafe import Markup

from generator.model.mentor import Calls, Mentor, Style
from generator.site.past_cohorts import past_programs
from generator.site.site_context import SiteContext
from generator.site.templating import template
from generator.text.catalogue import _, cache_by_language, ngettext
from generator.text.labels import choice, choices, field_title, values

_axes = template("axes.html")
_inner_links = template("inner_links.html")
_AXES = ("structure", "guidance")


@cache_by_language
def axes(style: Style) -> Markup:
    """Return an axis with three steps for each part of a style that was stated, or nothing."""
    stated = [(name, getattr(style, name)) for name in _AXES if getattr(style, name)]
    if not stated:
        return Markup("")
    return _axes(
        axes=[
            {
                "name": name,
                "title": field_title(f"style.{name}"),
                "value": value,
                "steps": [(step, choice(f"style.{name}", step)) for step in values(f"style.{name}")],
            }
            for name, value in stated
        ]
    )


@cache_by_language
def calls_in_words(calls: Calls) -> str:
    """Say what was stated about calls: "Screen sharing: Yes · Recording: Ask first"."""
    stated = []
    if calls.spontaneous is not None:
        stated.append((field_title("calls.spontaneous"), _("Welcome") if calls.spontaneous else _("No")))
    if calls.screen_sharing is not None:
        stated.append((field_title("calls.screen_sharing"), _("Yes") if calls.screen_sharing else _("No")))
    if calls.recording:
        stated.append((field_title("calls.recording"), choice("calls.recording", calls.recording)))
    return " · ".join([_("{question}: {answer}", question=question, answer=answer) for question, answer in stated])


def kinds_in_words(mentor: Mentor) -> str:
    """Name the kinds of mentorship, and how many people a group takes."""
    return _kinds(mentor.relationship_types, mentor.group_size if mentor.group_size > 1 else 0)


@cache_by_language
def _kinds(kinds: tuple[str, ...], group: int) -> str:
    most = ngettext("Up to {count} person", "Up to {count} people", group) if group else ""
    return " · ".join(filter(None, (choices("relationship_types", kinds), most)))


def programs_of(site: SiteContext, mentor: Mentor) -> Markup | str:
    """Return links to the programs that a mentor takes or took part in, or nothing."""
    programs = site.directory.programs
    paths = [(f"programs/{one}/", programs[one].title) for one in mentor.programs if one in programs]
    paths += past_programs(site, mentor)
    return _inner_links(links=paths) if paths else ""
