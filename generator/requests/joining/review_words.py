"""The comment on a pull request: every problem in words, the card of each profile, and what comes next."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from generator.model.directory import Settings
from generator.model.mentor import Mentor
from generator.model.problem import Problem
from generator.model.vocabulary import Vocabularies
from generator.profiles.report import as_summary
from generator.requests.joining.card import markdown_card
from generator.requests.lifecycle.thread import Comment, Thread
from generator.requests.replies.notices.notice import paragraphs
from generator.text.catalogue import _
from generator.text.github_addresses import issue_form

SELF_TEST = "self-test.yml"
WELCOME_MARK = "<!-- lodestar:welcome -->"
REVIEW_MARK = "<!-- lodestar:review -->"
_MOST_PROBLEMS = 30
_MOST_CARDS = 3
_LONGEST = 60_000


def review_comment(thread: Thread) -> Comment | None:
    """Return the bot's comment on a pull request, or None before there is one."""
    return next((one for one in thread.comments if one.ours and one.body.startswith(REVIEW_MARK)), None)


def review_text(
    problems: Sequence[Problem],
    checked: int,
    cards: Iterable[Mapping[str, Any]],
    vocabularies: Vocabularies,
    merges: bool,
    suggested: bool,
    meanwhile: str = "",
) -> str:
    """Return what the comment says about a change as it is now."""
    failed = any(one.severity == "error" for one in problems)
    then = "" if failed else paragraphs((_merged(merges), meanwhile))
    more = _("Some lines have a suggestion under *Files changed*. Press **Commit suggestion** to take it.")
    parts = (
        f"{REVIEW_MARK}\n{as_summary(problems[:_MOST_PROBLEMS], checked).rstrip()}",
        more if suggested else "",
        *(markdown_card(fields, vocabularies) for fields in [*cards][:_MOST_CARDS]),
        then,
    )
    text = paragraphs(parts)
    return text if len(text) <= _LONGEST else paragraphs((parts[0][:_LONGEST], then))


def welcome_text(mentor: Mentor, settings: Settings, mention: bool) -> str:
    """Return what a new mentor reads once their profile is merged: where it is, and what happens next."""
    page = f"{settings.site_url}mentors/{quote(mentor.handle)}/" if settings.site_url else ""
    live = (
        _("In a few minutes [your page]({page}) is live. What happens next:", page=page)
        if page
        else _("In a few minutes your page is live. What happens next:")
    )
    return paragraphs(
        (
            f"{WELCOME_MARK}\n{_('**Welcome, and thank you!**')}" + (f" @{mentor.github}" if mention else ""),
            live,
            "\n".join((_how_asked(mentor), _("- Away, or too much? Say so in a request, and new ones stop."))),
        )
    )


def _how_asked(mentor: Mentor) -> str:
    if mentor.contact.mode == "link":
        return _("- People ask you on the page that you gave.")
    if mentor.contact.mode == "private":
        return _("- People ask you in the private repository. Ask a coordinator to invite you, and watch it on GitHub.")
    return _("- People ask you in an issue that mentions you. GitHub sends you an e-mail: just reply to it.")


def meanwhile_text(settings: Settings) -> str:
    """Return what a new mentor can do before the merge."""
    form = issue_form(settings.repository, SELF_TEST)
    return _(
        "**Thank you!** While you wait, [test whether our e-mails reach you]({form}). It takes a minute.", form=form
    )


def suggestion_text(lines: str) -> str:
    """Return a comment on lines that offers other ones; a fence as long as needed keeps the text inside."""
    fence = "```"
    while fence in lines:
        fence += "`"
    return f"{_('This is how the directory writes it.')}\n\n{fence}suggestion\n{lines}\n{fence}"


def _merged(merges: bool) -> str:
    if merges:
        return _(
            "You change nothing but your own profile, so I merge this now. Your page shows it a few minutes later."
        )
    return _("A maintainer reads this next and merges it. The site shows it a few minutes later.")
