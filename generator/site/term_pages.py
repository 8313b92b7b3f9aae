"""Browsing without JavaScript: a page for every skill, topic, domain and language, and the lists of these."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from unicodedata import normalize

from markupsafe import Markup

from generator.model.mentor import Mentor
from generator.model.vocabulary import Term, Vocabulary
from generator.site.asking import FORM
from generator.site.build_stamp import built_line
from generator.site.chips import chip_row
from generator.site.meta_tags import page_head
from generator.site.page import Page
from generator.site.pagination import Pagination, paginate
from generator.site.site_context import SiteContext
from generator.site.stories import stories_of_term
from generator.site.taxonomies import LANGUAGES, TAXONOMIES, Taxonomy, vocabulary_of
from generator.site.templating import concat, template
from generator.text.catalogue import _, ngettext
from generator.text.github_addresses import issue_form
from generator.text.labels import is_vague

CARDS_ON_A_PAGE = 24
_term = template("term.html")
_terms = template("terms.html")
_pagination = template("pagination.html")

Cards = Mapping[str, Markup]
Pair = tuple[list[str], list[str]]
"""The handles of those who offer a term, and of those who only introduce it."""


@dataclass(frozen=True, slots=True)
class Offers:
    """The handles of those who offer each term and of those who can introduce it, in listing order."""

    primary: Mapping[str, list[str]]
    secondary: Mapping[str, list[str]]

    def of(self, term_id: str) -> Pair:
        """Return both lists of a term."""
        return self.primary.get(term_id, []), self.secondary.get(term_id, [])


@dataclass(frozen=True, slots=True)
class TermLink:
    """A term in the list of its taxonomy, with how many mentors have it."""

    label: str
    path: str
    count: int
    what: str = ""


def term_pages(site: SiteContext, order: Sequence[Mentor], cards: Cards) -> Iterator[Page]:
    """Yield the list and the pages of every taxonomy; the mentors on them come in the order of `order`."""
    handles = [mentor.handle for mentor in order]
    free = {handle for handle in handles if site.statuses[handle].can_be_asked}
    for taxonomy in TAXONOMIES:
        vocabulary = vocabulary_of(site, taxonomy)
        offers = Offers(*_offers(taxonomy, zip(handles, order, strict=True)))
        yield _index_page(site, taxonomy, vocabulary, offers)
        for term in vocabulary.terms.values():
            first, then = offers.of(term.id)
            lead = _lead(taxonomy, first, then, len(free.intersection(first)) + len(free.intersection(then)))
            yield from _pages_of(site, taxonomy, vocabulary, term, (first, then), lead, cards)


def _offers(
    taxonomy: Taxonomy, mentors: Iterable[tuple[str, Mentor]]
) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """File the handles under the terms that they offer, and under those that they only introduce."""
    first: defaultdict[str, list[str]] = defaultdict(list)
    then: defaultdict[str, list[str]] = defaultdict(list)
    for handle, mentor in mentors:
        offered = taxonomy.primary(mentor)
        for term_id in offered:
            first[term_id].append(handle)
        for term_id in taxonomy.secondary(mentor):
            if term_id not in offered:
                then[term_id].append(handle)
    return dict(first), dict(then)


def _index_page(site: SiteContext, taxonomy: Taxonomy, vocabulary: Vocabulary, offers: Offers) -> Page:
    links = sorted(
        (_link(taxonomy, term, offers) for term in vocabulary.terms.values()),
        key=lambda link: _filed_under(link.label),
    )
    used, unused = [link for link in links if link.count], [link for link in links if not link.count]
    title, lead = taxonomy.title(), taxonomy.used(len(used)) if used else taxonomy.unused(len(unused))
    body = _terms(
        kind=taxonomy,
        lead=lead,
        letters=[(letter, list(group)) for letter, group in groupby(used, key=_letter)],
        unused=unused,
        without_mentor=taxonomy.unused(len(unused)),
        built=built_line(site.built),
    )
    path = f"{taxonomy.path}/"
    return Page(path, title, lead, body, page_head(site, path, title, lead, site.indexing), site.indexing)


def _link(taxonomy: Taxonomy, term: Term, offers: Offers) -> TermLink:
    return TermLink(
        term.label,
        f"{taxonomy.path}/{term.id}/",
        sum(map(len, offers.of(term.id))),
        taxonomy.one() if is_vague(term.label) else "",
    )


def _letter(link: TermLink) -> str:
    letter = _filed_under(link.label)[:1].upper()
    return letter if letter.isalpha() else "#"


def _filed_under(label: str) -> str:
    """Return the word a term is filed under: ".NET" is found under N, and accents do not count."""
    return normalize("NFD", label).casefold().lstrip("./ ")


def _pages_of(
    site: SiteContext, taxonomy: Taxonomy, vocabulary: Vocabulary, term: Term, offers: Pair, lead: str, cards: Cards
) -> Iterator[Page]:
    first, then = offers
    neighborhood = _neighborhood(site, taxonomy, vocabulary, term)
    for pages, handles in paginate(first + then, CARDS_ON_A_PAGE, f"{taxonomy.path}/{term.id}/"):
        start = (pages.number - 1) * CARDS_ON_A_PAGE
        body = _term(
            kind=taxonomy,
            label=term.label,
            lead=lead,
            parts=_parts(handles, max(0, len(first) - start), cards),
            pages=pages,
            pagination=_pagination(pages=pages),
            built=built_line(site.built),
            **neighborhood,
        )
        yield _page(site, taxonomy, term, pages, lead, body, bool(handles))


def _page(
    site: SiteContext, taxonomy: Taxonomy, term: Term, pages: Pagination, lead: str, body: Markup, anyone: bool
) -> Page:
    title = (
        _("{term} mentors, page {number}", term=term.label, number=pages.number)
        if pages.number > 1
        else _("{term} mentors", term=term.label)
    )
    description = _("{term} ({kind}): {summary}", term=term.label, kind=taxonomy.one(), summary=lead)
    indexed = site.indexing and pages.number == 1 and anyone
    return Page(pages.path, title, description, body, page_head(site, pages.path, title, description, indexed), indexed)


def _parts(handles: Sequence[str], first: int, cards: Cards) -> list[tuple[str, Markup]]:
    """Split what one page shows into those who offer the term and those who only introduce it."""
    offering, introducing = handles[:first], handles[first:]
    parts = [("", offering), (_("Can get you started"), introducing)]
    return [(title, concat([cards[handle] for handle in some])) for title, some in parts if some]


def _lead(taxonomy: Taxonomy, first: list[str], then: list[str], free: int) -> str:
    if not first and not then:
        return _("No mentor lists this yet.")
    sentences = [taxonomy.offered(len(first))] if first else []
    if then and first:
        sentences.append(ngettext("{count} more can get you started.", "{count} more can get you started.", len(then)))
    elif then:
        sentences.append(
            ngettext("{count} mentor can get you started.", "{count} mentors can get you started.", len(then))
        )
    sentences.append(ngettext("{count} is taking new mentees.", "{count} are taking new mentees.", free))
    return " ".join(sentences)


def _neighborhood(site: SiteContext, taxonomy: Taxonomy, vocabulary: Vocabulary, term: Term) -> dict[str, object]:
    """Return what the page says about the term itself: its other names and its neighbors."""
    spoken = taxonomy is LANGUAGES
    chips = {} if spoken else site.chips[taxonomy.path]
    relations = (
        (_("Broader"), term.broader),
        (_("Narrower"), vocabulary.narrower(term.id)),
        (_("Related"), term.related),
    )
    return {
        "stories": "" if spoken else stories_of_term(site, taxonomy.path, term.id),
        "synonyms": "" if spoken else ", ".join(term.synonyms),
        "own_name": "".join(term.synonyms) if spoken else "",
        "tag": term.id,
        "relations": [(title, chip_row(chips, ids)) for title, ids in relations if ids],
        "ask": issue_form(site.directory.settings.repository, FORM, _("Looking for a mentor: {term}", term=term.label)),
    }
