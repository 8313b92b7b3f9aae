"""Send messages over other channels than the forge: mail, chat, push. An edge, and the one importer of Apprise.

The channels are in a secret in Apprise's own text format, a line each: `ada-l=mailto://...`. They hold passwords,
so nothing of them is ever printed, and Apprise's own log, which may name them, is switched off.
"""

import logging
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import apprise

from generator.adapters.filesystem import read_file
from generator.profiles.parse import parse_settings
from generator.profiles.rules.context import RuleContext
from generator.profiles.rules.program import SETTINGS_RULES
from generator.profiles.source import SETTINGS_FILE
from generator.profiles.validate import validate
from generator.requests.replies.deliveries import Message, Origin, messages, read_deliveries
from generator.text.catalogue import _, ngettext
from generator.text.github_addresses import issues_of

_GIVE_UP_AFTER = 2
"""A channel that refused so many messages in a row is left alone for the rest of the run, or each would wait for it."""
_SENTINEL = "json://127.0.0.1"


@dataclass(frozen=True, slots=True)
class Channel:
    """One line of the secret: for whom it is, by handle, and what sends."""

    handles: frozenset[str]
    service: apprise.Apprise


@dataclass(slots=True)
class Report:
    """What became of the messages. A workflow's log is public, so beside counts only failures name anyone."""

    shown: list[str] = field(default_factory=list)
    sent: int = 0
    silent: int = 0
    failed: Counter[str] = field(default_factory=Counter)
    unread_deliveries: int = 0
    unread_lines: tuple[int, ...] = ()

    @property
    def problems(self) -> list[str]:
        """What went wrong and how to fix it, a sentence or two each."""
        found = []
        if self.failed:
            found.append(
                _(
                    "Some messages could not be sent: {who}. No request is lost, because the bot wrote on GitHub as well. "
                    "Check the lines for these names in the secret LODESTAR_CHANNELS.",
                    who=", ".join(f"{handle} ({count})" for handle, count in sorted(self.failed.items())),
                )
            )
        if self.unread_lines:
            found.append(
                ngettext(
                    "In the secret LODESTAR_CHANNELS, line {lines} cannot be read; all others were used. A line looks like NAME=SERVICE://...",
                    "In the secret LODESTAR_CHANNELS, lines {lines} cannot be read; all others were used. A line looks like NAME=SERVICE://...",
                    len(self.unread_lines),
                    lines=", ".join(map(str, self.unread_lines)),
                )
            )
        if self.unread_deliveries:
            found.append(
                ngettext(
                    "{count} delivery cannot be read and was left out. Please report this: the bot wrote it.",
                    "{count} deliveries cannot be read and were left out. Please report this: the bot wrote them.",
                    self.unread_deliveries,
                )
            )
        return found


def notify(deliveries: str, secret: str, origin: Origin, dry_run: bool = False) -> Report:
    """Send each delivery once to every channel of the person it is for.

    One that fails keeps no other from being sent. Raise DeliveriesError where there is no list.
    """
    wanted, unread = read_deliveries(deliveries)
    channels, unread_lines = read_channels(secret, origin.name)
    report = Report(unread_deliveries=unread, unread_lines=unread_lines)
    refused: Counter[int] = Counter()
    for message in messages(wanted, origin):
        theirs = [channel for channel in channels if message.mentor in channel.handles]
        report.silent += not theirs
        if dry_run:
            report.shown.append(_shown(message, len(theirs)))
            continue
        for channel in theirs:
            if refused[id(channel)] < _GIVE_UP_AFTER and _send(channel, message):
                refused[id(channel)] = 0
                report.sent += 1
            else:
                refused[id(channel)] += 1
                report.failed[message.mentor] += 1
    return report


def _shown(message: Message, channels: int) -> str:
    head = (
        ngettext(
            "To {name}, over {count} channel: {subject}",
            "To {name}, over {count} channels: {subject}",
            channels,
            name=message.mentor,
            subject=message.subject,
        )
        if channels
        else _("To {name}, who has no channel: {subject}", name=message.mentor, subject=message.subject)
    )
    return f"{head}\n\n" + "".join(f"    {line}".rstrip() + "\n" for line in message.text.splitlines())


def _send(channel: Channel, message: Message) -> bool:
    try:
        return bool(
            channel.service.notify(body=message.text, title=message.subject, body_format=apprise.NotifyFormat.TEXT)
        )
    except Exception:
        # A hundred services are behind this call. What one of them raises may name its address, so it is not shown.
        return False


def read_channels(secret: str, name: str) -> tuple[tuple[Channel, ...], tuple[int, ...]]:
    """Read the channels; return them with the numbers of the lines that cannot be read.

    Apprise gives up on all lines for one that is wrong, so each is tried alone first. Names ignore case.
    `include` is not followed, and no name is special: a mentor called `all` gets their own messages only.
    """
    _silence()
    asset = apprise.AppriseAsset(
        app_id=name, app_desc=name, app_url="", image_url_mask="", image_url_logo="", async_mode=False
    )
    lines = secret.splitlines()
    unread = tuple(number for number, line in enumerate(lines, 1) if not _readable(line, asset))
    kept = "\n".join(line for number, line in enumerate(lines, 1) if number not in unread)
    return tuple(_channel(service, asset) for service in _services(kept, asset)), unread


def _readable(line: str, asset: apprise.AppriseAsset) -> bool:
    """Tell whether Apprise takes a line: one that it does not makes it drop the line beside it too."""
    names_a_service = "://" in line and not line.lstrip().startswith(("#", ";"))
    return len(list(_services(f"{line}\n{_SENTINEL}", asset))) == 1 + names_a_service


def _services(text: str, asset: apprise.AppriseAsset) -> Iterable[Any]:
    config = apprise.AppriseConfig(asset=asset, recursion=0)
    config.add_config(text, asset=asset, format="text")
    everything = apprise.Apprise(asset=asset)
    everything.add(config)
    return everything


def _channel(service: Any, asset: apprise.AppriseAsset) -> Channel:
    alone = apprise.Apprise(asset=asset)
    alone.add(service)
    return Channel(frozenset(str(tag).lower() for tag in service.tags), alone)


def _silence() -> None:
    log = logging.getLogger("apprise")
    log.handlers = [logging.NullHandler()]
    log.propagate = False


def origin_of(root: Path, today: date, repository: str, server: str) -> Origin:
    """Return where messages come from. Only the settings are read: a broken profile must not stop mail to others.

    The workflow's own repository comes before the one in the settings, because that is where the issues are.
    """
    validated = validate(read_file(root, SETTINGS_FILE), "directory", SETTINGS_RULES, RuleContext(today))
    settings = parse_settings(validated.fields) if isinstance(validated.fields, dict) else None
    where = repository or (settings.repository if settings else "")
    return Origin(settings.name if settings else _("The mentor directory"), issues_of(where, server))


def as_text(report: Report) -> str:
    """Say what was sent, in one line; with a dry run, what would be."""
    if report.shown:
        return "\n".join(report.shown)
    sentences = [
        ngettext("{count} message was sent.", "{count} messages were sent.", report.sent)
        if report.sent
        else _("No messages were sent.")
    ]
    if report.silent:
        sentences.append(
            ngettext(
                "{count} message had no other channel to go to.",
                "{count} messages had no other channel to go to.",
                report.silent,
            )
        )
    return " ".join(sentences) + "\n"


def annotation(report: Report) -> str:
    """Write what went wrong as one warning in a workflow's log; an empty text where nothing did."""
    text = " ".join(report.problems).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return f"::warning title={_('Other channels')}::{text}\n" if text else ""
