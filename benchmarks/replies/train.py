"""Train the small model of replies: `python -m benchmarks.replies.train` writes its weights anew.

Plain arithmetic in a fixed order, so the same replies give the same file. It learns from `tuning.tsv` and
from batches that were measured before; the last ones are never read here.
"""

import json
import random
from base64 import b64encode
from collections.abc import Sequence
from pathlib import Path

from benchmarks.replies.labelled import HERE, Labelled, replies_in
from generator.requests.understanding.ngrams import BUCKETS, features, softmax
from generator.requests.understanding.roles import CLASSES, classes_of, role_of
from generator.requests.understanding.visible_text import visible_text

TARGET = Path(__file__).parents[2] / "generator" / "requests" / "understanding" / "ngrams.json"
LESSONS = ("tuning.tsv", "batch-1.tsv", "batch-2.tsv", "batch-3.tsv", "batch-4.tsv", "batch-5.tsv", "batch-6.tsv")
"""What it learns from: the replies it was tuned on, and batches once they were measured."""
ROUNDS, STEP, DECAY = 24, 0.6, 4e-5


class Model:
    """A row of weights for each class, as training changes them."""

    def __init__(self) -> None:
        self.rows = [[0.0] * BUCKETS for _ in CLASSES]
        self.bias = [0.0] * len(CLASSES)

    def shares(self, found: Sequence[int], allowed: Sequence[int]) -> list[float]:
        """Return how likely each allowed class is."""
        size = max(len(found), 1) ** 0.5
        points = [self.bias[one] + sum(map(self.rows[one].__getitem__, found)) / size for one in allowed]
        return softmax(points)

    def learn(self, found: Sequence[int], allowed: Sequence[int], right: int, step: float) -> None:
        """Move the weights towards the right class."""
        size = max(len(found), 1) ** 0.5
        for one, share in zip(allowed, self.shares(found, allowed), strict=True):
            error = (1.0 if one == right else 0.0) - share
            if abs(error) < 0.004:
                continue
            self.bias[one] += 0.1 * step * error
            row, change = self.rows[one], step * error / size
            for at in found:
                row[at] += change - step * DECAY * row[at]


def trained(replies: Sequence[Labelled]) -> Model:
    """Return a model that has learned from some replies."""
    model = Model()
    lessons = []
    for reply in replies:
        role = role_of(reply.speaker, reply.state)
        if role and reply.meaning in classes_of(role):
            allowed = [CLASSES.index(one) for one in classes_of(role)]
            lessons.append((features(visible_text(reply.text)), allowed, CLASSES.index(reply.meaning)))
    shuffled = random.Random(12)
    for number in range(ROUNDS):
        shuffled.shuffle(lessons)
        for found, allowed, right in lessons:
            model.learn(found, allowed, right, STEP / (1 + 0.15 * number))
    return model


def stored(model: Model) -> str:
    """Return the weights as they are shipped: a byte each."""
    most = max(abs(one) for row in model.rows for one in row)
    scale = most / 127
    weights = bytes(128 + round(one / scale) for row in model.rows for one in row)
    content = {
        "classes": list(CLASSES),
        "bias": [round(one, 4) for one in model.bias],
        "scale": round(scale, 8),
        "weights": b64encode(weights).decode("ascii"),
    }
    return json.dumps(content) + "\n"


def main() -> None:
    """Train and write."""
    lessons = [reply for name in LESSONS for reply in replies_in(HERE / name)]
    TARGET.write_text(stored(trained(lessons)), encoding="utf-8")
    print(f"{TARGET.name}: {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
