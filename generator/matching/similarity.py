"""How near the terms of a vocabulary are to each other."""

from collections.abc import Callable, Iterable, Mapping, Set

from generator.model.vocabulary import Vocabulary

SAME, BROADER_OR_NARROWER, RELATED = 1.0, 0.7, 0.4


def similar_terms(vocabulary: Vocabulary, term_id: str) -> Mapping[str, float]:
    """Return every term that is near the given one, itself included, and how near it is.

    The term itself is 1. Terms above it and below it are 0.7, however many steps of `broader` lie
    between: a chain costs once, not for each step. Terms that it names as related, or that name it, are
    0.4, and so are no others: two terms below the same third are not near for that. Where several hold,
    the nearest counts. A word that is no term is near itself alone.
    """
    terms = vocabulary.terms
    near = dict.fromkeys(_related(vocabulary, term_id), RELATED)
    for step in (lambda one: terms[one].broader if one in terms else (), vocabulary.narrower):
        near.update(dict.fromkeys(_all_along(term_id, step), BROADER_OR_NARROWER))
    near[term_id] = SAME
    return near


def narrower_terms(vocabulary: Vocabulary, term_id: str) -> Set[str]:
    """Return the terms below the given one and itself: who lists one of these has listed what was asked for."""
    return _all_along(term_id, vocabulary.narrower) | {term_id}


def _related(vocabulary: Vocabulary, term_id: str) -> Iterable[str]:
    term = vocabulary.terms.get(term_id)
    yield from term.related if term else ()
    yield from (other.id for other in vocabulary.terms.values() if term_id in other.related)


def _all_along(start: str, step: Callable[[str], Iterable[str]]) -> set[str]:
    """Follow the steps to their ends; a circle ends where it began."""
    found: set[str] = set()
    ahead = [start]
    while ahead:
        for term_id in step(ahead.pop()):
            if term_id not in found:
                found.add(term_id)
                ahead.append(term_id)
    return found - {start}
