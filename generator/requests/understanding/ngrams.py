"""A small model of replies: which meanings the letters and words of a text make likely.

It never acts alone. It can stop an act that the cues would allow, support a weak cue, or ask where they are silent.
Its weights are trained by `python -m benchmarks.replies.train` from replies in the repository; the same replies give the same file.
"""

from base64 import b64decode
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from json import loads
from math import exp
from zlib import crc32

from generator.requests.understanding.cue_book import folded

BUCKETS = 1 << 13
"""Features share so many weights for each class."""
_SIZES = (2, 3, 4, 5)
_MOST_LETTERS = 320


def features(text: str) -> tuple[int, ...]:
    """Return the numbers of a text's features: its words, pairs of words and pieces of words, each once."""
    return tuple(sorted({crc32(one.encode()) % BUCKETS for one in _features(text)}))


def _features(text: str) -> Iterator[str]:
    asks = "?" in text
    words = folded(text)[:_MOST_LETTERS].split()
    yield f"length {min(len(words).bit_length(), 6)}"
    if asks:
        yield "asks"
        yield f"asks {text.rstrip().endswith('?')}"
    for at, word in enumerate(words):
        yield f"w {word}"
        if at:
            yield f"p {words[at - 1]} {word}"
        if at > 1:
            yield f"t {words[at - 2]} {words[at - 1]} {word}"
    if words:
        yield f"first {words[0]}"
        yield f"last {words[-1]}"
    for word in words:
        padded = f"<{word}>"
        for size in _SIZES:
            for start in range(len(padded) - size + 1):
                yield padded[start : start + size]


@cache
def _weights() -> tuple[tuple[str, ...], tuple[float, ...], float, bytes]:
    return read_weights(files("generator.requests.understanding").joinpath("ngrams.json").read_text(encoding="utf-8"))


def read_weights(text: str) -> tuple[tuple[str, ...], tuple[float, ...], float, bytes]:
    """Return the classes, their bias, the worth of a step, and a byte for each weight."""
    stored = loads(text)
    return tuple(stored["classes"]), tuple(stored["bias"]), stored["scale"], b64decode(stored["weights"])


@lru_cache(maxsize=4096)
def chances(text: str, among: tuple[str, ...]) -> Mapping[str, float]:
    """Return how likely each of some classes is for a text; all together are one."""
    classes, bias, scale, weights = _weights()
    found = features(text)
    points = []
    for number in map(classes.index, among):
        row = weights[number * BUCKETS : (number + 1) * BUCKETS]
        points.append(
            bias[number] + scale * (sum(row[one] for one in found) - 128 * len(found)) / max(len(found), 1) ** 0.5
        )
    return dict(zip(among, softmax(points), strict=True))


def softmax(points: Iterable[float]) -> list[float]:
    """Turn points into shares of one."""
    points = list(points)
    most = max(points)
    raised = [exp(one - most) for one in points]
    whole = sum(raised)
    return [one / whole for one in raised]
