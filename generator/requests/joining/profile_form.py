"""The form "Become a mentor": its ids are the names of a profile's fields, so links can fill it in for good."""

from generator.model.directory import Settings
from generator.model.vocabulary import Vocabularies
from generator.requests.forms.form import CHECKBOXES, DROPDOWN, INPUT, TEXTAREA, Choice, Field, Form
from generator.requests.forms.headings import form_with, headings_of, lines_of
from generator.text import labels
from generator.text.catalogue import _

FILE = "profile.yml"
LABEL = "profile"
CONSENT, MORE = "consent", "more"


def profile_form(settings: Settings, vocabularies: Vocabularies) -> Form:
    """Ask for what a profile needs, then for what makes it easier to find."""
    skills = f"{settings.site_url}skills/" if settings.site_url else ""
    every = _("All skills: {address}", address=skills) if skills else ""
    return Form(
        FILE,
        LABEL,
        _("Become a mentor"),
        _("Write your profile here, without Git. The bot turns it into a file."),
        _("A new mentor"),
        LABEL,
        _intro(settings),
        (
            Field("name", INPUT, _("Your name"), _("A real name or a pseudonym, as people call you."), "Ada L.", required=True, former=("Your name",)),
            Field("headline", INPUT, _("Your headline"), _("One line: who you are, and who you like to help."), _("Backend engineer, friendly to career changers"), required=True, former=("Your headline",)),
            Field("skills", INPUT, _("Skills you can teach"), " ".join(filter(None, (_("Write what you call them, with commas between."), every))), _some(vocabularies), required=True, former=("Skills you can teach",)),
            Field("languages", INPUT, _("Languages you mentor in"), _("With commas between."), _("English, German"), required=True, former=("Languages you mentor in",)),
            Field("timezone", INPUT, _("Your time zone"), _("A city is enough."), _("Berlin"), required=True, former=("Your time zone",)),
            Field("topics", INPUT, _("Topics you can help with"), _("For example a CV, a first talk or a career change."), _("code review, interview preparation"), former=("Topics you can help with",)),
            Field("commitment", DROPDOWN, _("Time for each mentee"), _("A month, roughly."), choices=_choices("commitment"), former=("Time for each mentee",)),
            Field("capacity", INPUT, _("Mentees at once"), _("A number. 0 lists you without open spots."), "2", former=("Mentees at once",)),
            Field("formats", CHECKBOXES, _("How you like to work"), choices=_choices("formats"), former=("How you like to work",)),
            Field("stages_supported", CHECKBOXES, _("Who you like to help"), choices=_choices("stages_supported"), former=("Who you like to help",)),
            Field("windows", INPUT, _("When you usually have time"), _("In your own time zone, with commas between."), "Tue 18:00-20:00, Sat 10:00-12:00", former=("When you usually have time",)),
            Field(MORE, TEXTAREA, _("More fields"), _("Optional. Any other field of a profile, one on each line, as in the file."), "pronouns: she/her\nyears_experience: 14", former=("More fields",)),
            Field(CONSENT, CHECKBOXES, _("Your profile is public"), choices=(Choice("public", _("I am 18 or older, and I know that my profile is public. I can change it or take it down at any time.")),), required=True, former=("Your profile is public",)),
            Field("bio", TEXTAREA, _("About you"), _("Optional. A few sentences about you, and how you like to help. You can use Markdown."), former=("About you",)),
        ),
    )  # fmt: skip


def is_profile_form(body: str, form: Form) -> bool:
    """Whether an issue's text was made with this form."""
    return form_with(headings_of(lines_of(body)), (form,)) is not None


def _choices(field: str) -> tuple[Choice, ...]:
    return tuple(Choice(value, labels.choice(field, value)) for value in labels.values(field))


def _some(vocabularies: Vocabularies) -> str:
    """Name a few skills of the community's own."""
    skills = vocabularies.skills
    ids = [*(id for id in ("python", "testing") if id in skills.terms), *skills.terms]
    return ", ".join(skills.label(id) for id in [*dict.fromkeys(ids)][:2])


def _intro(settings: Settings) -> str:
    public = _(
        "**Everything you write here is public, for everyone and for good.** Please leave out e-mail addresses, phone numbers, home addresses and anything else that is private."
    )
    then = _(
        "The bot answers within a few minutes with a preview and what is still to fix. You can edit this text as often as you like. A coordinator then looks at it and publishes it."
    )
    edit = _("Do you have a profile already? What you write here changes it. What you leave empty stays as it is.")
    return "\n\n".join((public, f"{then} {edit}"))
