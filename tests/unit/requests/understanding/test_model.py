"""The small model of replies."""

from benchmarks.replies.labelled import HERE, replies_in
from benchmarks.replies.train import LESSONS, stored, trained
from generator.requests.understanding.ngrams import BUCKETS, _weights, chances
from generator.requests.understanding.roles import CLASSES, classes_of


def test_training_is_repeatable() -> None:
    """The same replies give the same weights, byte for byte."""
    some = list(replies_in(HERE / "tuning.tsv"))[:25]
    assert stored(trained(some)) == stored(trained(some))


def test_the_weights_fit_the_classes() -> None:
    """The shipped file has a row of weights for each class, and the chances of a role add up to one."""
    classes, bias, _scale, weights = _weights()
    assert CLASSES == classes
    assert len(CLASSES) == len(bias)
    assert len(CLASSES) * BUCKETS == len(weights)
    assert abs(sum(chances("Happy to help!", classes_of("answer")).values()) - 1) < 1e-9


def test_the_last_batch_is_never_learned_from() -> None:
    """At least one batch of labelled replies stays unseen by the model."""
    assert {path.name for path in HERE.glob("*.tsv")} - set(LESSONS)
