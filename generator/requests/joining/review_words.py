"""The comment on a pull request: every problem in words, the card of each profile, and what comes next."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.model.directory import Settings
from generator.model.problem import Problem
from generator.model.vocabulary import Vocabularies
from generator.profiles.report import as_summary
from generator.requests.joining.card import markdown_card
from generator.requests.lifecycle.thread import Comment, Thread
from generator.requests.replies.notices.notice import paragraphs
from generator.text.catalogue import _
from generator.text.github_addresses import issue_form

SELF_TEST = "self-test.yml"
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
    welcome: str = "",
) -> str:
    """Return what the comment says about a change as it is now."""
    failed = any(one.severity == "error" for one in problems)
    then = "" if failed else paragraphs((_merged(merges), welcome))
    more = _("Some lines have a suggestion under *Files changed*. Press **Commit suggestion** to take it.")
    parts = (
        f"{REVIEW_MARK}\n{as_summary(problems[:_MOST_PROBLEMS], checked).rstrip()}",
        more if suggested else "",
        *(markdown_card(fields, vocabularies) for fields in [*cards][:_MOST_CARDS]),
        then,
    )
    text = paragraphs(parts)
    return text if len(text) <= _LONGEST else paragraphs((parts[0][:_LONGEST], then))


def welcome_text(settings: Settings) -> str:
    """Return what a new mentor reads: what happens after the merge, and what they can try now."""
    form = issue_form(settings.repository, SELF_TEST)
    lines = (
        _("**Welcome, and thank you!** What happens next:"),
        "\n".join(
            (
                _("- People ask you in an issue that mentions you. GitHub sends you an e-mail: just reply to it."),
                _("- [Test now whether such an e-mail reaches you]({form}). It takes a minute.", form=form),
                _("- Away, or too much? Say so in a request, and new ones stop."),
            )
        ),
    )
    return paragraphs(lines)


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
