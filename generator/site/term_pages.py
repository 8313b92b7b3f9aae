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
from generator.site.taxonomies import KINDS, LANGUAGES, Taxonomy, vocabulary_of
from generator.site.templating import concat, template
from generator.text.github_addresses import issue_form
from generator.text.labels import counted, is_vague

ROWS_ON_A_PAGE = 60
_term = template("term.html")
_terms = template("terms.html")
_pagination = template("pagination.html")

Rows = Mapping[str, Markup]
Pair = tuple[list[str], list[str]]
"""The handles of those who offer a term, and of those who only introduce it."""


@dataclass(frozen=True, slots=True)
class Offers:
    """The handles of those who offer each term and of those who can introduce it, in listing order."""

    first: Mapping[str, list[str]]
    then: Mapping[str, list[str]]

    def of(self, term_id: str) -> Pair:
        """Return both lists of a term."""
        return self.first.get(term_id, []), self.then.get(term_id, [])


@dataclass(frozen=True, slots=True)
class TermLink:
    """A term in the list of its kind, with how many mentors have it."""

    label: str
    path: str
    count: int
    what: str = ""


def term_pages(site: SiteContext, order: Sequence[Mentor], rows: Rows) -> Iterator[Page]:
    """Yield the list and the pages of every kind; the mentors on them come in the order of `order`."""
    handles = [mentor.handle for mentor in order]
    with_room = {handle for handle in handles if site.standings[handle].can_be_asked}
    for kind in KINDS:
        vocabulary = vocabulary_of(site, kind)
        offers = Offers(*_offers(kind, zip(handles, order, strict=True)))
        yield _index_page(site, kind, vocabulary, offers)
        for term in vocabulary.terms.values():
            first, then = offers.of(term.id)
            lead = _lead(kind, first, then, len(with_room.intersection(first)) + len(with_room.intersection(then)))
            yield from _pages_of(site, kind, vocabulary, term, (first, then), lead, rows)


def _offers(kind: Taxonomy, mentors: Iterable[tuple[str, Mentor]]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """File the handles under the terms that they offer, and under those that they only introduce."""
    first: defaultdict[str, list[str]] = defaultdict(list)
    then: defaultdict[str, list[str]] = defaultdict(list)
    for handle, mentor in mentors:
        offered = kind.first(mentor)
        for term_id in offered:
            first[term_id].append(handle)
        for term_id in kind.then(mentor):
            if term_id not in offered:
                then[term_id].append(handle)
    return dict(first), dict(then)


def _index_page(site: SiteContext, kind: Taxonomy, vocabulary: Vocabulary, offers: Offers) -> Page:
    links = sorted(
        (_link(kind, term, offers) for term in vocabulary.terms.values()),
        key=lambda link: _filed_under(link.label),
    )
    used, unused = [link for link in links if link.count], [link for link in links if not link.count]
    lead = f"{counted(len(used), kind.one, kind.title.lower())} with at least one mentor."
    body = _terms(
        kind=kind,
        lead=lead,
        letters=[(letter, list(group)) for letter, group in groupby(used, key=_letter)],
        unused=unused,
        unused_words=counted(len(unused), kind.one, kind.title.lower()),
        built=built_line(site.built),
    )
    path = f"{kind.path}/"
    return Page(path, kind.title, lead, body, page_head(site, path, kind.title, lead, site.indexing), site.indexing)


def _link(kind: Taxonomy, term: Term, offers: Offers) -> TermLink:
    return TermLink(
        term.label,
        f"{kind.path}/{term.id}/",
        sum(map(len, offers.of(term.id))),
        kind.one if is_vague(term.label) else "",
    )


def _letter(link: TermLink) -> str:
    letter = _filed_under(link.label)[:1].upper()
    return letter if letter.isalpha() else "#"


def _filed_under(label: str) -> str:
    """Return the word a term is filed under: ".NET" is found under N, and accents do not count."""
    return normalize("NFD", label).casefold().lstrip("./ ")


def _pages_of(
    site: SiteContext, kind: Taxonomy, vocabulary: Vocabulary, term: Term, offers: Pair, lead: str, rows: Rows
) -> Iterator[Page]:
    first, then = offers
    surroundings = _surroundings(site, kind, vocabulary, term)
    for pages, handles in paginate(first + then, ROWS_ON_A_PAGE, f"{kind.path}/{term.id}/"):
        start = (pages.number - 1) * ROWS_ON_A_PAGE
        body = _term(
            kind=kind,
            label=term.label,
            lead=lead,
            parts=_parts(handles, max(0, len(first) - start), rows),
            pages=pages,
            pagination=_pagination(pages=pages),
            built=built_line(site.built),
            **surroundings,
        )
        yield _page(site, kind, term, pages, lead, body, bool(handles))


def _page(
    site: SiteContext, kind: Taxonomy, term: Term, pages: Pagination, lead: str, body: Markup, anybody: bool
) -> Page:
    title = f"{term.label} mentors" + (f", page {pages.number}" if pages.number > 1 else "")
    description = f"{term.label} ({kind.one}): {lead}"
    indexed = site.indexing and pages.number == 1 and anybody
    return Page(pages.path, title, description, body, page_head(site, pages.path, title, description, indexed), indexed)


def _parts(handles: Sequence[str], first: int, rows: Rows) -> list[tuple[str, Markup]]:
    """Split what one page shows into those who offer the term and those who only introduce it."""
    offering, introducing = handles[:first], handles[first:]
    parts = [("", offering), ("Can get you started", introducing)]
    return [(title, concat([rows[handle] for handle in some])) for title, some in parts if some]


def _lead(kind: Taxonomy, first: list[str], then: list[str], with_room: int) -> str:
    if not first and not then:
        return "No mentor has it in their profile today."
    verb = kind.offers if len(first) == 1 else kind.offer
    sentences = [f"{counted(len(first), 'mentor', 'mentors')} {verb}"] if first else []
    if then:
        sentences.append(f"{len(then):,} {'more ' if first else ''}can get you started")
    return f"{', '.join(sentences)}; {with_room:,} {'has' if with_room == 1 else 'have'} room today."


def _surroundings(site: SiteContext, kind: Taxonomy, vocabulary: Vocabulary, term: Term) -> dict[str, object]:
    """Return what the page says about the term itself: its other words and its neighbours."""
    spoken = kind is LANGUAGES
    chips = {} if spoken else site.chips[kind.path]
    relations = (("Broader", term.broader), ("Narrower", vocabulary.narrower(term.id)), ("Related", term.related))
    return {
        "synonyms": "" if spoken else ", ".join(term.synonyms),
        "own_name": "".join(term.synonyms) if spoken else "",
        "tag": term.id,
        "relations": [(title, chip_row(chips, ids)) for title, ids in relations if ids],
        "ask": issue_form(site.directory.settings.repository, FORM, f"Looking for a mentor: {term.label}"),
    }
