"""Whom to turn to, written into a guide where it asks for it: the guides are static, and people and forms change."""

from generator.model.directory import Settings
from generator.text.catalogue import _
from generator.text.counting import listed
from generator.text.github_addresses import profile_of

MARKER = "<!-- lodestar: contact -->"


def with_contact(markdown: str, settings: Settings) -> str:
    """Put the private contact and the coordinators of `directory.yml` where a guide has the marker."""
    if MARKER not in markdown:
        return markdown
    private = f"[{_('Report a concern privately')}]({settings.private_contact}){{ .md-button .md-button--primary }}"
    parts = [private]
    if settings.coordinators:
        people = listed([f"[@{login}]({profile_of(login)})" for login in settings.coordinators])
        parts.append(_("Coordinators: {people}", people=people))
    return markdown.replace(MARKER, "\n\n".join(parts))
