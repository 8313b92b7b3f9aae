"""Say what of a directory is not yet set up, and what to click: from its files, and with a token from GitHub."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from generator import __version__
from generator.app.check import check_root
from generator.app.new_community import PLACEHOLDER_CONTACT, PLACEHOLDER_OWNER
from generator.app.upgrade import plan_upgrade
from generator.forge.looking import Look
from generator.model.directory import Settings
from generator.requests.replies.labels import LABELS
from generator.text.catalogue import _, ngettext
from generator.text.github_addresses import PRODUCT

_ALIVE = timedelta(days=2)
"""The sweep runs every day; GitHub may skip one."""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One thing that has to be set up: its state is ok, todo or unknown, what is so, and what to do or click."""

    about: str
    state: str
    text: str = ""
    step: str = ""


@dataclass(frozen=True, slots=True)
class Hub:
    """A repository on GitHub as the doctor sees it."""

    settings: Settings
    look: Look
    now: datetime

    @property
    def home(self) -> str:
        """The start of its paths in the API."""
        return f"/repos/{self.settings.repository}"

    def page(self, path: str) -> str:
        """Return the address of a page of its settings."""
        return f"https://github.com/{self.settings.repository}/{path}"


def examine_files(root: Path, now: datetime) -> tuple[list[Diagnosis], Settings | None]:
    """Look at the directory's own files, and return its settings where they can be read."""
    checked = check_root(root, now.date())
    if checked.directory is None:
        wrong = ngettext("{count} error.", "{count} errors.", len(checked.errors))
        return [Diagnosis(_("Files"), "todo", wrong, _("Run `lodestar check` and fix what it names."))], None
    settings = checked.directory.settings
    found = [Diagnosis(_("Files"), "ok"), *_settings(settings)]
    pending = plan_upgrade(root, now.date()).pending
    files = ngettext(
        "{count} file isn't as this version writes it.",
        "{count} files aren't as this version writes them.",
        len(pending),
    )
    found.append(
        _diagnosis(
            _("Forms and workflows"), not pending, files, _("Run `lodestar upgrade`, then commit what it writes.")
        )
    )
    return found, settings


def _settings(settings: Settings) -> Iterator[Diagnosis]:
    edit = _("Edit directory.yml.")
    yield _diagnosis(
        _("Repository"), not settings.repository.startswith(f"{PLACEHOLDER_OWNER}/"),
        _("`repository` doesn't name yours yet."), edit,
    )  # fmt: skip
    yield _diagnosis(
        _("Private contact"), settings.private_contact != PLACEHOLDER_CONTACT,
        _("`private_contact` is only an example, so nobody can report anything in private."),
        _("Make a form that only coordinators can read, and write its address into directory.yml."),
    )  # fmt: skip
    yield _diagnosis(_("Coordinators"), bool(settings.coordinators), _("`coordinators` names nobody."), edit)


def examine_github(hub: Hub) -> list[Diagnosis]:
    """Look at everything on GitHub that has to be set up."""
    status, repository = hub.look(hub.home)
    if status != 200:
        text = _("GitHub shows no repository {name} to this token.", name=hub.settings.repository)
        return [
            Diagnosis(
                _("On GitHub"), "todo", text, _("Make it on GitHub and push to it: {url}", url="https://github.com/new")
            )
        ]
    features = _("Settings, General, Features: turn on {name}. {url}", name=_("Issues"), url=hub.page("settings"))
    found = [
        _diagnosis(
            _("Public"), not repository.get("private"), _("The repository is private, so people can't ask."),
            _("Settings, General, Danger Zone: Change visibility. {url}", url=hub.page("settings")),
        ),
        _diagnosis(_("Issues"), repository.get("has_issues"), _("Issues are off, and requests are issues."), features),
    ]  # fmt: skip
    return found + [diagnosis for check in CHECKS for diagnosis in check(hub)]


def _pages(hub: Hub) -> Iterator[Diagnosis]:
    status, pages = hub.look(f"{hub.home}/pages")
    step = _("Settings, Pages, Source: choose GitHub Actions. {url}", url=hub.page("settings/pages"))
    text = _("The site isn't published by the workflow Site.")
    yield _seen(_("Pages"), status, bool(pages) and pages.get("build_type") == "workflow", text, step, absent=True)


def _labels(hub: Hub) -> Iterator[Diagnosis]:
    there: set[str] = set()
    for page in (1, 2, 3):
        status, labels = hub.look(f"{hub.home}/labels?per_page=100&page={page}")
        there |= {one["name"].lower() for one in labels or ()}
        if len(labels or ()) < 100:
            break
    missing = [label.name for label in LABELS if label.name.lower() not in there]
    text = ngettext(
        "{count} label is missing, so forms can't use it.",
        "{count} labels are missing, so forms can't use them.",
        len(missing),
    )
    step = _(
        "Actions, workflow {name}: Run workflow. {url}", name="Labels", url=hub.page("actions/workflows/labels.yml")
    )
    yield _seen(_("Labels"), status, not missing, text, step)


def _workflow_rights(hub: Hub) -> Iterator[Diagnosis]:
    place = hub.page("settings/actions")
    status, allowed = hub.look(f"{hub.home}/actions/permissions")
    step = _("Settings, Actions, General: Allow all actions. {url}", url=place)
    yield _seen(
        _("Workflows"),
        status,
        bool(allowed) and allowed.get("enabled"),
        _("Workflows are off, so nothing answers."),
        step,
    )
    status, rights = hub.look(f"{hub.home}/actions/permissions/workflow")
    step = _(
        "Settings, Actions, General: turn on Allow GitHub Actions to create and approve pull requests. {url}", url=place
    )
    text = _("The bot may not open pull requests, so profiles from the form wait on a branch.")
    yield _seen(
        _("Workflow permissions"), status, bool(rights) and rights.get("can_approve_pull_request_reviews"), text, step
    )


def _discussions(hub: Hub) -> Iterator[Diagnosis]:
    _status, repository = hub.look(hub.home)
    step = _("Settings, General, Features: turn on {name}. {url}", name=_("Discussions"), url=hub.page("settings"))
    text = _("Discussions are off. People have no place to talk beside their requests.")
    yield _diagnosis(_("Discussions"), repository.get("has_discussions"), text, step)


def _branch(hub: Hub) -> Iterator[Diagnosis]:
    status, rules = hub.look(f"{hub.home}/rules/branches/{hub.settings.branch}")
    kinds = {rule.get("type") for rule in rules or ()}
    step = _(
        "Settings, Rules, Rulesets: for {branch}, require a pull request, and the status check Profiles. {url}",
        branch=hub.settings.branch, url=hub.page("settings/rules"),
    )  # fmt: skip
    text = _("Anyone who can write may change {branch} without a check.", branch=hub.settings.branch)
    yield _seen(_("Branch protection"), status, {"pull_request", "required_status_checks"} <= kinds, text, step)


def _schedules(hub: Hub) -> Iterator[Diagnosis]:
    step = _(
        "Actions, workflow {name}: Enable workflow, then Run workflow. {url}",
        name="Sweep",
        url=hub.page("actions/workflows/sweep.yml"),
    )
    status, runs = hub.look(f"{hub.home}/actions/workflows/sweep.yml/runs?status=success&per_page=1")
    newest = ((runs or {}).get("workflow_runs") or [{}])[0].get("updated_at")
    alive = bool(newest) and hub.now - datetime.fromisoformat(newest).astimezone(UTC) <= _ALIVE
    yield _seen(
        _("Daily run"), status, alive, _("The bot's daily run hasn't gone well for two days."), step, absent=True
    )


def _version(hub: Hub) -> Iterator[Diagnosis]:
    status, release = hub.look(f"/repos/{PRODUCT}/releases/latest")
    newest = str((release or {}).get("tag_name") or "").removeprefix("v")
    text = _("There is version {newest}, and you have {ours}.", newest=newest, ours=__version__)
    step = _("Merge Dependabot's pull request, then: pip install --upgrade lodestar-mentors && lodestar upgrade")
    yield _seen(_("Version"), status, newest == __version__, text, step)


CHECKS: tuple[Callable[[Hub], Iterator[Diagnosis]], ...] = (
    _pages, _labels, _workflow_rights, _discussions, _branch, _schedules, _version,
)  # fmt: skip
"""What is looked at on GitHub, in the order in which people set it up."""


def _diagnosis(about: str, done: object, text: str, step: str) -> Diagnosis:
    return Diagnosis(about, "ok") if done else Diagnosis(about, "todo", text, step)


def _seen(about: str, status: int, done: object, text: str, step: str, absent: bool = False) -> Diagnosis:
    """Judge an answer; what GitHub doesn't show to this token is unknown. `absent` says that 404 means that there is none."""
    if status == 200 or (absent and status == 404):
        return _diagnosis(about, done, text, step)
    return Diagnosis(about, "unknown", _("GitHub doesn't show this to your token."), step)


def doctor_report(diagnoses: Sequence[Diagnosis], online: bool, form: str) -> str:
    """Write what was found as "text" or "json"."""
    if form == "json":
        return (
            json.dumps({"version": 1, "diagnoses": [asdict(one) for one in diagnoses]}, indent=2, ensure_ascii=False)
            + "\n"
        )
    marks = {"ok": _("ok"), "todo": _("to do"), "unknown": _("unknown")}
    width = max(map(len, marks.values()))
    lines = []
    for one in diagnoses:
        lines.append(f"{marks[one.state]:{width}}  {one.about}" + (f": {one.text}" if one.text else ""))
        if one.step:
            lines.append(f"{'':{width}}  {one.step}")
    if not online:
        lines.append(
            _(
                "To look at GitHub as well, put a token into GITHUB_TOKEN: `GITHUB_TOKEN=$(gh auth token) lodestar doctor`"
            )
        )
    left = sum(one.state == "todo" for one in diagnoses)
    if left:
        lines.append(ngettext("{count} thing is still to do.", "{count} things are still to do.", left))
    else:
        lines.append(_("Everything we looked at is set up."))
    return "\n".join(lines) + "\n"
