"""Open the forge at GitHub from what a workflow's environment says."""

import os
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from generator.forge.github import GitHubForge


def open_github(otherwise: str = "") -> "GitHubForge":
    """Return the forge of GITHUB_REPOSITORY; what is missing makes the call wrong, and `otherwise` says what else can be done."""
    repository, token = os.environ.get("GITHUB_REPOSITORY", ""), os.environ.get("GITHUB_TOKEN", "")
    missing = [
        name for name, value in (("GITHUB_REPOSITORY (owner/name)", repository), ("GITHUB_TOKEN", token)) if not value
    ]
    if missing:
        raise click.UsageError(f"--forge github needs {' and '.join(missing)} in the environment{otherwise}")
    try:
        from generator.forge.github import github_forge
    except ModuleNotFoundError as absent:
        if (absent.name or "").startswith("github"):
            raise click.UsageError("GitHub needs a library more: pip install 'lodestar-mentors[bot]'") from None
        raise
    return github_forge(repository, token, os.environ.get("GITHUB_API_URL") or "https://api.github.com")
