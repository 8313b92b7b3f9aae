"""Read addresses and account names as the links of a profile."""

import re
from urllib.parse import urlsplit

from generator.moving.draft import CONTACT, NO_FIELD, SAID_ALREADY, Draft
from generator.text.catalogue import _

_LONGEST = 200
_KIND_OF_HOST = (
    ("linkedin.com", "linkedin"), ("orcid.org", "orcid"), ("youtube.com", "youtube"), ("youtu.be", "youtube"),
    ("bsky.app", "bluesky"), ("medium.com", "blog"), ("dev.to", "blog"), ("hashnode.dev", "blog"), ("substack.com", "blog"),
)  # fmt: skip
_ELSEWHERE = (
    "twitter.com",
    "x.com",
    "facebook.com",
    "instagram.com",
    "slack.com",
    "t.me",
    "wa.me",
    "discord.gg",
    "discord.com",
)
_OF_ACCOUNT = {
    "linkedin": "https://www.linkedin.com/in/{}", "orcid": "https://orcid.org/{}", "youtube": "https://www.youtube.com/@{}",
    "bluesky": "https://bsky.app/profile/{}",
}  # fmt: skip
_ACCOUNT = re.compile(r"@?([\w.-]{2,80})")
_MASTODON = re.compile(r"@?([\w.-]+)@([\w-]+(?:\.[\w-]+)+)")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:/\S*)?")


def read_link(draft: Draft, name: str, text: str, kind: str = "") -> None:
    """Put an address where it belongs: a GitHub profile is the GitHub name, and its host says the kind of others."""
    address = _address(text, kind)
    host = (urlsplit(address).hostname or "") if address else ""
    login = re.fullmatch(r"https://(?:www\.)?github\.com/([A-Za-z0-9](?:-?[A-Za-z0-9]){0,38})/?", address)
    if login and str(draft.fields.get("github", login[1])).lower() == login[1].lower():
        draft.fields.setdefault("github", login[1])
        draft.carry(name, text)
    elif text.startswith(("mailto:", "tel:")) or (not address and "@" in text and kind != "mastodon"):
        draft.lose(name, text, CONTACT)
    elif not address or len(address) > _LONGEST:
        draft.lose(name, text, _("no link"))
    elif _is_of(host, _ELSEWHERE):
        draft.lose(name, text, NO_FIELD)
    else:
        found = next((named for end, named in _KIND_OF_HOST if _is_of(host, (end,))), "")
        links = draft.fields.get("links", {})
        wanted = [one for one in (found or kind or "website", "website", "blog") if links.get(one, address) == address]
        if wanted:
            draft.fields.setdefault("links", {})[wanted[0]] = address
            draft.carry(name, text, "links")
        else:
            draft.lose(name, text, SAID_ALREADY)


def _is_of(host: str, ends: tuple[str, ...]) -> bool:
    return any(host == end or host.endswith(f".{end}") for end in ends)


def _address(text: str, kind: str) -> str:
    """Return an address that starts with https://, or nothing."""
    text = text.strip()
    if kind == "mastodon" and (found := _MASTODON.fullmatch(text)):
        return f"https://{found[2]}/@{found[1]}"
    if re.fullmatch(r"https?://[^\s<>\"]+", text):
        return "https://" + text.split("://", 1)[1]
    if kind in _OF_ACCOUNT and _ACCOUNT.fullmatch(text) and "/" not in text:
        return _OF_ACCOUNT[kind].format(text.lstrip("@"))
    return f"https://{text}" if _HOST.fullmatch(text) and "@" not in text else ""
