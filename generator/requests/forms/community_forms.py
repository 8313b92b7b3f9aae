"""The five forms of a community, in its own words and with its own limits."""

from collections.abc import Callable
from types import MappingProxyType

from generator.model.directory import Directory, Settings
from generator.model.vocabulary import Vocabularies, fold
from generator.requests.forms.form import CHECKBOXES, DROPDOWN, INPUT, TEXTAREA, Choice, Field, Form, Forms
from generator.requests.forms.mentor_names import HandlesByName
from generator.requests.forms.offer_form import offer, when_it_closes
from generator.requests.forms.shared_fields import (
    adult_field,
    commitment_field,
    details_field,
    format_field,
    languages_field,
    mentor_field,
    on_behalf_field,
    relationship_field,
    roadmap_field,
    skills_field,
    timezone_field,
)
from generator.text.catalogue import _, ngettext
from generator.text.github_addresses import NOTIFICATION_SETTINGS

_FORMER_KINDS = (
    Choice("quick-question", "Quick question", "one answer and no more"),
    Choice("interview", "Informational interview", "one talk about somebody's work or career"),
)
"""Options as older issues repeat them: they are still understood."""


def forms_of(directory: Directory, language_tag: Callable[[str], str | None]) -> Forms:
    """Bring together the forms of a directory and everything needed to read what people write into them.

    `language_tag` finds the tag of a language's name or code, or None.
    """
    programs = {fold(program.title): program.id for program in directory.programs.values()}
    return Forms(
        forms=all_forms(directory.settings, directory.vocabularies),
        vocabularies=directory.vocabularies,
        mentors=HandlesByName(directory.mentors),
        handles=directory.mentors.keys(),
        programs=MappingProxyType(programs | {fold(id): id for id in directory.programs}),
        roadmaps=MappingProxyType(
            {fold(name): one.id for one in directory.roadmaps.values() for name in (one.title, one.id)}
        ),
        site_url=directory.settings.site_url,
        language_tag=language_tag,
    )


def all_forms(settings: Settings, vocabularies: Vocabularies) -> tuple[Form, ...]:
    """Return every form of a community."""
    return (
        request(settings, vocabularies),
        question(settings, vocabularies),
        interview(settings, vocabularies),
        application(settings, vocabularies),
        offer(_intro(settings, _("With a yes, it becomes a mentorship in this thread."), when_it_closes(settings))),
        self_test(settings),
    )


def request(settings: Settings, vocabularies: Vocabularies) -> Form:
    """Ask for regular help, from one mentor or from whoever fits."""
    days, limits = settings.requests.days, settings.requests.limits
    optional = (format_field(), commitment_field(), relationship_field())
    kind = Field(
        "kind",
        DROPDOWN,
        _("Kind of request"),
        _("What are you looking for? Quick questions and informational interviews have their own forms."),
        choices=(
            Choice("mentorship", _("Mentorship"), _("regular help over weeks or months")),
            Choice("group", _("Group"), _("joining a group this mentor leads")),
        ),
        default=0,
        required=True,
        former=("Kind of request",),
        former_choices=_FORMER_KINDS,
    )
    goals = Field(
        "goals",
        TEXTAREA,
        _("Your goals"),
        _(
            "What would you like to reach, and what have you tried? Why this mentor, and what do you have in common? "
            "What can you offer in return: notes, feedback, help with their project? How often would you like to talk? "
            "A few sentences are enough. They are public."
        ),
        placeholder=_(
            "I know the basics, and would like to finish a first project by spring. I'm asking you because you went the same way."
        ),
        required=True,
        former=("Your goals",),
    )
    then = [
        _("Your mentor is notified right away, and answers in this thread."),
        ngettext(
            "If nobody responds within {count} day, the request closes, and we suggest other mentors with a free spot.",
            "If nobody responds within {count} days, the request closes, and we suggest other mentors with a free spot.",
            days.expiry,
        ),
        ngettext(
            "You can have {count} open request at a time.",
            "You can have {count} open requests at a time.",
            limits.open_for_each_mentee,
        ),
    ]
    return Form(
        "request.yml",
        "mentorship",
        _("Ask a mentor"),
        _("Ask one mentor for regular help, or leave the mentor open and see who fits."),
        _("A request for a mentor"),
        "request",
        _intro(settings, _("You and your mentor agree later where you talk."), " ".join(then)),
        (
            mentor_field(),
            skills_field(),
            kind,
            *optional,
            languages_field(),
            timezone_field(),
            roadmap_field(),
            on_behalf_field(),
            details_field(settings, vocabularies, *optional, timezone_field(), roadmap_field()),
            adult_field(),
            goals,
        ),
    )


def question(settings: Settings, vocabularies: Vocabularies) -> Form:
    """Ask for one answer and no more."""
    goals = Field(
        "goals",
        TEXTAREA,
        _("Your question"),
        _(
            "What would you like to know, what have you found out so far, and why do you ask this mentor? "
            "Please ask one question that can be answered in writing. A few sentences are enough. They are public."
        ),
        placeholder=_(
            "How did you decide which of the two courses to take first? I have read both outlines, and each seems to build on the other."
        ),
        required=True,
        former=("Your question",),
    )
    return Form(
        "question.yml",
        "quick-question",
        _("Ask a quick question"),
        _("One question, one answer, and nothing more to agree on."),
        _("A quick question"),
        "request",
        _intro(settings, _("The answer is public too, and helps others with the same question.")),
        (
            mentor_field(),
            skills_field(),
            languages_field(),
            on_behalf_field(),
            details_field(settings, vocabularies),
            adult_field(),
            goals,
        ),
    )


def interview(settings: Settings, vocabularies: Vocabularies) -> Form:
    """Ask for one talk about someone's work or career."""
    goals = Field(
        "goals",
        TEXTAREA,
        _("What you would like to hear about"),
        _(
            "Which work or career would you like to hear about, and why from this person? What would you ask? "
            "What can you offer in return, such as notes that others can read? A few sentences are enough. They are public."
        ),
        placeholder=_(
            "I'm thinking about changing into your field after ten years in another one. I'd ask what your weeks are like, and what you would learn first today."
        ),
        required=True,
        former=("What you would like to hear about",),
    )
    return Form(
        "interview.yml",
        "interview",
        _("Ask for an informational interview"),
        _("One talk about someone's work or career, usually half an hour."),
        _("An informational interview"),
        "request",
        _intro(settings, _("You agree later where you talk.")),
        (
            mentor_field(),
            skills_field(),
            format_field(),
            languages_field(),
            timezone_field(),
            on_behalf_field(),
            details_field(settings, vocabularies, format_field(), timezone_field()),
            adult_field(),
            goals,
        ),
    )


def application(settings: Settings, vocabularies: Vocabularies) -> Form:
    """Apply for a spot in a program."""
    mentor = Field(
        "mentor",
        INPUT,
        _("Mentor"),
        _(
            "Is there a mentor of this program you would like to be with? Then write their GitHub name. You can leave it empty."
        ),
        "ada-l",
        former=("Mentor",),
    )
    program = Field(
        "program",
        INPUT,
        _("Program"),
        _("The program's short name, as its page shows it."),
        "spring-2027",
        required=True,
        former=("Program",),
    )
    answers = Field(
        "answers",
        TEXTAREA,
        _("The program's questions"),
        _(
            "Some programs ask questions, and their page fills them in here. Please write each answer below its question. They are public."
        ),
        former=("The program's questions",),
    )
    goals = Field(
        "goals",
        TEXTAREA,
        _("Your goals"),
        _(
            "What would you like to reach, what have you tried, and why this program? What can you bring to the others in it? "
            "A few sentences are enough. They are public."
        ),
        placeholder=_("I know the basics, and would like to finish a first project together with others."),
        required=True,
        former=("Your goals",),
    )
    return Form(
        "apply.yml",
        "application",
        _("Apply to a program"),
        _("Apply for a spot in a program that is open now."),
        _("An application to a program"),
        "application",
        _intro(settings, _("The coordinators answer in this thread.")),
        (
            mentor,
            skills_field(),
            format_field(),
            commitment_field(),
            languages_field(),
            timezone_field(),
            on_behalf_field(),
            program,
            details_field(settings, vocabularies, format_field(), commitment_field(), timezone_field()),
            adult_field(),
            answers,
            goals,
        ),
    )


def self_test(settings: Settings) -> Form:
    """Find out, as a new mentor, whether the bot's mentions arrive."""
    mention = Field(
        "mention",
        CHECKBOXES,
        _("What will happen"),
        choices=(Choice("may-mention", _("The bot may mention me once in this issue.")),),
        required=True,
        former=("What will happen",),
        former_choices=(Choice("may-mention", "The bot may mention me once in this issue."),),
    )
    return Form(
        "self-test.yml",
        "self-test",
        _("Test whether notifications reach me"),
        _("For mentors: check whether you are notified when someone asks for your help."),
        _("Do notifications reach me?"),
        "self-test",
        _(
            "**This issue is public.** The bot soon says what to do. A day or two later, it mentions you in a comment, "
            "as it does when someone asks for your help. If GitHub notifies you, by e-mail or on its site, everything works. "
            "If not, check {settings} and try again.",
            settings=NOTIFICATION_SETTINGS,
        ),
        (mention,),
    )


def _intro(settings: Settings, where: str, then: str = "") -> str:
    public = _(
        "**Everything you write here is public, for everyone and for good.** Please leave out e-mail addresses, phone numbers, "
        "home addresses, your employer's secrets and anything else that is private."
    )
    conduct = _(
        "Is it about how someone behaves? Then please [write to the coordinators privately](<{address}>) instead.",
        address=settings.private_contact,
    )
    return "\n\n".join(filter(None, (f"{public} {where}", then, conduct)))
