"""The words a demo directory uses: the vocabulary of this repository, which the installed package carries along."""

from pathlib import Path

from generator.adapters.packaged import packaged
from generator.model.vocabulary import Phrases, Vocabularies
from generator.profiles.parse import parse_phrases, parse_vocabulary
from generator.profiles.source import PHRASES_FOLDER, VOCABULARY_FILES
from generator.profiles.yaml_reader import read_plain


def vocabulary_texts() -> dict[str, str]:
    """Return the text of each vocabulary file by its path in a directory."""
    folder = packaged("vocabulary")
    return {path: (folder / Path(path).name).read_text(encoding="utf-8") for path in VOCABULARY_FILES}


def phrase_texts() -> dict[str, str]:
    """Return the text of each file of phrases by its path in a directory."""
    folder = packaged(PHRASES_FOLDER)
    return {f"{PHRASES_FOLDER}/{path.name}": path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.yml"))}


def read_phrases() -> Phrases:
    """Read the phrases of all languages."""
    return parse_phrases([read_plain(text) for text in phrase_texts().values()])


def read_vocabularies() -> Vocabularies:
    """Read all four vocabularies."""
    read = {VOCABULARY_FILES[path]: parse_vocabulary(read_plain(text)) for path, text in vocabulary_texts().items()}
    return Vocabularies(**read)
