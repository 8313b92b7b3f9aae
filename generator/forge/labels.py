"""Give a repository the project's labels, and leave all its other labels alone."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Protocol

from generator.requests.replies.labels import Label


class LabelForge(Protocol):
    """A place that has labels; names are compared without regard to capital letters."""

    def labels(self) -> Mapping[str, tuple[str, str]]:
        """Return the colour and the description of every label there, by its name."""

    def create_label(self, name: str, color: str, description: str) -> None:
        """Add a label that is not there."""

    def edit_label(self, name: str, color: str, description: str) -> None:
        """Change the colour and the description of a label that is there under exactly this name."""


@dataclass(frozen=True, slots=True)
class Synced:
    """What became of each label: the names of those that were made, changed, and right already."""

    created: tuple[str, ...]
    changed: tuple[str, ...]
    kept: tuple[str, ...]


def sync_labels(forge: LabelForge, wanted: Iterable[Label]) -> Synced:
    """Create what is missing and correct what differs; a second call changes nothing."""
    there = {
        name.lower(): (name, color.lower().lstrip("#"), description or "")
        for name, (color, description) in forge.labels().items()
    }
    created, changed, kept = [], [], []
    for label in wanted:
        name, color, description = there.get(label.name.lower(), ("", "", ""))
        if not name:
            forge.create_label(label.name, label.color, label.description)
            created.append(label.name)
        elif (color, description) != (label.color, label.description):
            forge.edit_label(name, label.color, label.description)
            changed.append(name)
        else:
            kept.append(name)
    return Synced(tuple(created), tuple(changed), tuple(kept))


def synced_report(synced: Synced, form: str) -> str:
    """Write as "text" or "json" what became of the labels."""
    if form == "json":
        return json.dumps({"version": 1} | asdict(synced), indent=2) + "\n"
    done = [
        f"{verb} {name}\n"
        for verb, names in (("created", synced.created), ("changed", synced.changed))
        for name in names
    ]
    return (
        "".join(done)
        + f"{len(synced.kept)} of {len(synced.created + synced.changed + synced.kept)} labels were right already.\n"
    )
