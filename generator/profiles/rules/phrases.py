"""What should be true of the files in vocabulary/phrases/. What is wrong there is a hint: it harms no page."""

from collections.abc import Iterator
from typing import Any

from generator.model.vocabulary import KINDS, fold
from generator.profiles.rules.context import Rule, RuleContext
from generator.profiles.rules.words import unknown_terms
from generator.profiles.violation import Violation, quoted
from generator.text.catalogue import _


def phrases_lead_to_terms(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find phrases for terms that are not in the vocabulary."""
    for kind in KINDS:
        ids = [term.get("id", "") for term in fields.get(kind, ())]
        for found in unknown_terms(ids, (kind,), context.vocabularies.of_kind(kind), kind):
            yield Violation((*found.path, "id"), found.message, found.help, severity="hint")


def phrases_lead_to_one_term(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find phrases that two terms of one vocabulary share."""
    for kind in KINDS:
        owners: dict[str, str] = {}
        for position, term in enumerate(fields.get(kind, ())):
            for number, phrase in enumerate(term.get("phrases", ())):
                owner = owners.setdefault(fold(phrase.replace("*", "+")), term.get("id", ""))
                if owner != term.get("id"):
                    yield Violation(
                        (kind, position, "phrases", number),
                        _("{word} already leads to {term}", word=quoted(phrase), term=quoted(owner)),
                        _("keep it with the term that people mean more often"),
                        severity="hint",
                    )


PHRASES_RULES: tuple[Rule, ...] = (
    ("unknown-phrase-term", phrases_lead_to_terms),
    ("shared-phrase", phrases_lead_to_one_term),
)
