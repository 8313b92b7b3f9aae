"""Draft a map from the names and the values of a source's fields, for `lodestar import --guess`."""

import json
import re
from collections.abc import Callable, Mapping, Sequence

from generator.model.vocabulary import KINDS, Vocabularies, fold
from generator.moving.records import Record, fields_of
from generator.moving.targets import TARGETS
from generator.moving.terms import split_terms
from generator.text.catalogue import _
from generator.text.contact_details import find_email, find_phone
from generator.text.countries import country_code
from generator.text.languages import language_tag
from generator.text.time_zones import find_zone
from generator.text.windows import read_windows

_SAMPLE = 60
_NAMES = (
    ("contact_data", r"e-?mail|mail|phone|tel|mobile|whatsapp|slack|discord|telegram|twitter|facebook|instagram"),
    ("first_name", r"(first|given|fore)[ _-]?name|vorname|prenom|nombre de pila"),
    ("last_name", r"(last|family|sur)[ _-]?name|nachname|nom de famille|apellidos?"),
    ("handle", r"key|handle|slug|username"),
    ("headline", r".*(headline|title|position|role|job|occupation|tagline|what do you do).*"),
    ("name", r"(full[ _-]?|mentor'?s?[ _-]?|your[ _-]?)?name|mentor|who|nombre|nom|nome"),
    ("github", r"git ?hub.*"),
    ("booking_link", r".*(booking|calendly|calendar|scheduling|schedule|book a).*"),
    ("links.linkedin", r".*linked ?in.*"),
    ("links.orcid", r".*orcid.*"),
    ("links.mastodon", r".*mastodon.*"),
    ("links.bluesky", r".*blue ?sky.*"),
    ("links.youtube", r".*youtube.*"),
    ("links.blog", r".*blog.*"),
    ("link", r"(your )?(website|homepage|url|link|portfolio|web|site).*"),
    ("photo", r".*(photo|picture|avatar|image|headshot).*"),
    ("timezone", r".*time ?zone.*|tz|utc offset"),
    ("languages", r".*(spoken|languages? (you )?(speak|mentor)).*|languages?|sprachen?|idiomas?|langues?"),
    ("country", r".*country.*|land|pais|pays"),
    ("city", r"city|town|stadt|ciudad|ville"),
    ("place", r".*(location|where (are|do) you|based|place|lives).*"),
    ("windows", r".*(availability|available|when|free time|times|hours you).*"),
    ("pronouns", r".*pronouns?.*"),
    ("capacity", r".*(how many mentees|number of mentees|num.?mentees?|capacity|max.?mentees?).*"),
    ("hours_a_month", r".*hours?( (per|a) month)?.*"),
    ("years_experience", r".*(years|experience).*"),
    ("affiliations", r".*(company|organi[sz]ation|employer|affiliation|university|institution).*"),
    ("terms", r".*(skill|expertise|tags?|topics?|areas?|category|categories|stack|technolog|can teach|help with|subjects?|track|speciali|folder).*"),
    ("bio", r".*(body|bio|about|description|introduction|summary|yourself).*"),
)  # fmt: skip
"""Targets by what people call the column, the surest first."""
_NEEDED = ("headline", "languages", "timezone")


def guess_map(source: str, records: Sequence[Record], vocabularies: Vocabularies) -> str:
    """Write a map file: a line for each field, with an example of what is in it, for people to correct."""
    lines = [
        _("# How the fields of {source} become profiles. Correct what is wrong, then run:", source=source),
        f"#   lodestar import {source} --map {_('THIS FILE')} --dry-run",
        _("# 'lodestar import --targets' lists what a field can become; 'nothing: why' leaves it out."),
        "columns:",
    ]
    fields = fields_of(records)
    found: dict[str, str] = {}
    named = any(_plain(name) != "title" and "name" in _targets_by_name(name) for name in fields)
    for name in fields:
        texts = [text for record in records for text in record.values.get(name, ())][:_SAMPLE]
        target = "name" if _plain(name) == "title" and not named else _target(name, texts, found, vocabularies)
        found[name] = target
        lines.append(f"  {_key(name)}: {target}{_example(texts, target)}")
    missing = [name for name in _NEEDED if not _is_filled(name, set(found.values()))]
    if missing:
        lines += [_("# What the source doesn't say. Remove the # and write what holds for everyone."), "# set:"]
        example = {"timezone": "Europe/Berlin", "languages": "[en]"}
        lines += [f"#   {name}: {example[name]}" for name in missing if name in example]
    return "\n".join(lines) + "\n"


def _is_filled(name: str, targets: set[str]) -> bool:
    return (
        name in targets or (name == "timezone" and bool(targets & {"country", "city", "place"})) or name == "headline"
    )


def _target(name: str, texts: Sequence[str], found: Mapping[str, str], vocabularies: Vocabularies) -> str:
    by_value = _by_value(texts, vocabularies)
    if by_value in ("contact_data", "github", "windows", "links.linkedin"):
        return by_value
    once = ("name", "headline", "timezone", "handle")
    fitting = [
        target
        for target in _targets_by_name(name)
        if _fits(target, texts) and not (target in once and target in found.values())
    ]
    if fitting or by_value:
        return fitting[0] if fitting else by_value
    return json.dumps("nothing: " + _("the name says nothing"), ensure_ascii=False)


def _plain(name: str) -> str:
    return name.rpartition(".")[2].replace("_", " ").strip("()? ").lower()


def _targets_by_name(name: str) -> list[str]:
    ways = (_plain(name), name.lower())
    return [target for target, pattern in _NAMES if any(re.fullmatch(pattern, way) for way in ways)]


def _by_value(texts: Sequence[str], vocabularies: Vocabularies) -> str:
    """Return what most of the values are, where that is plain to see."""
    for target, is_one in _VALUES:
        if texts and sum(map(is_one, texts)) >= 0.8 * len(texts):
            return target
    if texts and _share_of_terms(texts, vocabularies) >= 0.5:
        return "terms"
    return ""


def _is_link_to(*hosts: str) -> Callable[[str], bool]:
    return lambda text: any(
        re.match(rf"(https?://)?([\w-]+\.)*{re.escape(host)}/", text.strip(), re.IGNORECASE) for host in hosts
    )


_VALUES: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("contact_data", lambda text: len(text) < 80 and bool(find_email(text) or find_phone(text))),
    ("github", _is_link_to("github.com")),
    ("links.linkedin", _is_link_to("linkedin.com")),
    ("booking_link", _is_link_to("calendly.com", "cal.com", "calendar.app.google", "savvycal.com", "zcal.co", "tidycal.com", "adplist.org", "doodle.com", "meetings.hubspot.com", "outlook.office.com", "outlook.office365.com", "koalendar.com", "topmate.io")),
    ("photo", lambda text: bool(re.search(r"\.(png|jpe?g|webp|gif|svg)$", text, re.IGNORECASE))),
    ("link", lambda text: bool(re.fullmatch(r"https?://\S+", text.strip()))),
    ("windows", lambda text: bool(read_windows(text))),
    ("timezone", lambda text: "/" in text and find_zone(text) is not None),
    ("languages", lambda text: all(language_tag(part.strip()) for part in re.split("[,;/&]", text))),
    ("country", lambda text: country_code(text) is not None),
)  # fmt: skip


def _fits(target: str, texts: Sequence[str]) -> bool:
    """Return whether values may be what the name of their column says; most names say enough."""
    if target == "languages" and texts:
        known = sum(language_tag(part.strip()) is not None for text in texts for part in re.split("[,;/&]", text))
        return known * 2 >= len(texts)
    if target in ("capacity", "years_experience", "hours_a_month"):
        return any(re.search(r"\d", text) for text in texts)
    if target == "windows":
        return any(read_windows(text) for text in texts)
    return target in TARGETS


def _share_of_terms(texts: Sequence[str], vocabularies: Vocabularies) -> float:
    terms = [fold(term) for text in texts if len(text) < 300 for term in split_terms(text, vocabularies)]
    known = sum(any(term in vocabularies.of_kind(kind).spellings for kind in KINDS) for term in terms)
    return known / len(terms) if terms else 0


def _key(name: str) -> str:
    return (
        name
        if re.fullmatch(r"[A-Za-z(][\w. ()-]*[\w)]", name)
        and name.lower() not in ("yes", "no", "true", "false", "null")
        else json.dumps(name, ensure_ascii=False)
    )


def _example(texts: Sequence[str], target: str) -> str:
    if not texts or target == "contact_data":
        return ""
    shown = " ".join(texts[0].split())
    return f"  # {shown if len(shown) <= 50 else shown[:49] + '…'}"
