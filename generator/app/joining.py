"""Bring the issue of a profile up to date, and open the pull request that a coordinator asked for."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from generator.adapters.filesystem import list_directory, read_file
from generator.adapters.secrets import memory_secret
from generator.app.check import check_instead, context_of
from generator.app.load import load_readable
from generator.app.settle import Run, do_action
from generator.forge.port import Forge, ForgeError
from generator.model.directory import Directory
from generator.model.problem import Problem
from generator.model.request import Person
from generator.profiles.ownership import readable_fields
from generator.profiles.source import SourceFile, kind_of
from generator.requests.forms.community_forms import forms_of
from generator.requests.joining.draft import ProfileDraft, answered_fields, draft_of
from generator.requests.joining.memory import profile_memory_of
from generator.requests.joining.plan import ProfileState, Proposed, after_proposing, judge, profile_actions
from generator.requests.joining.profile_form import LABEL, is_profile_form, profile_form
from generator.requests.joining.words import branch_of, pull_request_text, pull_request_title
from generator.requests.lifecycle.actions import Action
from generator.requests.lifecycle.bot_memory import status_comments
from generator.requests.lifecycle.context import RequestContext
from generator.requests.lifecycle.memory_seal import MemorySeal
from generator.requests.lifecycle.thread import Thread, thread_of
from generator.text.catalogue import _
from generator.text.languages import language_tag

STATUS = "Profiles"
"""What a check of ours is called on a commit; the job in `check.yml` has the same name, so that either can be required."""
_MOST_ROUNDS = 3


class Joining:
    """The profiles' issues of one directory, at one time."""

    def __init__(self, root: Path, directory: Directory, now: datetime) -> None:
        """Read nothing yet."""
        self._root, self._directory, self._now = root, directory, now
        self.form = profile_form(directory.settings, directory.vocabularies)
        seal = MemorySeal(memory_secret(), directory.settings.requests.memory_signed_since)
        self._context = RequestContext(directory, {}, forms_of(directory, language_tag), now, seal=seal)

    def is_ours(self, thread: Thread) -> bool:
        """Whether a thread is about a profile: it began as one, or is one and began as nothing else."""
        if thread.number == self._directory.settings.requests.availability_desk:
            return False
        if thread.by_bot or profile_memory_of(thread, self._context.seal) is not None:
            return not thread.by_bot
        begins = LABEL in thread.labels or is_profile_form(thread.body, self.form)
        return begins and not status_comments(thread, self._context.seal)

    def may_be_ours(self, issue: dict[str, Any]) -> bool:
        """Whether an issue's comments are worth reading: it has the form's headings, or its label."""
        labels, body = issue.get("labels"), issue.get("body")
        names = (
            (one.get("name") if isinstance(one, dict) else one for one in labels) if isinstance(labels, list) else ()
        )
        return LABEL in names or (isinstance(body, str) and is_profile_form(body, self.form))

    def settle(self, forge: Forge, thread: Thread, run: Run, dry_run: bool) -> tuple[Thread, ProfileState]:
        """Let a thread show how far its profile is; `run.propose` says that a pull request is due."""
        state = judge(thread, self._draft(thread), self._context)
        for _round in range(_MOST_ROUNDS):
            actions = self._actions(state, thread)
            if not actions:
                break
            for action in actions:
                if dry_run:
                    run.actions.append(action)
                else:
                    thread = do_action(forge, thread, action, self._now, run)
            if dry_run:
                break
            state = judge(thread, state.draft, self._context)
        if state.due:
            run.propose.append(thread.number)
        return thread, state

    def propose(self, forge: Forge, thread: Thread, state: ProfileState, run: Run) -> None:
        """Put the file on a branch, open its pull request, say on it what the check found, and tell the person."""
        proposed = self._proposed(forge, thread, state.draft, run)
        state, comment = after_proposing(state, proposed, thread, self._context)
        # The comment first: what is remembered as said must have been said.
        for action in (comment, *self._actions(state, thread)):
            if action is not None:
                thread = do_action(forge, thread, action, self._now, run)

    def _actions(self, state: ProfileState, thread: Thread) -> tuple[Action, ...]:
        return profile_actions(state, thread, self.form, self._context, self._directory.vocabularies)

    def _proposed(self, forge: Forge, thread: Thread, draft: ProfileDraft, run: Run) -> Proposed:
        settings, author = self._directory.settings, thread.author
        branch, title = branch_of(draft, thread.number), pull_request_title(draft)
        text = pull_request_text(draft, thread.number, author.login, author.id, self._directory.vocabularies)
        base = settings.branch
        number = 0
        for action in (
            Action("propose-file", thread.number, path=draft.path, body=draft.text, by=(author.login, str(author.id)), branch=branch, base=base, title=title),
            Action("status", thread.number, branch=branch, title=STATUS, reason="success", body=_("The profile has no errors.")),
            Action("pull-request", thread.number, body=text, branch=branch, base=base, title=title),
        ):  # fmt: skip
            outcome = forge.perform(action)
            if not outcome.done and action.action != "status":
                run.refusals.append(
                    _("issue {number}: the forge didn't allow '{action}': {reason}", number=thread.number, action=action.action, reason=outcome.reason)
                )  # fmt: skip
                return Proposed(missing=outcome.missing, reason=outcome.reason, branch=branch)
            if outcome.done:
                run.actions.append(action)
            number = outcome.number or number
        return Proposed(number, branch=branch)

    def _draft(self, thread: Thread) -> ProfileDraft:
        path, before, refused = self._file_of(thread.author)
        fields, wrong = answered_fields(thread.body, self.form)
        if not is_profile_form(thread.body, self.form):
            wrong = (
                _(
                    "The headings of the form are missing from your text above, so I can't read it any more. Please bring them back."
                ),
            )
        draft = draft_of(fields, path, thread.author.login, before, context_of(self._root, self._now.date()))
        if refused:
            return replace(draft, refused=refused, before=None)
        found = check_instead(self._root, SourceFile(path, draft.text.encode()), self._now.date())
        own = tuple(Problem("", 1, 1, 1, "error", "form", one, "") for one in wrong)
        return replace(draft, problems=(*own, *found))

    def _file_of(self, author: Person) -> tuple[str, SourceFile | None, str]:
        """Return where a person's profile is or would be, the file if there is one, and why it can't be theirs."""
        ids = self._directory.settings.github_ids
        taken = _(
            "The GitHub name {name} belonged to another account when this directory noted it down. Please ask a coordinator.",
            name=f"`{author.login}`",
        )
        if ids.get(author.handle, author.id) != author.id:
            return f"mentors/{author.handle}.yml", None, taken
        for mentor in self._directory.mentors.values():
            login = (mentor.github or "").lower()
            if login and (login == author.handle or ids.get(login) == author.id):
                path = self._directory.path_of(mentor)
                return path, read_file(self._root, path), ""
        for path in list_directory(self._root):
            if kind_of(path) == "mentor" and SourceFile(path).stem.lower() == author.handle:
                file = read_file(self._root, path)
                owner = str(readable_fields(file.content).get("github") or "").lower()
                other = _(
                    "There is a profile {path} already, and it isn't linked to your account. A coordinator can help.",
                    path=f"`{path}`",
                )
                return path, file, "" if owner == author.handle else other
        return f"mentors/{author.handle}.yml", None, ""


def propose(forge: Forge, root: Path, number: int, now: datetime) -> Run:
    """Open the pull request of one issue's profile, where a coordinator has asked for it; everything is read and checked again."""
    directory, left_out = load_readable(root, now)
    run = Run(left_out=left_out)
    stored = forge.thread(number)
    joining = Joining(root, directory, now)
    if stored is None or not joining.is_ours(thread_of(stored)):
        return run
    try:
        thread, state = joining.settle(forge, thread_of(stored), run, dry_run=False)
        if state.due:
            run.propose.clear()
            joining.propose(forge, thread, state, run)
    except ForgeError as error:
        run.errors.append(_("issue {number}: {reason}", number=number, reason=error))
    return run
