"""The four ways to browse: what each list of terms is called, and how its mentors are spoken of."""

from collections.abc import Callable
from dataclasses import dataclass

from generator.model.mentor import Mentor
from generator.model.vocabulary import Term, Vocabulary
from generator.site.site_context import SiteContext
from generator.text.languages import language, own_name


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """One way to browse. `first` and `then` return a mentor's terms: those they offer, those they can introduce."""

    path: str
    title: str
    one: str
    offers: str
    offer: str
    first: Callable[[Mentor], tuple[str, ...]]
    then: Callable[[Mentor], tuple[str, ...]] = lambda mentor: ()


SKILLS = Taxonomy("skills", "Skills", "skill", "teaches it", "teach it", lambda m: m.skills, lambda m: m.can_introduce)
TOPICS = Taxonomy("topics", "Topics", "topic", "helps with it", "help with it", lambda m: m.topics)
DOMAINS = Taxonomy("domains", "Domains", "domain", "knows it from work", "know it from work", lambda m: m.domains)
LANGUAGES = Taxonomy(
    "languages", "Languages", "language", "speaks it", "speak it", lambda m: tuple(map(str.lower, m.languages))
)
KINDS = (SKILLS, TOPICS, DOMAINS, LANGUAGES)


def vocabulary_of(site: SiteContext, kind: Taxonomy) -> Vocabulary:
    """Return the terms of a kind; the languages are those that somebody listed speaks."""
    if kind is not LANGUAGES:
        return site.directory.vocabularies.of_kind(kind.path)
    spoken = {
        tag.lower(): tag
        for handle, mentor in site.directory.mentors.items()
        if site.standings[handle].listed
        for tag in mentor.languages
    }
    return Vocabulary.of(tuple(Term(tag, language(spoken[tag]), _own(spoken[tag])) for tag in sorted(spoken)))


def _own(tag: str) -> tuple[str, ...]:
    own = own_name(tag)
    return (own,) if own and own != language(tag) else ()
