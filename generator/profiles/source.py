"""What the checker gets from the disk: a file's bytes, or why it was not read."""

from dataclasses import dataclass
from typing import Literal

LARGEST_FILE = 64 * 1024
"""Bytes of a file that people write; a profile of every field at its maximum is below 20 KiB."""
LARGEST_VOCABULARY = 1024 * 1024
"""Bytes; five thousand terms, which the schema allows, with three synonyms and two relations each take about 800 KiB."""
LARGEST_PHOTO = 2 * 1024 * 1024
LOGO_ENDING = ".svg"

Refusal = Literal["link", "folder", "special", "unreadable", "too-large", "missing"]
FileKind = Literal[
    "mentor", "photo", "program", "roadmap", "vocabulary", "phrases", "settings", "logo", "stray",
    "events", "communities", "resources", "story",
]  # fmt: skip

PHOTO_ENDINGS = (".jpg", ".jpeg", ".png", ".webp")
VOCABULARY_FILES = {
    "vocabulary/skills.yml": "skills",
    "vocabulary/topics.yml": "topics",
    "vocabulary/domains.yml": "domains",
    "vocabulary/career-paths.yml": "career_paths",
}
PUBLIC_LISTS: tuple[FileKind, ...] = ("events", "communities", "resources")
"""What a community lists beside its programs: `programs/<name>.yml`, where no program can have these names."""
PHRASES_FOLDER = "vocabulary/phrases"
SETTINGS_FILE = "directory.yml"
FOLDERS = ("mentors", "mentors/photos", "programs", "programs/roadmaps", "vocabulary", PHRASES_FOLDER, "stories")
"""The folders people write in; each is listed by itself."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file below the directory's root, with forward slashes in `path`; refused files have no content."""

    path: str
    content: bytes = b""
    refusal: Refusal | None = None

    @property
    def stem(self) -> str:
        """The file's name without folder and ending."""
        return self.path.rpartition("/")[2].rpartition(".")[0]


def kind_of(path: str) -> FileKind | None:
    """Tell from a path what a file is for; None for what Lodestar does not read (a README, the generator)."""
    if path == SETTINGS_FILE:
        return "settings"
    if path in VOCABULARY_FILES:
        return "vocabulary"
    if path in FOLDERS:
        return "stray"
    folder, _, name = path.rpartition("/")
    if name.startswith(".") or name == "README.md":
        return None
    if not folder and name.endswith(LOGO_ENDING):
        return "logo"
    if folder == "mentors":
        return "mentor" if name.endswith(".yml") else "stray"
    if folder == "mentors/photos":
        return "photo" if name.lower().endswith(PHOTO_ENDINGS) else "stray"
    if folder == "programs":
        for listed in PUBLIC_LISTS:
            if name == f"{listed}.yml":
                return listed
        return "program" if name.endswith(".yml") else "stray"
    if folder == "stories":
        return "story" if name.endswith(".md") else "stray"
    if folder == "programs/roadmaps":
        return "roadmap" if name.endswith(".yml") else "stray"
    if folder == PHRASES_FOLDER:
        return "phrases" if name.endswith(".yml") else "stray"
    return "stray" if folder == "vocabulary" else None


def size_limit(path: str) -> int:
    """Return how many bytes a file may have; a larger one is not read."""
    kind = kind_of(path)
    return (
        LARGEST_VOCABULARY
        if kind in ("vocabulary", "phrases", "program", *PUBLIC_LISTS)
        else LARGEST_PHOTO
        if kind == "photo"
        else LARGEST_FILE
    )
