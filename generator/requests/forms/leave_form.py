"""The form with which someone asks to be taken out of the directory: no request, so the bot reads it in its own way."""

from generator.model.directory import Settings
from generator.requests.forms.form import INPUT, TEXTAREA, Field, Form
from generator.text.catalogue import _

FILE, LABEL = "leave.yml", "removal"


def leave_form(settings: Settings) -> Form:
    """Return the form: whose profile it is, and room for a word."""
    handle = Field(
        "handle",
        INPUT,
        _("Whose profile?"),
        _("The name at the end of its address, as in mentors/ada-l."),
        "ada-l",
        required=True,
        former=("Whose profile?",),
    )
    words = Field(
        "words",
        TEXTAREA,
        _("Anything we should know"),
        _("You can leave this empty. It is public."),
        former=("Anything we should know",),
    )
    intro = [
        _(
            "**This issue is public.** We take out your profile, your photo and your name in programs and roadmaps, and close "
            "open requests to you kindly. It usually takes a day or two, and seven days at most."
        ),
        _(
            "Git keeps older versions, and others may have copies. If you need the history erased too, say so, or "
            "[write to the coordinators privately](<{address}>).",
            address=settings.private_contact,
        ),
        _("Only need a break? Then write `/pause 30d` in any request, and nothing is lost."),
    ]
    return Form(
        FILE,
        "leave",
        _("Leave the directory"),
        _("For mentors: have your profile, photo and name taken out."),
        _("Please take me out"),
        LABEL,
        "\n\n".join(intro),
        (handle, words),
    )
