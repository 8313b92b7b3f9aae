"""Make a community's repository, for `lodestar init`: its own data and settings, and thin workflows that call Lodestar."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from generator.adapters.packaged import packaged, packaged_files
from generator.adapters.translations import languages
from generator.app.kept_files import RECORD, installed_as, kept_files, record_text
from generator.app.load import load_directory
from generator.model.errors import CallError, LodestarError
from generator.profiles.rules.context import RuleContext
from generator.profiles.source import SETTINGS_FILE, SourceFile
from generator.profiles.validate import validate
from generator.profiles.yaml_writer import yaml_line
from generator.text.catalogue import N_, _, ngettext

PLACEHOLDER_OWNER = "your-organisation"
PLACEHOLDER_CONTACT = "https://example.org/conduct"
"""What is written where nobody was asked; `lodestar doctor` names both."""
_ON_GITHUB = re.compile(r"(?:https?://)?(?:www\.)?github\.com/|git@github\.com:", re.IGNORECASE)
_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9._-]+")


@dataclass(frozen=True, slots=True)
class Answers:
    """What a new community says about itself. `address` is the repository on GitHub, as owner/name."""

    name: str
    address: str
    language: str = "en"
    coordinators: tuple[str, ...] = ()
    private_contact: str = PLACEHOLDER_CONTACT
    examples: bool = True


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask: the field of `Answers`, and what to say."""

    field: str
    text: str


QUESTIONS = (
    Question("name", N_("What is your directory called?")),
    Question("address", N_("Where will it be on GitHub? OWNER/NAME")),
    Question("language", N_("Which language do the site and the bot speak?")),
    Question("coordinators", N_("Who looks after it? GitHub names, separated by commas")),
    Question("private_contact", N_("Where can people report someone's conduct in private? The address of a form")),
    Question("examples", N_("Begin with made-up mentors and programs to look at?")),
)


def usual_answers(folder: Path) -> Answers:
    """Return what a community is until it says otherwise, from the name of its folder."""
    name = folder.resolve().name
    title = " ".join(name.replace("-", " ").replace("_", " ").split())
    address = _NOT_IN_A_NAME.sub("-", name).strip("-.") or "mentors"
    return Answers(title[:1].upper() + title[1:60] or "Mentors", f"{PLACEHOLDER_OWNER}/{address}")


def with_answer(answers: Answers, field: str, given: str | bool) -> tuple[Answers, str]:
    """Take an answer; return what is wrong with it, too, or nothing."""
    value: Any = given
    if isinstance(given, str):
        value = given.strip()
        if field == "address":
            value = _ON_GITHUB.sub("", given.strip()).removesuffix(".git").strip("/")
        if field == "coordinators":
            value = tuple(one.strip().lstrip("@") for one in re.split(r"[,\s]+", given) if one.strip("@ "))
    if field == "language" and value not in languages():
        return answers, _("'{given}' isn't a language of Lodestar: {all}", given=given, all=", ".join(languages()))
    changed = replace(answers, **{field: value})
    file = SourceFile(SETTINGS_FILE, settings_text(changed).encode())
    problems = validate(file, "directory", (), RuleContext(date.min)).problems
    wrong = "; ".join(f"{one.message}; {one.help}" for one in problems if one.severity == "error")
    return (answers, wrong) if wrong else (changed, "")


def refuse_what_is_there(folder: Path) -> None:
    """Raise CallError where something is in the folder already, but for a fresh repository's own files."""
    if os.path.lexists(folder) and not folder.is_dir():
        raise CallError(_("{path} is a file. Name a new folder.", path=folder))
    there = sorted(path.name for path in folder.iterdir() if path.name != ".git") if folder.is_dir() else []
    if "directory.yml" in there:
        raise CallError(
            _(
                "{path} is a directory already. To bring it up to date: lodestar upgrade --root {path}\n"
                "To see what is still to set up: lodestar doctor --root {path}",
                path=folder,
            )
        )
    if there:
        raise CallError(
            _(
                "{path} isn't empty: there is {found}. `lodestar init` overwrites nothing. "
                "Name a new folder, or move these files away first.",
                path=folder,
                found=there[0],
            )
        )


def make_community(folder: Path, answers: Answers, today: date) -> tuple[str, ...]:
    """Write a community's files into an empty folder, and return their paths. Raise CallError where it isn't empty."""
    refuse_what_is_there(folder)
    try:
        own = dict(_own_files(answers))
        for path, content in own.items():
            _write(folder / path, content)
        for name in ("mentors", "programs"):
            (folder / name).mkdir(exist_ok=True)
        kept = kept_files(load_directory(folder, today, _("The forms could not be written.")))
        for path, text in (kept | {RECORD: record_text(kept)}).items():
            _write(folder / path, text.encode())
    except OSError as error:
        raise LodestarError(_("{path} can't be written: {reason}.", path=folder, reason=error.strerror)) from None
    return (*own, *kept, RECORD)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _own_files(answers: Answers) -> Iterator[tuple[str, bytes]]:
    """Yield what belongs to the community from now on."""
    yield SETTINGS_FILE, settings_text(answers).encode()
    yield (
        "README.md",
        _README.format(
            name=answers.name, site=site_of(answers.address), package=installed_as(), address=answers.address
        ).encode(),
    )
    yield ".gitignore", b"/site/\n.cache/\n.*.building-*/\n/activity.json\n"
    yield "docs/index.md", packaged("docs/index.md").read_bytes()
    if answers.examples:
        for folder in ("mentors", "programs"):
            for path, file in packaged_files(folder):
                if file.name != "README.md":
                    yield path, file.read_bytes()


def site_of(address: str) -> str:
    """Return where GitHub Pages will publish a repository."""
    owner, _slash, name = address.partition("/")
    host = f"https://{owner.lower()}.github.io/"
    return host if f"{name.lower()}/" == host.removeprefix("https://") else f"{host}{name}/"


def settings_text(answers: Answers) -> str:
    """Write directory.yml: what was answered, and a comment for each line that people change later."""
    lines = {
        "name": yaml_line("name", answers.name),
        "language": yaml_line("language", answers.language),
        "site_url": yaml_line("site_url", site_of(answers.address)),
        "repository": yaml_line("repository", answers.address),
        "coordinators": yaml_line("coordinators", list(answers.coordinators)),
        "private_contact": yaml_line("private_contact", answers.private_contact),
    }
    return _SETTINGS.format(**lines)


def written_report(folder: Path, answers: Answers, files: tuple[str, ...]) -> str:
    """Say what was written, and the next steps."""
    lines = [
        ngettext("Wrote {count} file to {folder}.", "Wrote {count} files to {folder}.", len(files), folder=folder),
        _("See it on your computer:"),
        f"  cd {folder}",
        "  lodestar serve",
        _("Put it on GitHub, then see what is still to set up there:"),
        "  git init --initial-branch=main && git add --all && git commit --message 'Begin our directory'",
        f"  git remote add origin https://github.com/{answers.address}.git && git push --set-upstream origin main",
        "  lodestar doctor",
    ]
    return "\n".join(lines)


_SETTINGS = """\
# The settings of this directory. All of them: https://lodestar-mentors.github.io/lodestar/reference/directory/

# The name at the top of every page, and the language of the site, the forms and the bot.
{name}
{language}

# The address of the site, ending in a slash, and the repository on GitHub, where requests are issues.
{site_url}
{repository}

# The GitHub names of the people who look after requests and profiles.
{coordinators}

# Where people report someone's conduct: a page with a private form that only coordinators can read.
# Never use an issue for this.
{private_contact}

# One line under the name on the home page.
# tagline: Free mentoring from people who've been there

# How the site looks: any colour, soft, round or square corners, and an SVG file beside this one.
# look: {{accent: teal, corners: round, logo: logo.svg}}

# Deadlines, limits, and the number of the availability issue.
# requests: {{availability_desk: 1}}
"""
"""Comments are English, like the names of the fields; people read them beside the reference."""
_README = """\
# {name}

People here help each other as mentors, for free. The directory is at <{site}>.

- **Looking for help?** [Find a mentor]({site}mentors/) and ask.
- **Can you help someone?** [Become a mentor]({site}join/). It takes five minutes.
- **Questions, or something went wrong?** [Support]({site}support/)

## For coordinators

| folder or file | what it holds |
|---|---|
| `directory.yml` | your settings |
| `mentors/` | one file for each person |
| `programs/` | your programs, and roadmaps in `programs/roadmaps/` |
| `docs/` | your own pages. A page with the path of one of ours replaces it |
| `.github/` | the forms and workflows. Lodestar writes them; don't edit them |

Try it on your computer with Python 3.11 or newer:

```sh
pip install {package}
lodestar serve     # the site, at http://127.0.0.1:8000
lodestar check     # every mistake in your files
lodestar doctor    # what is still to set up on GitHub
lodestar upgrade   # bring forms and workflows up to date
```

This directory is made with [Lodestar](https://lodestar-mentors.github.io/lodestar/run-your-own/).
"""
