"""The replies with what they mean, as the files of this folder list them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

HERE = Path(__file__).parent
TODAY = date(2026, 11, 21)
"""The day on which every reply was written, as far as the measurement goes."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A reply and what a person says it means; `also` are other readings that can be defended.

    `meaning` is one of the meanings, "unsure" where a person would ask back, with a reason after a slash for a no.
    `source` is a repository, or "written".
    """

    language: str
    speaker: str
    state: str
    asked: str
    meaning: str
    also: frozenset[str]
    source: str
    text: str
    reason: str = ""

    @property
    def is_clear(self) -> bool:
        """Whether it is a yes or a no, and nothing else can be meant."""
        return self.meaning in ("accept", "decline") and "unsure" not in self.also

    @property
    def allowed(self) -> frozenset[str]:
        """Return every reading that is right."""
        return self.also | {self.meaning}


def replies_in(path: Path) -> Iterator[Labelled]:
    """Read a file of labelled replies: tab-separated, with line breaks written as a backslash and an n."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        language, speaker, state, asked, meaning, also, source, text = line.split("\t")
        meaning, _, reason = meaning.partition("/")
        others = frozenset(one for one in also.split(",") if one)
        yield Labelled(language, speaker, state, asked, meaning, others, source, text.replace("\\n", "\n"), reason)
