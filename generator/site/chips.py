"""Terms as small links to their pages, made once for a whole directory and used on every profile."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from generator.model.vocabulary import Vocabularies
from generator.site.templating import concat, template
from generator.text.catalogue import N_, _
from generator.text.labels import is_vague

Chips = Mapping[str, Markup]
PATHS = {"skills": "skills", "topics": "topics", "domains": "domains", "career_paths": ""}
"""Under which path the terms of each vocabulary have pages; career paths have none."""

_KINDS = {"skills": N_("skill"), "topics": N_("topic"), "domains": N_("domain"), "career_paths": N_("career path")}
_chip = template("chip.html")
_NONE = Markup("")


def chips_of(vocabularies: Vocabularies) -> Mapping[str, Chips]:
    """Return the chip of each term by vocabulary and id."""
    return {
        kind: {
            term.id: _chip(
                path=path, id=term.id, label=term.label, what=_(_KINDS[kind]) if is_vague(term.label) else ""
            )
            for term in vocabularies.of_kind(kind).terms.values()
        }
        for kind, path in PATHS.items()
    }


def chip_row(chips: Chips, ids: Sequence[str]) -> Markup:
    """Return the chips of the ids in their order; an id without a term is shown as it is, without a link."""
    if not ids:
        return _NONE
    try:
        return concat(map(chips.__getitem__, ids))
    except KeyError:
        return concat([chips.get(term_id) or _chip(path="", id=term_id, label=term_id, what="") for term_id in ids])
