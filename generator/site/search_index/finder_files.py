"""Write what only the finder needs of each mentor: what a match counts, the vocabulary, and what people wrote.

Only the vocabulary is loaded with the facets, since a broader term finds those listed under narrower ones. The others
wait until someone states goals, filters by hours, or searches for words. Positions are those of facets.json. The format is documented in docs/reference/data.md.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from json import JSONEncoder
from typing import Any

from generator.ask.lexicon import table_of
from generator.insight.availability import AvailabilityStatus
from generator.model.activity import RESPONSES, Activity
from generator.model.directory import Directory
from generator.model.mentor import Mentor
from generator.model.vocabulary import KINDS, Term, Vocabulary
from generator.site.page import PlainFile
from generator.site.search_index.columns import LARGEST, write_numbers
from generator.site.search_index.facet_columns import write_facets
from generator.site.search_index.facets import match_facets

_encode = JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode


def finder_files(
    directory: Directory,
    mentors: list[Mentor],
    statuses: Sequence[AvailabilityStatus],
    stamp: Mapping[str, Any],
    today: date,
    chunk: int,
    activity: Activity | None = None,
) -> Iterator[PlainFile]:
    """Yield `match.json`, `vocabulary.json` and the chunks of `texts/` and `helps/`, below `api/directory/`.

    `statuses` are in the order of `mentors`; `stamp` is the version and the build that every file names.
    """
    pauses = [(one.until - today).days + 1 if one.until else 0 for one in statuses]
    match = {
        **stamp,
        "settings": asdict(directory.settings.match),
        "facets": write_facets(directory, mentors, match_facets(directory)),
        "numbers": {
            "pending": write_numbers([min(one.pending, LARGEST) for one in statuses]),
            "paused_days": write_numbers([min(max(0, days), LARGEST) for days in pauses]),
        }
        | (_answers(mentors, activity) if activity else {}),
    }
    yield PlainFile("api/directory/match.json", _encode(match).encode())
    words = {kind: _words(directory.vocabularies.of_kind(kind), _in_use(kind, mentors)) for kind in KINDS}
    yield PlainFile("api/directory/vocabulary.json", _encode({**stamp, **words}).encode())
    for number, start in enumerate(range(0, len(mentors), chunk)):
        texts = {**stamp, "texts": [_text(mentor) for mentor in mentors[start : start + chunk]]}
        yield PlainFile(f"api/directory/texts/{number}.json", _encode(texts).encode())
        helps = {**stamp, "helps": ["\n".join(mentor.can_help_with) for mentor in mentors[start : start + chunk]]}
        yield PlainFile(f"api/directory/helps/{number}.json", _encode(helps).encode())


def sentence_file(directory: Directory, stamp: Mapping[str, Any]) -> PlainFile:
    """Return `ask.json`: what the browser needs to understand a sentence. It is the same for ten mentors and ten thousand."""
    table = table_of(directory.vocabularies, directory.phrases)
    return PlainFile("api/directory/ask.json", _encode({**stamp, **table}).encode())


def _answers(mentors: Iterable[Mentor], activity: Activity) -> dict[str, str]:
    """Write how soon each mentor lately answered: 0 is not known, otherwise one more than the place in `RESPONSES`."""
    known = (activity.mentors.get(mentor.handle) for mentor in mentors)
    places = (RESPONSES.index(one.response) + 1 if one and one.response else 0 for one in known)
    return {"answers": write_numbers(places)}


def _in_use(kind: str, mentors: Iterable[Mentor]) -> set[str]:
    fields = ("skills", "can_introduce") if kind == "skills" else (kind,)
    return {term_id for mentor in mentors for name in fields for term_id in getattr(mentor, name)}


def _words(vocabulary: Vocabulary, in_use: set[str]) -> dict[str, Any]:
    """Write how the terms of one vocabulary are related, and the words of those that no facet carries."""
    terms = vocabulary.terms.values()
    return {
        "unused": [_term(term) for term in terms if term.id not in in_use],
        "broader": {term.id: list(term.broader) for term in terms if term.broader},
        "related": {term.id: list(term.related) for term in terms if term.related},
    }


def _term(term: Term) -> dict[str, Any]:
    return {"id": term.id, "label": term.label} | ({"synonyms": list(term.synonyms)} if term.synonyms else {})


def _text(mentor: Mentor) -> str:
    return "\n".join(filter(None, (mentor.bio, mentor.approach, *mentor.can_help_with)))
