"""The form with which a mentee says what a completed mentorship was like, and what it says once it is filled in."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.directory import Settings
from generator.model.review import MOST_STARS
from generator.model.vocabulary import Vocabularies
from generator.requests.forms.form import DROPDOWN, INPUT, TEXTAREA, Choice, Field, Form
from generator.requests.forms.headings import answers_of, form_with, headings_of, lines_of
from generator.requests.forms.values import chosen, wishes
from generator.requests.forms.visible import plain_answer
from generator.text.catalogue import _, ngettext

FILE, LABEL = "review.yml", "review"
NAMED, UNNAMED, COUNTED = "named", "unnamed", "counted"
"""What may be shown: the review with the mentee's name, without it, or nothing but the totals it counts in."""


@dataclass(frozen=True, slots=True)
class WrittenReview:
    """What a form says. `request` is the number of the mentorship, or 0; `show` is empty where nothing was chosen."""

    request: int = 0
    helped: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    recommend: str = ""
    stars: int = 0
    thanks: str = ""
    show: str = ""
    words: str = ""

    @property
    def says_something(self) -> bool:
        """Whether anything was answered besides what is needed."""
        return bool(self.helped or self.recommend or self.stars or self.thanks or self.words)


def is_review_form(body: str) -> bool:
    """Whether an issue's text has the headings of this form."""
    return "### " in body and form_with(headings_of(lines_of(body)), (_form(""),)) is not None


def read_review(body: str, vocabularies: Vocabularies) -> WrittenReview | None:
    """Read an issue as this form; None for any other one."""
    if not is_review_form(body):
        return None
    form = _form("")
    answers, _forged = answers_of(body, form)
    plain = {field.id: plain_answer(answers.get(field.id, ""), field) for field in form.fields}
    helped = wishes(plain["helped"], vocabularies)
    return WrittenReview(
        request=_number(plain["request"]),
        helped=(*(want.skill for want in helped.skills), *helped.topics),
        unknown=helped.unknown,
        recommend=_one(plain, form, "recommend"),
        stars=int(_one(plain, form, "stars") or 0),
        thanks=" ".join(plain["thanks"].split()),
        show=_one(plain, form, "show"),
        words=plain["words"].strip(),
    )


def _number(text: str) -> int:
    """Return the number of an issue from "128", "#128" or its address."""
    last = text.strip().rstrip("/").rpartition("/")[2].removeprefix("#")
    return int(last) if last.isascii() and last.isdecimal() and len(last) < 10 else 0


def _one(plain: Mapping[str, str], form: Form, name: str) -> str:
    field = next(one for one in form.fields if one.id == name)
    return next(iter(chosen(plain[name], field) or ()), "")


def review_form(settings: Settings) -> Form:
    """Return the form; everything but the number and what may be shown can be left open."""
    intro = [
        _(
            "Tell others what your mentorship was like. A few words are enough, and you can leave out any question. "
            "Only the mentee of a completed mentorship can review it, once. You can edit it later."
        ),
        _(
            "**This issue is public on GitHub.** The site shows it only when you and your mentor both agree. "
            "Don't write about anyone else, and no contact details."
        ),
        _(
            "Something for the coordinators only? [Write to them privately](<{address}>).",
            address=settings.private_contact,
        ),
    ]
    return _form("\n\n".join(intro))


def _form(intro: str) -> Form:
    return Form(
        FILE,
        "review",
        _("Review a mentorship"),
        _("For mentees: say what helped, after your mentorship was completed."),
        _("How my mentorship was"),
        LABEL,
        intro,
        (
            Field("request", INPUT, _("Number of your mentorship"), _("The number in its title, as in #128. If you came by the link in your thread, it's filled in."), "128", required=True, former=("Number of your mentorship",)),
            Field("helped", INPUT, _("Helped me with"), _("Skills and topics, with commas between. They appear as recommendations on your mentor's page."), _("Python, code review"), former=("Helped me with",)),
            Field("recommend", DROPDOWN, _("Would you recommend this mentor?"), _("To someone who is where you were."), choices=_recommend(), former=("Would you recommend this mentor?",)),
            Field("stars", DROPDOWN, _("How satisfied are you?"), _("Optional. Shown only as an average, from three reviews on."), choices=_stars(), former=("How satisfied are you?",)),
            Field("thanks", INPUT, _("Your thank-you"), _("One sentence to your mentor. It also appears on the page of thanks."), former=("Your thank-you",)),
            Field("show", DROPDOWN, _("May the site show this?"), _("It's shown only if your mentor agrees too. You can change your answer at any time."), choices=_show(), required=True, former=("May the site show this?",)),
            Field("words", TEXTAREA, _("What worked well?"), _("What did you do together, and what changed for you? At most 1,500 letters."), former=("What worked well?",)),
        ),
    )  # fmt: skip


def _recommend() -> tuple[Choice, ...]:
    return (Choice("yes", _("Yes")), Choice("partly", _("Yes, for some people")), Choice("no", _("No")))


def _stars() -> tuple[Choice, ...]:
    about = (_("very satisfied"), _("satisfied"), _("neither"), _("not really"), _("not at all"))
    return tuple(
        Choice(str(count), ngettext("{count} star", "{count} stars", count), words)
        for count, words in zip(range(MOST_STARS, 0, -1), about, strict=True)
    )


def _show() -> tuple[Choice, ...]:
    return (
        Choice(NAMED, _("Yes, with my GitHub name")),
        Choice(UNNAMED, _("Yes, without my name")),
        Choice(COUNTED, _("No, only count it in the community's totals")),
    )
