"""The terminal's words for issue forms and labels: `forms` and `labels`."""

import sys
from datetime import date
from pathlib import Path

import click

_TEXT_OR_JSON = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How the answer is written.",
)


@click.command()
@click.option(
    "--root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path("."),
    help="The directory's root, where directory.yml lies. Default: here.",
)  # fmt: skip
@click.option("--check", "check_only", is_flag=True, help="Write nothing; exit with 1 when a file is not up to date.")
@_TEXT_OR_JSON
def forms(root: Path, check_only: bool, form: str) -> None:
    """Write the issue forms from directory.yml and the vocabulary.

    They lie in .github/ISSUE_TEMPLATE/, where GitHub finds them. Other forms there are left alone.
    """
    from generator.app.forms import FormError, form_files, forms_report, write_forms

    try:
        files = form_files(root, date.today())
        if not check_only:
            write_forms(root, files)
    except FormError as trouble:
        click.echo(str(trouble), err=True, nl=False)
        sys.exit(1)
    click.echo(forms_report(files, check_only, form), nl=False)
    sys.exit(1 if check_only and any(file.state != "current" for file in files) else 0)


@click.command()
@click.option(
    "--forge",
    type=click.Choice(["github"]),
    help="Create and update them in the repository GITHUB_REPOSITORY, with GITHUB_TOKEN.",
)
@_TEXT_OR_JSON
def labels(forge: str | None, form: str) -> None:
    """List the labels of issues, or give them to a repository.

    In a repository, missing labels are created and changed ones corrected; its other labels are left alone.
    """
    from generator.app.forms import labels_report

    if forge is None:
        click.echo(labels_report(form), nl=False)
        return
    from generator.cli.github import open_github
    from generator.forge.labels import sync_labels, synced_report
    from generator.forge.port import ForgeError
    from generator.requests.replies.labels import LABELS

    try:
        click.echo(synced_report(sync_labels(open_github(), LABELS), form), nl=False)
    except ForgeError as trouble:
        click.echo(str(trouble), err=True)
        sys.exit(1)


COMMANDS = (forms, labels)
