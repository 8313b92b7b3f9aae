"""The command `explain`."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

import click

from generator.cli.command import Command
from generator.cli.options import ANY_ROOT, TEXT_OR_JSON, now_option
from generator.model.errors import CallError
from generator.model.request_state import STATES
from generator.text.catalogue import _

_SPEAKERS = ("mentor", "mentee", "coordinator", "other")
_ASKED = ("accept?", "began?", "still meeting?", "go on?", "done?")


@click.command(cls=Command)
@click.argument("text", required=False)
@click.option("--as", "speaker", type=click.Choice(_SPEAKERS), help="Who writes it.")
@click.option(
    "--state",
    type=click.Choice(STATES),
    default="waiting",
    show_default=True,
    help="The state of the request when it is written.",
)
@click.option("--asked", type=click.Choice(_ASKED), default=None, help="What the bot asked last, if anything.")
@click.option(
    "--file",
    "file",
    type=click.File("r", encoding="utf-8"),
    metavar="FILE",
    help='Read many replies: one JSON object a line, like {"text": "Sure!", "as": "mentor"}.',
)
@ANY_ROOT
@TEXT_OR_JSON
@now_option("Read dates as of this time, in UTC. Default: now.")
def explain(
    text: str | None,
    speaker: str | None,
    state: str,
    asked: str | None,
    file: TextIO | None,
    root: Path,
    form: str,
    now: datetime | None,
) -> None:
    """Show how the bot reads a reply, and why.

    TEXT is a reply as someone writes it in an issue or by e-mail.
    """
    from generator.app.explain import Question, as_json, as_sentences, explained, names_below, questions_in

    if (text is None) == (file is None):
        raise CallError(_("Give a text in quotes, or --file FILE."))
    if text is not None and not speaker:
        raise CallError(_("Say who writes it, with --as mentor, --as mentee or --as coordinator."))
    today = (now or datetime.now(UTC)).date()
    names = names_below(root, today)
    questions = (
        questions_in(iter(file), speaker or "", state, asked or "")
        if file
        else iter([Question(text or "", speaker or "", state, asked or "")])
    )
    for question in questions:
        understood = explained(question, today, names)
        if form == "json":
            click.echo(as_json(understood))
        else:
            if file:
                click.echo(_("“{text}”", text=" ".join(question.text.split())[:100]))
            click.echo(as_sentences(understood), nl=bool(file))


COMMANDS = (explain,)
