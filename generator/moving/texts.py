"""Put a person's own texts into a draft: without contact data, and within the length that a profile allows."""

import re

from generator.moving.draft import CONTACT, SAID_ALREADY, TOO_MANY, Draft
from generator.schema import schema
from generator.text.contact_details import find_email, find_phone

_TAG = re.compile(r"</?(?:p|br|b|i|em|strong|u|ul|li|span|div|a)(?:\s[^<>]{0,300})?/?>", re.IGNORECASE)
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
_SENTENCE_END = re.compile(r"[.!?。！？](?=\s|$)|\n")
_ONE_LINE = ("name", "headline", "pronouns", "location.city", "constraints")


def longest(target: str) -> int:
    """Return how many letters a text of a profile may have."""
    found = schema("mentor")
    for name in target.split("."):
        found = found["properties"][name]
    return int(found["maxLength"])


def without_contact(text: str) -> str:
    """Return a text without e-mail addresses and phone numbers, and without markup and letters that nobody sees."""
    text = _INVISIBLE.sub("", _TAG.sub(" ", text).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    for _count in range(20):
        found = find_email(text) or find_phone(text)
        if not found:
            break
        text = text.replace(found, "…")
    return text.strip()


def cut(text: str, most: int) -> str:
    """Cut a text at the end of a sentence, or else of a word."""
    if len(text) <= most:
        return text
    ends = [found.end() for found in _SENTENCE_END.finditer(text[:most])]
    if ends and ends[-1] > most // 2:
        return text[: ends[-1]].strip()
    return text[: most - 1].rsplit(None, 1)[0].rstrip(" ,;:-") + "…"


def put_text(draft: Draft, name: str, target: str, text: str) -> None:
    """Set a text; what is cut off or taken out is counted as lost beside the text that is carried."""
    kept = _kept(draft, name, text, longest(target), one_line=target in _ONE_LINE)
    if kept:
        draft.put(name, target, kept, text)


def add_paragraph(draft: Draft, name: str, text: str) -> None:
    """Add a paragraph to what the person writes about themselves."""
    before = draft.fields.get("bio", "")
    if text.strip() and text.strip() in before:
        draft.carry(name, text)
        return
    kept = _kept(draft, name, text, longest("bio") - (len(before) + 2 if before else 0))
    if kept:
        draft.fields["bio"] = f"{before}\n\n{kept}" if before else kept
        draft.carry(name, text, "bio")


def add_sentence(draft: Draft, name: str, values: tuple[str, ...], text: str) -> None:
    """Add a sentence to the person's constraints, all values or none."""
    before = draft.fields.get("constraints", "")
    kept = " ".join(without_contact(text).split())
    whole = f"{before.rstrip('.')}. {kept}" if before else kept
    fits = kept and len(whole) <= longest("constraints")
    if fits:
        draft.fields["constraints"] = whole
    for value in values:
        if fits:
            draft.carry(name, value, "constraints")
        else:
            draft.lose(name, value, TOO_MANY if kept else CONTACT)


def _kept(draft: Draft, name: str, text: str, most: int, one_line: bool = False) -> str:
    clean = without_contact(text)
    clean = " ".join(clean.split()) if one_line else clean
    if most < 20 or not any(letter.isalnum() for letter in clean):
        draft.lose(name, text, TOO_MANY if most < 20 else CONTACT if "…" in clean else SAID_ALREADY)
        return ""
    kept = cut(clean, most)
    if "…" in clean and "…" not in text:
        draft.notes["contact"] += 1
    if kept != clean:
        draft.notes["cut"] += 1
    return kept
