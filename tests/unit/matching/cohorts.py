"""Random cohorts for the tests of pairing: points, spots, choices and locks, without profiles."""

from random import Random

from generator.matching.pairing.prospects import Prospects
from generator.model.cohort import Application
from generator.model.learner import Learner


def random_prospects(seed: int, most: int = 12) -> Prospects:
    """Draw a cohort of up to so many people on each side, in which many pairs have the same points."""
    draw = Random(seed)
    mentors = tuple(f"mentor-{j}" for j in range(draw.randint(1, most)))
    spots = tuple(draw.choice([0, 1, 1, 2, 3]) for _mentor in mentors)
    applications = tuple(
        Application(
            f"mentee-{i}", Learner(), choices=tuple(draw.sample(mentors, min(len(mentors), draw.randint(0, 3))))
        )
        for i in range(draw.randint(1, most))
    )
    likely = draw.choice([0.3, 0.7, 1])
    points = tuple(
        {j: draw.choice([0, 1000, 5000, 5050, 10000]) for j in range(len(mentors)) if draw.random() < likely}
        for _application in applications
    )
    locked = {0: draw.randrange(len(mentors))} if draw.random() < 0.3 else {}
    points = tuple({} if i in locked else row for i, row in enumerate(points))
    return Prospects(f"cohort-{seed}", applications, mentors, spots, points, locked, frozenset())
