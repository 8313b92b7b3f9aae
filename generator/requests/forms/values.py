"""Understand what someone wrote into one field of a form: each function reads the text of one kind of field.

Each returns what it understood and what it did not, and leaves it to `reader` to say so.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from generator.model.learner import Want
from generator.model.vocabulary import Vocabularies, Vocabulary, fold
from generator.requests.forms.form import Field, Forms
from generator.text.catalogue import _
from generator.text.markdown_escape import code
from generator.text.time_zones import find_zone, zone_names

MOST_TERMS = 24
"""How many words of a list are read; nobody needs more, and reading thousands would only take time."""
LONGEST_TERM = 60
LONGEST_NAME = 40
_LONGEST_PART = 200

_NO_MENTOR = frozenset({"", "none", "na", "any", "anyone", "anybody", "noresponse", "open", "nobody", "no"})
_LOGIN = re.compile(r"[A-Za-z0-9](?:-?[A-Za-z0-9])*")
_LEVELS = {
    "new": "new", "newtoit": "new", "basics": "basics", "thebasics": "basics", "working": "working", "abletoworkwithit": "working",
    "confident": "confident",
}  # fmt: skip
_IMPORTANCE = {"must": "must", "musthave": "must", "important": "must", "nice": "nice", "nicetohave": "nice"}
_ARROW = re.compile(" *(?:->|→|=>) *")
_AND = re.compile(r" and | & | \+ |/")


def mentor(text: str, forms: Forms) -> str | None:
    """Return the handle of the mentor who is meant, by login, address or unique name; empty for nobody, None for anything else.

    A login is accepted as it is, even if nobody in the directory has it.
    """
    words = text.strip().strip("`<>'\"").strip()
    handle = words.removeprefix("@").lower()
    if handle in forms.handles:
        return handle
    if fold(words) in _NO_MENTOR:
        return ""
    named = forms.mentors.get(fold(words))
    if named:
        return named
    return (
        _handle_in_address(words, forms.site_url)
        if "/" in words
        else handle
        if len(handle) <= 39 and _LOGIN.fullmatch(handle)
        else None
    )


def _handle_in_address(address: str, site_url: str) -> str | None:
    """Find the handle in the address of a profile, on GitHub or on the site."""
    plain = address.partition("?")[0].partition("#")[0].rstrip("/").lower()
    plain = plain.removeprefix("https://").removeprefix("http://").removeprefix("www.")
    for start in ("github.com/", f"{site_url.partition('://')[2].lower()}mentors/" if site_url else ""):
        handle = plain.removeprefix(start).removeprefix("@")
        if start and plain.startswith(start) and len(handle) <= 39 and _LOGIN.fullmatch(handle):
            return handle
    return None


@dataclass(frozen=True, slots=True)
class Wishes:
    """The words of a wish list by what they are; `dropped` counts those beyond `MOST_TERMS`."""

    skills: tuple[Want, ...] = ()
    topics: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    dropped: int = 0


def wishes(text: str, vocabularies: Vocabularies) -> Wishes:
    """Sort a list of words into skills, topics and unknown ones, each once, in the order of the list.

    "python!" and "Python (must)" are musts. "Python (basics -> working)" says what someone knows now and
    wants to know.
    """
    parts, dropped = _split_list(text)
    skills: dict[str, Want] = {}
    topics: dict[str, None] = {}
    unknown: dict[str, str] = {}
    for word in _rejoin(parts, vocabularies):
        for one in _split_known(word, vocabularies):
            want = _want(one, vocabularies.skills)
            topic = None if want else _topic(one, vocabularies.topics)
            if want:
                known = skills.get(want.skill, want)
                must = "must" in (known.importance, want.importance)
                skills[want.skill] = replace(
                    known,
                    importance="must" if must else "nice",
                    now=known.now or want.now,
                    reach=known.reach or want.reach,
                )
            elif topic:
                topics[topic] = None
            elif fold(one):
                unknown.setdefault(fold(one), _cut(one.rstrip("! ")))
    return Wishes(tuple(skills.values()), tuple(topics), tuple(unknown.values()), dropped)


def _want(word: str, skills: Vocabulary) -> Want | None:
    skill = skills.find(_bare(word))
    if skill:
        return Want(skill, "must" if word.endswith("!") else "nice")
    base, remark = _split_remark(word)
    skill = skills.find(_bare(base)) if remark else None
    if skill is None:
        return None
    importance = "must" if base.endswith("!") or word.endswith("!") else _IMPORTANCE.get(fold(remark), "nice")
    return Want(skill, importance, *_levels(remark))


def _topic(word: str, topics: Vocabulary) -> str | None:
    return topics.find(_bare(word)) or topics.find(_bare(_split_remark(word)[0]))


def _split_remark(word: str) -> tuple[str, str]:
    """Split a word from what is in brackets at its end."""
    base, bracket, remark = word.rstrip("! ").rpartition("(")
    return (base.strip(), remark[:-1]) if bracket and remark.endswith(")") else (word, "")


def _levels(remark: str) -> tuple[str | None, str | None]:
    now, *then = _ARROW.split(remark, maxsplit=1)
    return _LEVELS.get(fold(now)), _LEVELS.get(fold(then[0])) if then else None


def _rejoin(parts: list[str], vocabularies: Vocabularies) -> Iterable[str]:
    """Join words again that were split at a comma inside a term's own name."""
    start = 0
    while start < len(parts):
        for end in (start + 3, start + 2):
            joined = ", ".join(parts[start:end])
            if len(parts) >= end and _known(joined, vocabularies):
                break
        else:
            end, joined = start + 1, parts[start]
        yield joined
        start = end


def _split_known(word: str, vocabularies: Vocabularies) -> list[str]:
    if _known(word, vocabularies):
        return [word]
    parts = [part.strip() for part in _AND.split(word)]
    return parts if len(parts) > 1 and all(_known(part, vocabularies) for part in parts) else [word]


def _known(word: str, vocabularies: Vocabularies) -> bool:
    return bool(_want(word, vocabularies.skills) or _topic(word, vocabularies.topics))


def languages(text: str, language_tag: Callable[[str], str | None]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the tags of the languages named, and the words that name none."""
    tags: dict[str, None] = {}
    unknown: dict[str, None] = {}
    for part in _split_list(text)[0]:
        tag = _language(part, language_tag)
        pieces = [part] if tag else [piece.strip() for piece in _AND.split(part)]
        for piece in pieces:
            found = tag or _language(piece, language_tag)
            if found:
                tags[found] = None
            elif fold(piece):
                unknown[_cut(piece)] = None
    return tuple(tags), tuple(unknown)


def _language(words: str, language_tag: Callable[[str], str | None]) -> str | None:
    plain = re.sub(r"^(?:and|or|also) ", "", words.strip(" .`*_"), flags=re.IGNORECASE)[:LONGEST_TERM]
    return language_tag(plain) or language_tag(plain.partition("(")[0].strip()) if plain else None


def timezone(text: str) -> str | None:
    """Return the time zone that a name, a city or a distance from UTC stands for, or None."""
    words = text.strip(" .`")[:LONGEST_TERM]
    if words in zone_names():
        return words
    distance = re.fullmatch(r"(?:UTC|GMT) ?([+-]) ?0?([0-9]|1[0-4])(?::?00)?", words, re.IGNORECASE)
    if distance:
        sign, hours = distance.groups()
        return find_zone(f"Etc/GMT{'-' if sign == '+' else '+'}{hours}")  # the database counts the other way round
    first = re.split(r"[,(;]", words)[0].strip()
    return find_zone(words) or find_zone(first)


def first_name(text: str) -> str:
    """Return the first name that a text is, or nothing: letters of any script, and what joins two names."""
    name = " ".join(unicodedata.normalize("NFC", text).split())
    plain = all(letter.isalpha() or unicodedata.category(letter)[0] == "M" or letter in " .'’-" for letter in name)
    return name if plain and len(name) <= LONGEST_NAME and name[:1].isalpha() else ""


def program(text: str, forms: Forms) -> str | None:
    """Return the id of the program that a short name, a title or the address of its page stands for, or None."""
    words = text.strip().strip("`<>'\"").strip()
    last = words.partition("?")[0].partition("#")[0].rstrip("/").rpartition("/")[2]
    return forms.programs.get(fold(words)) or (forms.programs.get(fold(last)) if "/" in words else None)


def roadmap(text: str, forms: Forms) -> tuple[str, str]:
    """Return the id of the roadmap that a short name, a title or the address of its page stands for, and a warning where there is none.

    An unknown one is left out, and keeps no request from being sent.
    """
    words = text.strip().strip("`<>'\"").strip()
    last = words.partition("?")[0].partition("#")[0].rstrip("/").rpartition("/")[2]
    found = forms.roadmaps.get(fold(words)) or (forms.roadmaps.get(fold(last)) if "/" in words else None)
    if found or not words:
        return found or "", ""
    return "", _("There is no roadmap {given}, so I left it out.", given=code(words, 60))


def chosen(text: str, field: Field) -> tuple[str, ...] | None:
    """Return the ids of the options that a dropdown's answer names, empty for none; None where one of them does not exist."""
    options = (*field.choices, *field.former_choices)
    by_words = {fold(words): option.id for option in options for words in (option.id, option.name, option.text)}
    answer = " ".join(text.split())
    if fold(answer) in by_words:
        return (by_words[fold(answer)],)
    ids: list[str] = []
    while answer:
        option = next((one for one in options if answer == one.text or answer.startswith(f"{one.text}, ")), None)
        if option is None:
            return None
        ids.append(option.id)
        answer = answer[len(option.text) + 2 :]
    return tuple(ids)


def is_ticked(text: str, field: Field) -> bool:
    """Say whether all boxes of a field are ticked."""
    ticked = {fold(line.strip()[5:]) for line in text.split("\n") if line.strip()[:5].lower() == "- [x]"}
    return all(fold(choice.text) in ticked for choice in field.choices) or any(
        fold(choice.text) in ticked for choice in field.former_choices
    )


def _split_list(text: str) -> tuple[list[str], int]:
    """Split a list at commas, semicolons and line ends outside of brackets; count what is beyond the most."""
    parts, depth, start = [], 0, 0
    for place, letter in enumerate(text):
        if letter == "(":
            depth += 1
        elif letter == ")":
            depth = max(0, depth - 1)
        elif letter == "\n" or (letter in ",;、،" and not depth):
            parts.append(text[start:place])
            start, depth = place + 1, 0
    parts.append(text[start:])
    words = [words[:_LONGEST_PART] for part in parts if (words := part.strip().lstrip("-*• ").strip())]
    return words[:MOST_TERMS], max(0, len(words) - MOST_TERMS)


def _bare(word: str) -> str:
    return word.strip("!`*_\"' ").lstrip("# ")


def _cut(word: str) -> str:
    return word if len(word) <= LONGEST_TERM else word[: LONGEST_TERM - 1] + "…"
