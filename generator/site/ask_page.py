"""The one page on which people ask a mentor: three answers, what becomes public, and what happens next.

Whom it is about is after the `#` of its address, so there is one page and not one for each mentor. Without
JavaScript it leads to GitHub's own forms.
"""

import json
from collections.abc import Iterator
from math import ceil
from typing import NamedTuple

from markupsafe import Markup

from generator.site.asking import FORM
from generator.site.build_stamp import built_line
from generator.site.meta_tags import UNSAFE_IN_SCRIPT, page_head
from generator.site.page import Page
from generator.site.site_context import SiteContext
from generator.site.templating import mark_safe, template
from generator.text.catalogue import _
from generator.text.counting import days as counted_days
from generator.text.github_addresses import SIGN_UP, issue_form, profile_of

PATH = "ask/"
_ask = template("ask.html")
_OFFERED = ("skills", "topics")


class _Way(NamedTuple):
    """One way to ask; `name` is what its kind of request is called in the code, `form` the address of its form."""

    name: str
    form: str
    title: str
    about: str
    question: str
    hint: str


class _Coordinator(NamedTuple):
    login: str
    url: str


def ask_page(site: SiteContext) -> Page:
    """Make the page; search engines need not know it, because it says nothing of its own."""
    settings = site.directory.settings
    title = _("Ask a mentor")
    body = _ask(
        title=title,
        ways=list(_ways(settings.repository)),
        days=settings.requests.days,
        usual_wait=_usual_wait(site),
        elsewhere=settings.ask_without_github,
        coordinators=[_Coordinator(login, profile_of(login)) for login in settings.coordinators],
        sign_up=SIGN_UP,
        labels=_labels(site),
        roadmaps=sorted(site.directory.roadmaps.values(), key=lambda one: one.title.casefold()),
        built=built_line(site.built),
    )
    description = _("Ask a mentor for help: three short answers, then a form on GitHub with everything filled in.")
    return Page(PATH, title, description, body, page_head(site, PATH, title, description, False), False, bare=True)


def _usual_wait(site: SiteContext) -> str:
    """Say how soon first answers came in the last year, and how many requests got none; nothing where too few are known."""
    pulse = site.activity.pulse if site.activity else None
    if pulse is None or pulse.usual_wait is None:
        return ""
    half = _(
        "In the last year, half of all first answers came within {days}.",
        days=counted_days(max(1, ceil(pulse.usual_wait))),
    )
    none = _(
        "{count} of {known} requests got no answer.", count=pulse.unanswered, known=pulse.answered + pulse.unanswered
    )
    return f"{half} {none}" if pulse.unanswered else half


def _ways(repository: str) -> Iterator[_Way]:
    yield _Way(
        "mentorship",
        issue_form(repository, FORM),
        _("Mentoring"),
        _("Regular help over weeks or months. You try it first."),
        _("Why, in one sentence?"),
        _("What you’d like to reach, and what you’ve tried. Unfinished is fine."),
    )
    yield _Way(
        "quick-question",
        issue_form(repository, "question.yml"),
        _("A quick question"),
        _("One question and one answer, in writing."),
        _("What’s your question?"),
        _("One question that can be answered in writing, and what you’ve found out so far."),
    )
    yield _Way(
        "interview",
        issue_form(repository, "interview.yml"),
        _("A talk about a path"),
        _("Half an hour about someone’s work or career."),
        _("What would you like to hear about?"),
        _("Which work or career, and why from this person."),
    )


def _labels(site: SiteContext) -> Markup:
    """Write what skills and topics are called, as JSON that cannot end the script it is in."""
    labels = {
        kind: {term.id: term.label for term in site.directory.vocabularies.of_kind(kind).terms.values()}
        for kind in _OFFERED
    }
    return mark_safe(json.dumps(labels, ensure_ascii=False, separators=(",", ":")).translate(UNSAFE_IN_SCRIPT))
