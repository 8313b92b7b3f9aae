"""The fields that several forms ask for, with the schema's choices, and those that are lines of `details` now.

Each has its English label as a former one, so that a community that changes its language still reads its older issues.
"""

from generator.model.directory import Settings
from generator.model.vocabulary import Vocabularies, Vocabulary
from generator.requests.forms.form import CHECKBOXES, DROPDOWN, INPUT, TEXTAREA, Choice, Field
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
        "The GitHub name of the mentor you would like, or the last part of their page's address. Don't know yet whom to ask? Leave it empty, and we suggest mentors who fit."
    )
    return Field("mentor", INPUT, _("Mentor"), about, "ada-l", former=("Mentor",))


def details_field(settings: Settings, vocabularies: Vocabularies, *optional: Field) -> Field:
    """Ask for everything that the site fills in: a line for each answer. Some lines are optional."""
    skills, languages = skills_field().label, languages_field().label
    about = _(
        "One answer on each line. First, what you would like help with, in a few words, for example {example}. An exclamation mark shows what matters most. Then the languages you can talk in.",
        example=_example(vocabularies),
    )
    more = _("If you like, add lines for: {names}.", names=", ".join(field.label for field in optional))
    address = _("All skills: {address}", address=f"{settings.site_url}skills/") if settings.site_url else ""
    return Field(
        "details",
        TEXTAREA,
        _("Details"),
        " ".join(filter(None, (about, more if optional else "", address))),
        required=True,
        former=("Details",),
        filled=f"{skills}:\n{languages}:",
    )


def format_field() -> Field:
    """How they would like to work together."""
    return _retired_choice("format", "formats", _("Format"), _FORMER_FORMATS, "Format")


def commitment_field() -> Field:
    """How much of the mentor's time they would like."""
    in_sentences = (Choice(value, _(words)) for value, words in labels.COMMITMENTS_IN_SENTENCES.items())
    return _retired_choice("commitment", "commitment", _("Time"), (*_FORMER_COMMITMENTS, *in_sentences), "Time")


def relationship_field() -> Field:
    """What the mentorship should be like."""
    return _retired_choice(
        "relationship", "relationship_types", _("Relationship"), _FORMER_RELATIONSHIPS, "Relationship"
    )


def _retired_choice(id: str, field: str, label: str, former: tuple[Choice, ...], english: str) -> Field:
    """Read the choices of a field of the mentors' schema, with its labels."""
    choices = tuple(
        Choice(value, labels.choice(field, value), labels.explanation(field, value)) for value in labels.values(field)
    )
    return Field(id, DROPDOWN, label, choices=choices, former=(english,), former_choices=former, retired=True)


def skills_field() -> Field:
    """What they would like help with."""
    return Field("skills", INPUT, _("Skills and topics"), former=("Skills and topics",), retired=True)


def languages_field() -> Field:
    """The languages they can talk in."""
    return Field("languages", INPUT, _("Languages"), former=("Languages",), retired=True)


def timezone_field() -> Field:
    """Their time zone, for calls."""
    return Field("timezone", INPUT, _("Time zone"), former=("Time zone",), retired=True)


def roadmap_field() -> Field:
    """The roadmap that they would like to follow."""
    return Field("roadmap", INPUT, _("Roadmap"), former=("Roadmap",), retired=True)


def on_behalf_field() -> Field:
    """The first name of someone without an account, for whom a coordinator asks."""
    return Field("on_behalf", INPUT, _("On behalf of"), former=("On behalf of",), retired=True)


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


def _example(vocabularies: Vocabularies) -> str:
    """Give an example in the community's own words: two skills and a topic."""
    first, *others = _some(vocabularies.skills, "python", "testing")[:2] or ["gardening"]
    return ", ".join([f"{first}!", *others, *_some(vocabularies.topics, "code-review")[:1]])


def _some(vocabulary: Vocabulary, *wanted: str) -> list[str]:
    """Return the names of well-known terms where the community has them, and of its first terms otherwise."""
    ids = [*(id for id in wanted if id in vocabulary.terms), *vocabulary.terms]
    return [" ".join(vocabulary.label(id).split()) for id in dict.fromkeys(ids)]
