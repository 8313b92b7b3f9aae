"""The five forms of a community, in its own words and with its own limits."""

from collections import Counter
from collections.abc import Callable
from types import MappingProxyType

from generator.model.directory import Directory, Settings
from generator.model.vocabulary import Vocabularies, Vocabulary, fold
from generator.requests.forms.form import CHECKBOXES, DROPDOWN, INPUT, TEXTAREA, Choice, Field, Form, Forms
from generator.text.phrases import COMMITMENT_WORDS

MENTORSHIP = Choice("mentorship", "Mentorship", "regular help over weeks or months")
GROUP = Choice("group", "Group", "joining a group this mentor leads")
FORMATS = (
    Choice("ad-hoc-qa", "Ad-hoc Q&A", "quick questions in writing, whenever they come up"),
    Choice("scheduled-calls", "Scheduled calls", "regular calls, more structured"),
    Choice("resource-sharing", "Resource sharing", "the mentor shares material, you learn on your own with guidance"),
)
COMMITMENTS = tuple(Choice(id, words) for id, words in COMMITMENT_WORDS.items())
RELATIONSHIPS = (
    Choice("traditional", "Traditional", "one mentor and one mentee"),
    Choice("long-term", "Long-term", "over months or years as you grow"),
    Choice("project-focused", "Project-focused", "for one project or goal, with an end"),
    Choice("one-to-many", "One-to-many", "one mentor and a small group"),
    Choice("mentorship-circle", "Mentorship circle", "several mentors and mentees who meet together"),
    Choice("cohort", "Cohort", "a group that takes the same path together"),
    Choice("near-peer", "Near-peer", "somebody only a little ahead of you"),
    Choice("study-buddy-plus", "Study buddy plus", "learning together, one of you guides"),
    Choice("reciprocal", "Reciprocal", "you mentor each other in different things"),
    Choice("organization-program", "Organization program", "part of an organization's or campus program"),
    Choice("course", "Course", "somebody who has taken the same course"),
    Choice("career", "Career", "about your career or a change of it"),
)
ADULT = Choice("adult", "I am 18 or older.")
MAY_MENTION = Choice("may-mention", "The bot may mention me once in this issue.")

_PUBLIC = (
    "**Everything you write here is public, for everybody and for good.** Write no e-mail address, telephone number, "
    "home address, employer's secrets or anything else that is private."
)
_FEW = "A few sentences are enough, and they are public."

_MENTOR = Field(
    "mentor", INPUT, "Mentor", placeholder="ada-l",
    about="The GitHub name of the mentor you would like, as their page shows it. Leave it empty if you do not know yet whom to ask: mentors who fit are then suggested to you.",
)  # fmt: skip
_FORMAT = Field(
    "format",
    DROPDOWN,
    "Format",
    "How would you like to work together? Leave it open if anything suits you.",
    choices=FORMATS,
)
_COMMITMENT = Field(
    "commitment",
    DROPDOWN,
    "Time",
    "How much of the mentor's time do you hope for? Leave it open if you cannot tell.",
    choices=COMMITMENTS,
)
_LANGUAGES = Field(
    "languages", INPUT, "Languages", "The languages you can talk in, the best one first, with commas between them.", "English, German",
    required=True,
)  # fmt: skip
_TIMEZONE = Field(
    "timezone", INPUT, "Time zone", placeholder="Europe/London",
    about="The nearest large city in your time zone is enough, and says no more about where you live than it must. Only needed for calls.",
)  # fmt: skip
_ADULT = Field("adult", CHECKBOXES, "Your age", choices=(ADULT,), required=True)


def forms_of(directory: Directory, language_tag: Callable[[str], str | None]) -> Forms:
    """Bring together the forms of a directory and everything needed to read what people write into them.

    `language_tag` finds the tag of a language's name or code, or None.
    """
    named = Counter(fold(mentor.name) for mentor in directory.mentors.values())
    programs = {fold(program.title): program.id for program in directory.programs.values()}
    return Forms(
        forms=all_forms(directory.settings, directory.vocabularies),
        vocabularies=directory.vocabularies,
        mentors=MappingProxyType(
            {fold(one.name): handle for handle, one in directory.mentors.items() if named[fold(one.name)] == 1}
        ),
        handles=frozenset(directory.mentors),
        programs=MappingProxyType(programs | {fold(id): id for id in directory.programs}),
        site_url=directory.settings.site_url,
        language_tag=language_tag,
    )


def all_forms(settings: Settings, vocabularies: Vocabularies) -> tuple[Form, ...]:
    """Return every form of a community."""
    skills = _skills(settings, vocabularies)
    return (
        request(settings, skills),
        question(settings, skills),
        interview(settings, skills),
        application(settings, skills),
        self_test(settings),
    )


def request(settings: Settings, skills: Field) -> Form:
    """Ask for regular help, from one mentor or from whoever fits."""
    days, limits = settings.requests.days, settings.requests.limits
    kind = Field(
        "kind", DROPDOWN, "Kind of request", "What are you looking for? Quick questions and informational interviews have forms of their own.",
        choices=(MENTORSHIP, GROUP), default=0, required=True,
        former_choices=(
            Choice("quick-question", "Quick question", "one answer and no more"),
            Choice("interview", "Informational interview", "one talk about somebody's work or career"),
        ),
    )  # fmt: skip
    goals = Field(
        "goals", TEXTAREA, "Your goals", required=True,
        about=f"What do you want to reach, and what have you tried? Why this mentor, and what do you two have in common? What can you offer in return: notes, feedback, a hand with their project? How often would you like to talk? {_FEW}",
        placeholder="I have learned the basics on my own, and want to finish a first project by spring. I ask you because you have gone the same way.",
    )  # fmt: skip
    relationship = Field(
        "relationship",
        DROPDOWN,
        "Relationship",
        "What should it be like? Leave it open if anything suits you.",
        choices=RELATIONSHIPS,
    )
    return Form(
        "request.yml", "mentorship", "Ask a mentor", "Ask one mentor for regular help, or leave the mentor open and see who fits.",
        "A request for a mentor", "request",
        _intro(
            settings, "You and your mentor agree later where you talk.",
            f"The mentor is told at once and answers in this thread. If there is no answer in {_counted(days.expiry, 'day')}, the request ends and you are given the names of others who have room. "
            f"You can have {_counted(limits.open_for_each_mentee, 'open request')} at a time.",
        ),
        (_MENTOR, skills, kind, _FORMAT, _COMMITMENT, relationship, _LANGUAGES, _TIMEZONE, _ADULT, goals),
    )  # fmt: skip


def question(settings: Settings, skills: Field) -> Form:
    """Ask for one answer and no more."""
    goals = Field(
        "goals", TEXTAREA, "Your question", required=True,
        about=f"What would you like to know, what have you found out so far, and why do you ask this mentor? One question that can be answered in writing. {_FEW}",
        placeholder="How did you decide which of the two courses to take first? I have read both outlines, and both seem to build on the other.",
    )  # fmt: skip
    return Form(
        "question.yml", "quick-question", "Ask a quick question", "One question, one answer, no further obligation on either side.",
        "A quick question", "request",
        _intro(settings, "The answer is public too, and helps others with the same question."),
        (_MENTOR, skills, _LANGUAGES, _ADULT, goals),
    )  # fmt: skip


def interview(settings: Settings, skills: Field) -> Form:
    """Ask for one talk about somebody's work or career."""
    goals = Field(
        "goals", TEXTAREA, "What you would like to hear about", required=True,
        about=f"Which work or career would you like to hear about, and why from this person? What would you ask? What can you offer in return, such as notes that others can read? {_FEW}",
        placeholder="I think about changing into your field after ten years in another one. I would ask what your weeks are like, and what you would learn first today.",
    )  # fmt: skip
    return Form(
        "interview.yml", "interview", "Ask for an informational interview", "One talk about somebody's work or career, usually half an hour.",
        "An informational interview", "request",
        _intro(settings, "You agree later where you talk."),
        (_MENTOR, skills, _FORMAT, _LANGUAGES, _TIMEZONE, _ADULT, goals),
    )  # fmt: skip


def application(settings: Settings, skills: Field) -> Form:
    """Apply for a place in a program."""
    mentor = Field(
        "mentor",
        INPUT,
        "Mentor",
        "The GitHub name of a mentor of this program you would like to be with, if there is one. You can leave it empty.",
        "ada-l",
    )
    program = Field(
        "program", INPUT, "Program", "The program's short name, as its page shows it.", "spring-2027", required=True
    )
    goals = Field(
        "goals", TEXTAREA, "Your goals", required=True,
        about=f"What do you want to reach, what have you tried, and why this program? What can you bring to the others in it? {_FEW}",
        placeholder="I have learned the basics on my own, and want to finish a first project together with others.",
    )  # fmt: skip
    return Form(
        "apply.yml", "application", "Apply to a program", "Apply for a place in one of the programs that are open.",
        "An application to a program", "application",
        _intro(settings, "The coordinators answer in this thread."),
        (mentor, skills, _FORMAT, _COMMITMENT, _LANGUAGES, _TIMEZONE, program, _ADULT, goals),
    )  # fmt: skip


def self_test(settings: Settings) -> Form:
    """Find out, as a new mentor, whether the bot's mentions arrive."""
    mention = Field("mention", CHECKBOXES, "What will happen", choices=(MAY_MENTION,), required=True)
    return Form(
        "self-test.yml", "self-test", "Test whether messages reach me", "For mentors: see whether you are told when somebody asks you.",
        "Do messages reach me?", "self-test",
        "**This issue is public.** The bot soon answers with what to do, and mentions you in a comment a day or two later, as it does when somebody asks you to mentor them. "
        "If GitHub tells you about it, by mail or in your notifications, messages reach you. If not, look at https://github.com/settings/notifications and try again.",
        (mention,),
    )  # fmt: skip


def _intro(settings: Settings, where: str, then: str = "") -> str:
    conduct = f"Is it about how somebody behaves? Then please [tell the coordinators in private](<{settings.private_contact}>) instead."
    return "\n\n".join(filter(None, (f"{_PUBLIC} {where}", then, conduct)))


def _skills(settings: Settings, vocabularies: Vocabularies) -> Field:
    listed = f" All skills are listed at {settings.site_url}skills/." if settings.site_url else ""
    return Field(
        "skills", INPUT, "Skills and topics", required=True, placeholder=_example(vocabularies),
        about=f"What you want help with, in a few words with commas between them. Put an exclamation mark after what matters most.{listed}",
    )  # fmt: skip


def _example(vocabularies: Vocabularies) -> str:
    """Give an example in the community's own words: two skills and a topic."""
    first, *others = _some(vocabularies.skills, "python", "testing")[:2] or ["gardening"]
    return ", ".join([f"{first}!", *others, *_some(vocabularies.topics, "code-review")[:1]])


def _some(vocabulary: Vocabulary, *wanted: str) -> list[str]:
    """Return the names of well-known terms where the community has them, and of its first terms otherwise."""
    ids = [*(id for id in wanted if id in vocabulary.terms), *vocabulary.terms]
    return [" ".join(vocabulary.label(id).split()) for id in dict.fromkeys(ids)]


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
