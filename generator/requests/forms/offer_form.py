"""The form with which a mentor offers help to someone who said that they look for a mentor."""

from generator.model.directory import Settings
from generator.requests.forms.form import INPUT, TEXTAREA, Field, Form
from generator.requests.forms.shared_fields import adult_field
from generator.text.catalogue import _, ngettext


def when_it_closes(settings: Settings) -> str:
    """Say what happens after an offer is sent."""
    return ngettext(
        "The mentee is notified once, and decides. Without an answer within {count} day, this closes.",
        "The mentee is notified once, and decides. Without an answer within {count} days, this closes.",
        settings.requests.days.expiry,
    )


def offer(intro: str) -> Form:
    """Offer help, as a mentor, to someone who said that they look for a mentor."""
    mentee = Field(
        "mentee",
        INPUT,
        _("Mentee"),
        _("The GitHub name of the person you'd like to help, as the page of mentees shows it."),
        "mei-lin",
        required=True,
        former=("Mentee",),
    )
    goals = Field(
        "goals",
        TEXTAREA,
        _("Your offer"),
        _(
            "What could you help with, why this person, and what would a first step together be? "
            "A few sentences are enough. They are public."
        ),
        placeholder=_(
            "I came to Python from nursing myself, and planned rotas with it. We could look at your sheet together in a first call."
        ),
        required=True,
        former=("Your offer",),
    )
    return Form(
        "offer.yml",
        "offer",
        _("Offer to help a mentee"),
        _("For mentors: offer your help to someone who is looking for a mentor."),
        _("An offer to help"),
        "request",
        intro,
        (mentee, adult_field(), goals),
    )
