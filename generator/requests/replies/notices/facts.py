"""The few facts about a request that help a mentor to decide, in at most four lines."""

from collections.abc import Callable, Iterator

from generator.model.request import Asked
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.state import RequestState
from generator.text import labels
from generator.text.catalogue import _, ngettext
from generator.text.counting import listed
from generator.text.markdown_escape import code, plain

_MOST_NAMED = 3


def what_with(asked: Asked | None, context: RequestContext, write: Callable[[str], str] = plain) -> Iterator[str]:
    """Yield what someone wants help with, from three things down to one, the important ones first; `write` escapes each."""
    names = _wanted(asked, context, write) if asked else []
    for most in range(min(_MOST_NAMED, len(names)), 0, -1):
        more = len(names) - most
        rest = [ngettext("{count} more", "{count} more", more)] if more else []
        yield listed([*names[:most], *rest])


def facts_of(request: RequestState, context: RequestContext) -> list[str]:
    """Return what else helps to decide: what nobody has a name for, how long, which languages, which clock."""
    asked, mentor = request.asked, context.mentor(request.mentor)
    if asked is None:
        return []
    unknown = [code(word, 40) for word in asked.unknown[:_MOST_NAMED]]
    common = [tag for tag in asked.languages if mentor and tag in mentor.languages]
    more = len(_wanted(asked, context)) - _MOST_NAMED
    how = [
        labels.choice("commitment", asked.commitment) if asked.commitment else "",
        labels.choice("relationship_types", asked.relationship) if asked.relationship else "",
        labels.choice("formats", asked.format) if asked.format else "",
    ]
    facts = [
        _("Also about: {what}", what=listed([*_wanted(asked, context)[_MOST_NAMED:][:_MOST_NAMED], *unknown]))
        if unknown or more > 0
        else "",
        " · ".join(filter(None, how)),
        _("You both speak {languages}.", languages=listed([context.language_name(tag) for tag in common[:3]]))
        if common
        else _("Speaks {languages}.", languages=listed([context.language_name(tag) for tag in asked.languages[:3]]))
        if asked.languages
        else "",
        _("Their time zone: {zone}", zone=code(asked.timezone, 40))
        if asked.timezone and not (mentor and mentor.timezone == asked.timezone)
        else "",
    ]
    return [fact for fact in facts if fact]


def _wanted(asked: Asked, context: RequestContext, write: Callable[[str], str] = plain) -> list[str]:
    skills, topics = context.directory.vocabularies.skills, context.directory.vocabularies.topics
    wants = sorted(asked.skills, key=lambda want: want.importance != "must")
    names = [skills.label(want.skill) for want in wants] + [topics.label(topic) for topic in asked.topics]
    return [write(name) for name in names]
