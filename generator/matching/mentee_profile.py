"""A profile of someone who looks for a mentor, as the match reads mentees: what they want, and how they like to work."""

from generator.model.learner import Learner, Want
from generator.model.mentor import Learning, Mentor, Style


def learner_of(profile: Mentor) -> Learner:
    """Return what someone states who looks for a mentor.

    How someone mentors says nothing about how they like to be mentored. So style and kinds of mentorship count only
    for those who offer none.
    """
    learning = profile.learning or Learning()
    mentors = profile.offer_to_mentor
    return Learner(
        want=tuple(Want(skill) for skill in learning.skills),
        goals=learning.goals,
        stage=learning.stage or (None if mentors else profile.stage),
        style=Style() if mentors else profile.style,
        formats=profile.formats,
        relationship_types=() if mentors else profile.relationship_types,
        languages=profile.languages,
        timezone=profile.timezone,
        windows=profile.windows,
    )
