"""Open the forge at GitHub, from what a workflow's environment says."""

import os
from typing import TYPE_CHECKING

from generator.model.errors import CallError
from generator.text.catalogue import _
from generator.text.counting import listed

_NEEDED = {"GITHUB_REPOSITORY": "GITHUB_REPOSITORY (owner/name)", "GITHUB_TOKEN": "GITHUB_TOKEN"}

if TYPE_CHECKING:
    from generator.forge.github import GitHubForge


def open_github(alternative: str = "") -> "GitHubForge":
    """Return the forge of GITHUB_REPOSITORY; without its variables, `alternative` says what else you can do."""
    repository, token = os.environ.get("GITHUB_REPOSITORY", ""), os.environ.get("GITHUB_TOKEN", "")
    missing = [shown for name, shown in _NEEDED.items() if not os.environ.get(name)]
    if missing:
        needs = _("--forge github needs {variables} in the environment.", variables=listed(missing))
        raise CallError(f"{needs} {alternative}".rstrip())
    try:
        from generator.forge.github import github_forge
    except ModuleNotFoundError as absent:
        if (absent.name or "").startswith("github"):
            raise CallError(
                _("GitHub needs one more library. Install it: pip install 'lodestar-mentors[bot]'")
            ) from None
        raise
    return github_forge(repository, token, os.environ.get("GITHUB_API_URL") or "https://api.github.com")
