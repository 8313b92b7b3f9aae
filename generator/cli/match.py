"""The command `match`."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from generator.cli.command import Command
from generator.cli.options import ROOT, TEXT_OR_JSON, now_option
from generator.model.errors import CallError
from generator.text.catalogue import _


@click.command(cls=Command)
@ROOT
@click.option("--ask", metavar="SENTENCE", help='Say it in a sentence, like "Python in the evenings, no web".')
@click.option("--want", multiple=True, metavar="SKILL", help="A skill to learn; python! is a must. Repeat for several.")
@click.option("--topic", multiple=True, metavar="TOPIC", help="A topic you'd like help with. Repeat for several.")
@click.option(
    "--goal",
    multiple=True,
    metavar="GOAL",
    help="specific-skills, career-guidance, project-help or general-direction. Repeat for several.",
)
@click.option("--stage", metavar="STAGE", help="exploring, beginner, junior, mid, senior or lead.")
@click.option("--structure", metavar="HOW", help="structured, balanced or flexible.")
@click.option("--guidance", metavar="HOW", help="directive, balanced or exploratory.")
@click.option("--commitment", metavar="TIME", help="Time a month: 15m, 30m, 1h or 2h.")
@click.option(
    "--relationship-type", multiple=True, metavar="KIND", help="Such as long-term or near-peer. Repeat for several."
)
@click.option("--language", multiple=True, metavar="CODE", help="A language you speak, like en. Repeat for several.")
@click.option("--timezone", metavar="ZONE", help="Your time zone, like Europe/Berlin.")
@click.option("--country", metavar="COUNTRY", help="Only mentors who say they live in this country, like IN or India.")
@click.option(
    "--window", multiple=True, metavar="TIME", help='When you are free, like "Mon 18:00-22:00". Repeat for several.'
)
@click.option(
    "--meet",
    multiple=True,
    metavar="HOW",
    help="How you'd like to meet: ad-hoc-qa, scheduled-calls or resource-sharing. Repeat for several.",
)
@click.option(
    "--most-important", metavar="SIGNAL", help="expertise, goals, commitment, overlap, openings, style or stage."
)
@click.option(
    "--learner",
    "file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Read your goals from a YAML or JSON file instead.",
)
@click.option("--explain", metavar="LOGIN", help="Explain one mentor: every point, or why they are excluded.")
@click.option("--limit", default=10, show_default=True, type=click.IntRange(1), help="How many mentors to show.")
@TEXT_OR_JSON
@now_option("Match as of this time, in UTC. Default: now.")
def match(
    root: Path,
    file: Path | None,
    ask: str | None,
    country: str | None,
    explain: str | None,
    limit: int,
    form: str,
    now: datetime | None,
    **goals: Any,
) -> None:
    """Rank the mentors who fit, with points and the reason for each of them.

    What you enter stays on this computer. Use --explain LOGIN to see why someone is excluded.
    """
    from generator.app.learner_file import learner_fields
    from generator.app.match import match_directory

    wishes = learner_fields(goals)
    if file and (wishes or ask):
        raise CallError(_("Use --learner FILE or the other options, but not both."))
    today = (now or datetime.now(UTC)).date()
    click.echo(match_directory(root, file, wishes, today, explain, limit, form, ask, country), nl=False)


COMMANDS = (match,)
