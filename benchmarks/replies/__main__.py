"""Print how well replies are understood: `python -m benchmarks.replies [FILE ...]`, all batches where none is named.

`--folds` measures the replies that the model learned from as if it had not seen them, a fifth at a time. `--problems`
lists what went wrong.
"""

import sys
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.replies.figures import Result, by_language, confusion, problems, understood
from benchmarks.replies.labelled import HERE, TODAY, replies_in
from generator.requests.understanding import ngrams
from generator.requests.understanding import understand as entrance

FOLDS = 5


def in_folds(path: Path) -> list[Result]:
    """Read each fifth of a file's replies with a model that learned from the other four."""
    from benchmarks.replies.train import stored, trained

    replies = list(replies_in(path))
    results: list[Result] = []
    weights = ngrams._weights
    for fold in range(FOLDS):
        model = stored(trained([one for number, one in enumerate(replies) if number % FOLDS != fold]))
        ngrams._weights = lambda model=model: ngrams.read_weights(model)
        ngrams.chances.cache_clear()
        results += understood([one for number, one in enumerate(replies) if number % FOLDS == fold])
    ngrams._weights = weights
    ngrams.chances.cache_clear()
    return results


def speed(paths: list[Path]) -> str:
    """Measure how long a reply takes."""
    entrance.understand("Sure!", speaker="mentor")
    times = []
    for path in paths:
        for one in replies_in(path):
            entrance._read.cache_clear()
            ngrams.chances.cache_clear()
            start = perf_counter()
            entrance.understand(one.text, speaker=one.speaker, state=one.state, asked=one.asked, today=TODAY)
            times.append(perf_counter() - start)
    return f"A reply takes {1000 * median(times):.2f} milliseconds, the slowest {1000 * max(times):.2f}."


def main() -> None:
    """Measure and print."""
    names = [one for one in sys.argv[1:] if not one.startswith("--")]
    paths = [HERE / name for name in names] or sorted(HERE.glob("*.tsv"))
    for path in paths:
        results = in_folds(path) if "--folds" in sys.argv else understood(list(replies_in(path)))
        print(f"## {path.stem}\n")
        print("\n".join(by_language(results)) + "\n")
        if "--confusion" in sys.argv or "--problems" not in sys.argv:
            print("\n".join(confusion(results)) + "\n")
        if "--problems" in sys.argv:
            print("\n".join(problems(results)) + "\n")
    print(speed(paths))


if __name__ == "__main__":
    main()
