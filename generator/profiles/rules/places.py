"""The rule on where someone lives, which must be a real country."""

from collections.abc import Iterator
from typing import Any

from generator.profiles.rules.context import RuleContext
from generator.profiles.violation import Violation, quoted
from generator.text.catalogue import _
from generator.text.closest import closest
from generator.text.countries import country, country_code, country_codes


def country_is_real(fields: dict[str, Any], stem: str, context: RuleContext) -> Iterator[Violation]:
    """Find a country that is not the code of one."""
    code = (fields.get("location") or {}).get("country")
    if code is None or code in country_codes():
        return
    meant = country_code(code) or _closest_code(code)
    if meant:
        help = _("write {code}, the code of {country}", code=quoted(meant), country=country(meant))
    else:
        help = _("write the two letters that stand for the country (ISO 3166), like IN for India")
    yield Violation(("location", "country"), _("{code} is not the code of a country", code=quoted(code)), help)


def _closest_code(text: str) -> str | None:
    names = {country(code).lower(): code for code in country_codes()}
    return names.get(closest(text.lower(), list(names), 0.8) or "")
