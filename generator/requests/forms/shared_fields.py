"""The fields that several forms ask for, with the schema's choices.

Each has its English label as a former one, so that a community that changes its language still reads its older issues.
"""

from generator.model.directory import Settings
from generator.model.vocabulary import Vocabularies, Vocabulary
from generator.requests.forms.form import CHECKBOXES, DROPDOWN, INPUT, Choice, Field
from generator.text import labels
from generator.text.catalogue import _

_FORMER_FORMATS = (
    Choice("resource-sharing", "Resource sharing", "the mentor shares material, you learn on your own with guidance"),
)
_FORMER_COMMITMENTS = (
    Choice("15m", "~15 minutes/month"),
    Choice("30m", "~30 minutes/month"),
    Choice("1h", "~1 hour/month"),
    Choice("2h", "~2 hours/month"),
)
_FORMER_RELATIONSHIPS = (
    Choice("near-peer", "Near-peer", "somebody only a little ahead of you"),
    Choice("study-buddy-plus", "Study buddy plus", "learning together, one of you guides"),
    Choice("course", "Course", "somebody who has taken the same course"),
    Choice("career", "Career", "about your career or a change of it"),
)
"""Options as older issues repeat them: they are still understood."""


def mentor_field() -> Field:
    """Ask for the mentor, who may be left open."""
    about = _(
        "The GitHub name of the mentor you would like, as their page shows it. Don't know yet whom to ask? Leave it empty, and we suggest mentors who fit."
    )
    return Field("mentor", INPUT, _("Mentor"), about, "ada-l", former=("Mentor",))


def format_field() -> Field:
    """Ask how they would like to work together."""
    about = _("How would you like to work together? Leave it open if anything suits you.")
    return _dropdown("format", "formats", _("Format"), about, _FORMER_FORMATS, "Format")


def commitment_field() -> Field:
    """Ask how much time they would like."""
    about = _("How much of the mentor's time would you like? Leave it open if you can't tell.")
    return _dropdown("commitment", "commitment", _("Time"), about, _FORMER_COMMITMENTS, "Time")


def relationship_field() -> Field:
    """Ask what the mentorship should be like."""
    about = _("What should it be like? Leave it open if anything suits you.")
    return _dropdown(
        "relationship", "relationship_types", _("Relationship"), about, _FORMER_RELATIONSHIPS, "Relationship"
    )


def _dropdown(id: str, field: str, label: str, about: str, former: tuple[Choice, ...], english: str) -> Field:
    """Offer the choices of a field of the mentors' schema, in its order and with its labels."""
    choices = tuple(
        Choice(value, labels.choice(field, value), labels.explanation(field, value)) for value in labels.values(field)
    )
    return Field(id, DROPDOWN, label, about, choices=choices, former=(english,), former_choices=former)


def languages_field() -> Field:
    """Ask for the languages they can talk in."""
    about = _("The languages you can talk in, the best one first, separated by commas.")
    placeholder = _("English, German")
    return Field("languages", INPUT, _("Languages"), about, placeholder, required=True, former=("Languages",))


def timezone_field() -> Field:
    """Ask for the time zone, for calls."""
    about = _(
        "A large city in your time zone is enough; you don't need to say exactly where you live. Only needed for calls."
    )
    return Field("timezone", INPUT, _("Time zone"), about, "Europe/London", former=("Time zone",))


def adult_field() -> Field:
    """Ask them to confirm that they are an adult."""
    return Field(
        "adult",
        CHECKBOXES,
        _("Your age"),
        choices=(Choice("adult", _("I am 18 or older.")),),
        required=True,
        former=("Your age",),
        former_choices=(Choice("adult", "I am 18 or older."),),
    )


def skills_field(settings: Settings, vocabularies: Vocabularies) -> Field:
    """Ask what they would like help with, with an example from the community\'s own vocabularies."""
    about = _(
        "What you would like help with, in a few words separated by commas. Put an exclamation mark after what matters most."
    )
    if settings.site_url:
        about = f"{about} " + _("All skills: {address}", address=f"{settings.site_url}skills/")
    return Field(
        "skills",
        INPUT,
        _("Skills and topics"),
        about,
        _example(vocabularies),
        required=True,
        former=("Skills and topics",),
    )


def _example(vocabularies: Vocabularies) -> str:
    """Give an example in the community's own words: two skills and a topic."""
    first, *others = _some(vocabularies.skills, "python", "testing")[:2] or ["gardening"]
    return ", ".join([f"{first}!", *others, *_some(vocabularies.topics, "code-review")[:1]])


def _some(vocabulary: Vocabulary, *wanted: str) -> list[str]:
    """Return the names of well-known terms where the community has them, and of its first terms otherwise."""
    ids = [*(id for id in wanted if id in vocabulary.terms), *vocabulary.terms]
    return [" ".join(vocabulary.label(id).split()) for id in dict.fromkeys(ids)]
