"""The commands for issue forms and labels: `forms` and `labels`."""

from datetime import date
from pathlib import Path

import click

from generator.cli.command import Command, Status
from generator.cli.options import ROOT, TEXT_OR_JSON


@click.command(cls=Command)
@ROOT
@click.option("--check", "check_only", is_flag=True, help="Write nothing. Exit with 1 if a form is out of date.")
@TEXT_OR_JSON
def forms(root: Path, check_only: bool, form: str) -> Status:
    """Write the issue forms from directory.yml and the vocabulary.

    They go to .github/ISSUE_TEMPLATE/, where GitHub finds them. Your other forms there stay as they are.
    """
    from generator.app.forms import form_files, forms_report, write_forms
    from generator.app.upgrade import note_written

    files = form_files(root, date.today())
    if not check_only:
        write_forms(root, files)
        note_written(root, {file.path: file.text for file in files})
    click.echo(forms_report(files, check_only, form), nl=False)
    outdated = check_only and any(file.state != "current" for file in files)
    return Status.PROBLEMS if outdated else Status.DONE


@click.command(cls=Command)
@click.option(
    "--forge",
    type=click.Choice(["github"]),
    help="Create and update the labels in the repository GITHUB_REPOSITORY, with GITHUB_TOKEN.",
)
@TEXT_OR_JSON
def labels(forge: str | None, form: str) -> None:
    """List the labels for issues, or create them in a repository.

    In a repository, missing labels are created and changed ones are corrected. Your other labels stay as they are.
    """
    from generator.app.forms import labels_report

    if forge is None:
        click.echo(labels_report(form), nl=False)
        return
    from generator.cli.github import open_github
    from generator.forge.labels import sync_labels, synced_report
    from generator.requests.replies.labels import LABELS

    click.echo(synced_report(sync_labels(open_github(), LABELS), form), nl=False)


COMMANDS = (forms, labels)
