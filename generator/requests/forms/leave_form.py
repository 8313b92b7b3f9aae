"""The form with which someone asks to be taken out of the directory: no request, so the bot reads it in its own way."""

from generator.model.directory import Settings
from generator.requests.forms.form import INPUT, TEXTAREA, Field, Form
from generator.requests.forms.headings import answers_of, form_with, headings_of, lines_of
from generator.requests.forms.visible import plain_answer
from generator.text.catalogue import _

FILE, LABEL = "leave.yml", "removal"


def asks_to_leave(body: str) -> bool:
    """Whether an issue's text has the headings of this form."""
    return "### " in body and form_with(headings_of(lines_of(body)), (_form(""),)) is not None


def asked_to_leave(body: str) -> str | None:
    """Return whose profile an issue asks to take out, as it was written, or None where it is another kind of issue."""
    if not asks_to_leave(body):
        return None
    form = _form("")
    answers, _forged = answers_of(body, form)
    return plain_answer(answers.get("handle", ""), form.fields[0])


def leave_form(settings: Settings) -> Form:
    """Return the form: whose profile it is, and room for a word."""
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
    return _form("\n\n".join(intro))


def _form(intro: str) -> Form:
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
    return Form(
        FILE,
        "leave",
        _("Leave the directory"),
        _("For mentors: have your profile, photo and name taken out."),
        _("Please take me out"),
        LABEL,
        intro,
        (handle, words),
    )
