"""The four ways to browse: what each list of terms is called, and how its mentors are counted."""

from collections.abc import Callable
from dataclasses import dataclass

from generator.model.mentor import Mentor
from generator.model.vocabulary import Term, Vocabulary
from generator.site.site_context import SiteContext
from generator.text.catalogue import _, ngettext
from generator.text.languages import language, own_name


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """One way to browse, with the sentences in which its terms and mentors are counted.

    `primary` and `secondary` return a mentor's terms: those they offer, and those they can introduce.
    """

    path: str
    title: Callable[[], str]
    one: Callable[[], str]
    all: Callable[[], str]
    used: Callable[[int], str]
    unused: Callable[[int], str]
    offered: Callable[[int], str]
    primary: Callable[[Mentor], tuple[str, ...]]
    secondary: Callable[[Mentor], tuple[str, ...]] = lambda mentor: ()


SKILLS = Taxonomy(
    path="skills",
    title=lambda: _("Skills"),
    one=lambda: _("skill"),
    all=lambda: _("all skills"),
    used=lambda n: ngettext("{count} skill you can find a mentor for.", "{count} skills you can find a mentor for.", n),
    unused=lambda n: ngettext("{count} skill without a mentor yet", "{count} skills without a mentor yet", n),
    offered=lambda n: ngettext("{count} mentor teaches this.", "{count} mentors teach this.", n),
    primary=lambda mentor: mentor.skills,
    secondary=lambda mentor: mentor.can_introduce,
)
TOPICS = Taxonomy(
    path="topics",
    title=lambda: _("Topics"),
    one=lambda: _("topic"),
    all=lambda: _("all topics"),
    used=lambda n: ngettext("{count} topic you can find a mentor for.", "{count} topics you can find a mentor for.", n),
    unused=lambda n: ngettext("{count} topic without a mentor yet", "{count} topics without a mentor yet", n),
    offered=lambda n: ngettext("{count} mentor helps with this.", "{count} mentors help with this.", n),
    primary=lambda mentor: mentor.topics,
)
DOMAINS = Taxonomy(
    path="domains",
    title=lambda: _("Domains"),
    one=lambda: _("domain"),
    all=lambda: _("all domains"),
    used=lambda n: ngettext("{count} domain with a mentor.", "{count} domains with a mentor.", n),
    unused=lambda n: ngettext("{count} domain without a mentor yet", "{count} domains without a mentor yet", n),
    offered=lambda n: ngettext("{count} mentor works in this domain.", "{count} mentors work in this domain.", n),
    primary=lambda mentor: mentor.domains,
)
LANGUAGES = Taxonomy(
    path="languages",
    title=lambda: _("Languages"),
    one=lambda: _("language"),
    all=lambda: _("all languages"),
    used=lambda n: ngettext("{count} language spoken by mentors.", "{count} languages spoken by mentors.", n),
    unused=lambda n: ngettext("{count} language without a mentor yet", "{count} languages without a mentor yet", n),
    offered=lambda n: ngettext("{count} mentor speaks this language.", "{count} mentors speak this language.", n),
    primary=lambda mentor: tuple(map(str.lower, mentor.languages)),
)
TAXONOMIES = (SKILLS, TOPICS, DOMAINS, LANGUAGES)


def vocabulary_of(site: SiteContext, taxonomy: Taxonomy) -> Vocabulary:
    """Return the terms of a taxonomy; the languages are those that listed mentors speak."""
    if taxonomy is not LANGUAGES:
        return site.directory.vocabularies.of_kind(taxonomy.path)
    spoken = {
        tag.lower(): tag
        for handle, mentor in site.directory.mentors.items()
        if site.statuses[handle].listed
        for tag in mentor.languages
    }
    return Vocabulary.of(tuple(Term(tag, language(spoken[tag]), _own(spoken[tag])) for tag in sorted(spoken)))


def _own(tag: str) -> tuple[str, ...]:
    own = own_name(tag)
    return (own,) if own and own != language(tag) else ()
