"""Find email addresses and phone numbers in what people write, also where they are spelled out.

Phone numbers have no common form, so runs of digits are judged by their groups: an international prefix, a leading
zero, an area code in brackets, or the groups that a large country uses. Years, versions, counts, times, IP addresses,
ISBNs and ORCIDs are made of digits too and are left alone. A library that knows every numbering plan needs the
country of each number, which a text does not say.
"""

import re

_URL = re.compile(r"\b(?!mailto:|tel:)[a-z][a-z0-9+.-]{1,10}://[^\s<>)\]]{1,500}", re.IGNORECASE)
_AT = r"(?:@|＠|\s?[\[({]\s?(?:at|@|ät|arroba)\s?[\])}]\s?)"
_DOT = r"(?:\.|\s?[\[({]\s?(?:dot|\.|punkt|point|ponto|punto)\s?[\])}]\s?)"
_ADDRESS = re.compile(
    rf"(?<![@＠\w.+/-])(?P<local>[\w.+-]{{1,64}}){_AT}[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{0,4}}{_DOT}[^\W\d_]{{2,24}}\b(?!:[\w~/])",
    re.IGNORECASE,
)
_PROVIDER = (
    "gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|aol|icloud|proton|protonmail|gmx|posteo|mailbox|fastmail|"
    "tutanota|tuta|hey|zoho|yandex|mail|web|qq|163|126|naver|rediffmail|free|orange|laposte|libero|seznam|wp|uol"
)
_TLD = (
    "com|org|edu|io|dev|me|co|info|name|de|fr|uk|ch|at|nl|be|it|es|pt|pl|cz|se|no|dk|fi|eu|ru|ua|in|cn|jp|kr|br|mx|ar|"
    "au|nz|ca|us|za|ng|ke|id|ph|vn|th|tr|il"
)
_SPELLED_DOT = r"\s+(?:dot|punto|punkt|ponto|point)\s+"
_SPELLED = re.compile(
    rf"(?<![\w.+-])(?P<local>[\w.+-]{{1,64}})\s+(?:at|arroba)\s+(?:(?:{_PROVIDER})\.[a-z]{{2,4}}(?:\.[a-z]{{2}})?"
    rf"|[\w-]{{1,63}}(?:{_SPELLED_DOT}[\w-]{{1,63}}){{0,2}}{_SPELLED_DOT}(?:{_TLD}))\b(?![\w/-])",
    re.IGNORECASE,
)
_EMPLOYED = re.compile(
    r"(?:work(?:s|ed|ing)?|job|jobs|engineers?|engineering|developers?|intern(?:ed|ship)?|manager|lead|led|teams?|employed|"
    r"employee|designers?|years?|people|look|looking|start(?:ed)?|career|scientist|analyst|sre|role|was|is|am|are|me)\Z",
    re.IGNORECASE,
)
"""Words in front of "at yahoo.com" that make it an employer and not an address."""

_RUN = re.compile(r"(?<![\w/.+:=#@-])(?:\+ ?)?\(?[0-9][0-9 \u00a0().\u2010-\u2013/-]{4,26}[0-9](?![\w%-])")
_LINK = re.compile(r"(?:\bwa\.me/|\btel:)\+?[0-9]{7,15}", re.IGNORECASE)
_NOT_A_PHONE = re.compile(r"(?:isbn|issn|orcid|doi|rfc|iso|version|arxiv|pmid)[ :-]{0,3}\Z", re.IGNORECASE)
_CALLED = re.compile(
    r"(?:\b(?:tel|phone|telephone|whatsapp|mobile|cell|handy|sms|telefon|telefono|telefone|teléfono|tél|téléphone|celular|"
    r"móvil|mobil|call me|ring me|text me|reach me)\b|电话|手机|電話|тел)[^\n]{0,12}\Z",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"[0-9][0-9 \u00a0().\u2010-\u2013/-]{4}")
_AT_A_HOST = re.compile(r" (?:at|arroba)\s+[\w-]+(?:\.|\s+(?:dot|pun|pon|poi))")
_SIGNS = ("at)", "at]", "at}", "ät)", "ät]", "arroba)", "arroba]")


def may_hold_contact(text: str) -> bool:
    """Return in microseconds whether a text is worth a search; most texts are not."""
    if "@" in text or "＠" in text or _DIGITS.search(text):
        return True
    lowered = text.lower()
    return any(sign in lowered for sign in _SIGNS) or _AT_A_HOST.search(lowered) is not None


def find_email(text: str) -> str | None:
    """Return the first email address of a text as it is written, or None."""
    if not may_hold_contact(text):
        return None
    outside_links = _without_links(text)
    for found in _ADDRESS.finditer(outside_links):
        if found["local"].lower() != "git":
            return text[found.start() : found.end()]
    for found in _SPELLED.finditer(outside_links):
        if not _EMPLOYED.search(found["local"]):
            return text[found.start() : found.end()]
    return None


def find_phone(text: str) -> str | None:
    """Return the first phone number of a text as it is written, or None."""
    if not may_hold_contact(text):
        return None
    link = _LINK.search(text)
    if link:
        return link.group()
    outside_links = _without_links(text)
    for found in _RUN.finditer(outside_links):
        if _is_phone(found.group(), outside_links[max(0, found.start() - 32) : found.start()]):
            return found.group()
    return None


def _without_links(text: str) -> str:
    return _URL.sub(lambda link: " " * len(link.group()), text)


def _is_phone(run: str, before: str) -> bool:
    groups = tuple(re.findall("[0-9]+", run))
    digits = "".join(groups)
    if not 7 <= len(digits) <= 15 or _NOT_A_PHONE.search(before) or _is_count(groups) or _is_internet(run, groups):
        return False
    lengths = tuple(map(len, groups))
    if run.startswith("+") or (digits.startswith("00") and digits[2] != "0" and lengths[0] >= 2):
        return len(digits) >= 8
    if _CALLED.search(before):
        return True
    if run.startswith("(") and ")" in run[3:6] and not _is_year(groups[0]):
        return len(digits) >= 8
    if digits.startswith("0"):
        return lengths[0] >= 2 and 9 <= len(digits) <= 12 and digits[1] != "0"
    if lengths in ((3, 4, 4), (11,)):
        return digits[0] == "1" and digits[1] in "3456789"
    if lengths == (5, 5):
        return digits[0] in "6789"
    return lengths in ((3, 3, 4), (1, 3, 3, 4)) and "/" not in run and digits[-10] in "23456789"


def _is_count(groups: tuple[str, ...]) -> bool:
    """Return whether digits are a large round number, like 1 000 000."""
    return len(groups) > 1 and all(len(group) == 3 for group in groups[1:]) and groups[-1] == "000"


def _is_internet(run: str, groups: tuple[str, ...]) -> bool:
    """Return whether digits are an IP address."""
    return run.count(".") == 3 and len(groups) == 4 and all(int(group) < 256 for group in groups)


def _is_year(group: str) -> bool:
    return len(group) == 4 and group[:2] in ("19", "20")
