"""What the bot says about a profile: in its issue, in the pull request that it opens, and where it may not."""

import re
from collections.abc import Iterable
from urllib.parse import quote

from generator.model.directory import Settings
from generator.model.problem import Problem
from generator.model.vocabulary import Vocabularies
from generator.requests.forms.form import Form
from generator.requests.joining.card import markdown_card
from generator.requests.joining.draft import ProfileDraft
from generator.requests.joining.memory import ProfileMemory
from generator.requests.replies.notices.notice import folded, paragraphs
from generator.text import labels
from generator.text.catalogue import _, ngettext
from generator.text.github_addresses import thread_of
from generator.text.markdown_escape import code, plain

_LONGEST_FILE = 24_000
_MOST_PROBLEMS = 25
_UNKNOWN_TERMS = frozenset({"unknown-skill", "unknown-topic", "unknown-domain", "unknown-career-path"})
_FIELD = re.compile(r"([A-Za-z_]\w*):")


def branch_of(draft: ProfileDraft, number: int) -> str:
    """Name the branch for the file that an issue stands for."""
    stem = draft.path.rpartition("/")[2].rpartition(".")[0].lower()
    return f"profile/{re.sub(r'[^a-z0-9-]', '-', stem)}-{number}"


def status_text(
    draft: ProfileDraft, memory: ProfileMemory, waits: bool, form: Form, settings: Settings, vocabularies: Vocabularies
) -> str:
    """Return the comment that shows the profile and what comes next. `waits` says that a coordinator publishes it."""
    head, then = _standing(draft, memory, waits, settings)
    return paragraphs(
        (
            f"**{head}**",
            then,
            problem_list(draft.problems, draft.text, form),
            markdown_card(draft.fields, vocabularies),
            file_text(draft.text, draft.path),
        )
    )


def _standing(draft: ProfileDraft, memory: ProfileMemory, waits: bool, settings: Settings) -> tuple[str, str]:
    errors = sum(one.severity == "error" for one in draft.problems)
    edit = _("Choose the three dots above your text, then **Edit**. I look again each time you save.")
    if draft.refused:
        return _("This profile can't be published from here"), draft.refused
    if errors:
        unknown = any(one.severity == "error" and one.code in _UNKNOWN_TERMS for one in draft.problems)
        missing = _("Is a term missing from our lists? Say so in a comment, and a coordinator can add it.")
        todo = f"{edit} {missing}" if unknown else edit
        return ngettext("{count} thing to fix", "{count} things to fix", errors), todo
    if draft.changes_nothing:
        return _("Your profile says all of this already"), edit
    if memory.proposed == draft.fingerprint:
        place = f"[#{memory.number}](<{thread_of(settings, memory.number)}>)"
        return _("Your profile is in pull request {place}", place=place), _(
            "A maintainer merges it there. Your page is live a few minutes later. If you edit your text now, I show the new version here."
        )
    if memory.held:
        return _("A coordinator looks at your profile first"), _(
            "Please read what they wrote here. When it's settled, a coordinator comments `/publish`."
        )
    if waits:
        return _("Your profile is ready"), _(
            "A coordinator reads it next. To publish it, a coordinator comments `/publish`. You don't have to do anything."
        )
    return _("Your profile is ready"), _("I open a pull request with it now.")


def problem_list(problems: Iterable[Problem], text: str, form: Form | None = None) -> str:
    """Return the problems of a file as a list, each beside the field it is about, in the form's words where there is one."""
    found = [*problems]
    shown = [_problem_line(one, text, form) for one in found[:_MOST_PROBLEMS]]
    rest = len(found) - len(shown)
    if rest > 0:
        shown.append("- " + ngettext("and {count} more", "and {count} more", rest))
    return "\n".join(shown)


def _problem_line(problem: Problem, text: str, form: Form | None) -> str:
    message, help = plain(problem.message), plain(problem.help)
    field = _field_at(text, problem.line) if problem.path else ""
    where = ""
    if problem.path:
        known = {one.id: one.label for one in form.fields} if form else {}
        title = known.get(field) or _title(field)
        where = f"**{plain(title)}:** " if title else ""
    else:
        # Sentences about the form itself are ours, and name its fields in bold.
        message, help = problem.message, problem.help
    if problem.severity != "error":
        message = _("Suggestion: {message}", message=message)
    return f"- {where}{message}" + (f"  \n  {help}" if help else "")


def _title(field: str) -> str:
    try:
        return labels.field_title(field)
    except KeyError:
        return field


def _field_at(text: str, line: int) -> str:
    """Name the field that a line of a file belongs to."""
    for written in reversed(text.split("\n")[:line]):
        found = _FIELD.match(written)
        if found:
            return found[1]
    return ""


def file_text(text: str, path: str) -> str:
    """Return the file, folded away, exactly as it will be."""
    if not text:
        return ""
    title = _("The file {path}", path=f"<code>{quote(path)}</code>")
    if len(text) > _LONGEST_FILE:
        return folded(_("It is too long to show here."), title)
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
    return folded(f"{fence}yaml\n{text.rstrip()}\n{fence}", title)


def pull_request_title(draft: ProfileDraft) -> str:
    """Name the pull request, and the commit."""
    return f"Change {draft.path}" if draft.before is not None else f"Add {draft.path}"


def pull_request_text(draft: ProfileDraft, number: int, login: str, id: int, vocabularies: Vocabularies) -> str:
    """Say whose file this is and how that is known; GitHub closes the issue when it is merged."""
    return paragraphs(
        (
            _("{login} asked for this in #{number}, under the account with the number {id}. So the file is theirs.", login=code(login), number=number, id=id),
            markdown_card(draft.fields, vocabularies),
            _("I checked this file myself, because a pull request of mine starts no other workflow. Please read it, then merge it."),
            f"Closes #{number}",
        )
    )  # fmt: skip


def published_text(number: int, draft: ProfileDraft, settings: Settings) -> str:
    """Say what happens next, to the person and to the maintainers."""
    handle = draft.path.rpartition("/")[2].rpartition(".")[0].lower()
    page = f"{settings.site_url}mentors/{quote(handle)}/" if settings.site_url else ""
    opened = _("Your profile is on its way: I opened pull request #{number}.", number=number)
    live = (
        _("A maintainer merges it. A few minutes later [your page]({page}) is live.", page=page)
        if page
        else _("A maintainer merges it. A few minutes later your page is live.")
    )
    then = _("When someone asks for your help, we mention you in an issue, and you just reply.")
    return paragraphs((opened, f"{live} {then}"))


def not_allowed_text(missing: str, reason: str, branch: str, draft: ProfileDraft, settings: Settings) -> str:
    """Say which setting to switch on, and offer the way by hand."""
    again = _("Then comment `/publish` again.")
    if missing == "pull-requests":
        address = (
            f"https://github.com/{settings.repository}/compare/{quote(settings.branch)}...{quote(branch)}?expand=1"
        )
        told = _("I put the file on a branch, but this repository doesn't let me open pull requests.")
        how = _(
            "A maintainer can allow it: **Settings**, **Actions**, **General**, **Workflow permissions**, **Allow GitHub Actions to create and approve pull requests**."
        )
        by_hand = _("Or [open the pull request yourself](<{address}>).", address=address)
        return paragraphs((told, f"{how} {again}", by_hand))
    if missing:
        told = _("I may not write files in this repository.")
        how = _(
            "A maintainer can allow it: the job in `.github/workflows/propose.yml` needs `contents: write` and `pull-requests: write`, and the organisation must not forbid it."
        )
        return paragraphs((told, f"{how} {again}", file_text(draft.text, draft.path)))
    told = _("GitHub didn't take the file: {reason}.", reason=plain(reason))
    return paragraphs((told, again, file_text(draft.text, draft.path)))
