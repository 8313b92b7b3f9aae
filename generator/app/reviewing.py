"""Bring the issue of a review up to date: read the mentorship it is about, and nothing else."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from generator.adapters.secrets import memory_secret
from generator.app.settle import Run, do_action
from generator.forge.port import BrokenThread, Forge
from generator.model.activity import Activity
from generator.model.directory import Directory
from generator.model.pulse import Satisfaction
from generator.requests.forms.form import Forms
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.memory_seal import MemorySeal
from generator.requests.lifecycle.request_index import RequestIndex
from generator.requests.lifecycle.state import RequestState
from generator.requests.lifecycle.thread import Thread, ThreadError, thread_of
from generator.requests.reviews.form import LABEL, is_review_form, read_review
from generator.requests.reviews.judge import ReviewState, judge_review
from generator.requests.reviews.memory import review_memory_of
from generator.requests.reviews.plan import is_review, review_actions, reviews_of
from generator.requests.stats.pulse import WINDOW
from generator.text.languages import language

_MOST_ROUNDS = 3


class Reviewing:
    """The reviews' issues of one directory, at one time."""

    def __init__(self, directory: Directory, forms: Forms, now: datetime) -> None:
        """Read nothing yet."""
        self._directory, self._now = directory, now
        self._seal = MemorySeal(memory_secret(), directory.settings.requests.memory_signed_since)
        self._forms = forms
        self._context = RequestContext(directory, {}, self._forms, now, seal=self._seal)

    def is_ours(self, thread: Thread) -> bool:
        """Whether a thread is a review."""
        return is_review(thread, self._context)

    def may_be_ours(self, issue: dict[str, Any]) -> bool:
        """Whether an issue's comments are worth reading: it has the form's headings, or its label."""
        labels, body = issue.get("labels"), issue.get("body")
        names = (
            (one.get("name") if isinstance(one, dict) else one for one in labels) if isinstance(labels, list) else ()
        )
        return LABEL in names or (isinstance(body, str) and is_review_form(body))

    def settle(self, forge: Forge, thread: Thread, run: Run, dry_run: bool) -> None:
        """Let a thread show how far its review is."""
        request = self._request(forge, thread)
        first = review_memory_of(thread, self._seal).first or not self._has_earlier(forge, thread, request)
        for _round in range(_MOST_ROUNDS):
            actions = review_actions(self._judge(thread, request, first), thread, self._context)
            for action in actions:
                if dry_run:
                    run.actions.append(action)
                else:
                    thread = do_action(forge, thread, action, self._now, run)
            if dry_run or not [one for one in actions if one.action != "dispatch"]:
                return

    def _judge(self, thread: Thread, request: RequestState | None, first: bool) -> ReviewState:
        return judge_review(thread, request, self._context, first)

    def _request(self, forge: Forge, thread: Thread) -> RequestState | None:
        """Read the mentorship that a review names, as it is now."""
        number = self._named(thread)
        stored = forge.thread(number) if number else None
        if stored is None:
            return None
        index = RequestIndex(self._directory, self._forms, self._now, language, self._seal)
        try:
            index.load([thread_of(stored)])
        except ThreadError:
            return None
        return index.request(number)

    def _named(self, thread: Thread) -> int:
        written = read_review(thread.body, self._directory.vocabularies)
        return written.request if written else 0

    def _has_earlier(self, forge: Forge, thread: Thread, request: RequestState | None) -> bool:
        """Whether the same person reviewed the same mentorship in an earlier issue; looked up once for each review."""
        if request is None or request.mentee.id != thread.author.id:
            return False
        for stored in forge.threads_by(thread.author.login, request.opened):
            if isinstance(stored, BrokenThread):
                continue
            try:
                other = thread_of(stored)
            except ThreadError:
                continue
            if other.number < thread.number and self._named(other) == request.number and self.is_ours(other):
                return True
        return False


def with_reviews(activity: Activity, threads: list[Thread], index: RequestIndex) -> Activity:
    """Add what mentees wrote after completed mentorships: reviews that both agreed to show, and totals of the last year."""
    read = reviews_of(threads, index.request, index.context(0))
    since = (activity.built - WINDOW).date()
    lately = [one.written for one in read.valid if one.request and one.request.since.date() >= since]
    told = [one.recommend for one in lately if one.recommend]
    stars = [one.stars for one in lately if one.stars]
    satisfaction = Satisfaction(
        reviews=len(lately),
        told=len(told),
        recommended=told.count("yes"),
        starred=len(stars),
        satisfied=sum(one >= 4 for one in stars),
    )
    pulse = activity.pulse and replace(activity.pulse, satisfaction=satisfaction)
    return replace(activity, reviews=read.shown, pulse=pulse)
