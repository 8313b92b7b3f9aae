"""Turn problems into what people and programs read: text, GitHub annotations, JSON, a summary in Markdown."""

import json
import unicodedata
from collections.abc import Sequence

from generator.model.problem import Problem
from generator.profiles.violation import visible
from generator.text.catalogue import _, ngettext
from generator.text.markdown_escape import code, plain

_WIDEST_EXCERPT = 110


def as_text(problems: Sequence[Problem], checked: int) -> str:
    """Write each problem with its source line, carets and help, and a last line that counts."""
    return "\n".join([*map(_problem_text, problems), _count_line(problems, checked)]) + "\n"


def _problem_text(problem: Problem) -> str:
    severity = _("error") if problem.severity == "error" else _("hint")
    head = f"{visible(problem.path)}:{problem.line}:{problem.column}: {severity}: {problem.message} [{problem.code}]"
    lines = [head]
    if problem.excerpt.strip():
        source, carets = _excerpt(problem)
        gutter = f"{problem.line:>5}"
        lines += [f"{gutter} | {source}", f"{' ' * len(gutter)} | {carets}"]
    return "\n".join([*lines, _("  help: {help}", help=problem.help), ""])


def _excerpt(problem: Problem) -> tuple[str, str]:
    """Cut a window out of a long line around the marked text, and draw the carets below it."""
    first = max(0, problem.column - 1 - _WIDEST_EXCERPT // 2) if len(problem.excerpt) > _WIDEST_EXCERPT else 0
    source = problem.excerpt[first : first + _WIDEST_EXCERPT]
    before = source[: problem.column - 1 - first]
    marked = source[len(before) : problem.end_column - 1 - first]
    return visible(source), " " * _width(visible(before)) + "^" * max(1, _width(visible(marked)))


def _width(text: str) -> int:
    """Count the columns of a terminal: ideographs take two, combining marks none."""
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )


def _count_line(problems: Sequence[Problem], checked: int) -> str:
    errors = sum(problem.severity == "error" for problem in problems)
    hints = len(problems) - errors
    found = {"files": _files(checked), "errors": _errors(errors), "hints": _hints(hints)}
    if errors:
        return _("{files} checked: {errors}, {hints}", **found) if hints else _("{files} checked: {errors}", **found)
    return _("{files} checked: no errors, {hints}", **found) if hints else _("{files} checked: no problems", **found)


def _files(number: int) -> str:
    return ngettext("{count} file", "{count} files", number)


def _errors(number: int) -> str:
    return ngettext("{count} error", "{count} errors", number)


def _hints(number: int) -> str:
    return ngettext("{count} hint", "{count} hints", number)


def as_github(problems: Sequence[Problem], checked: int) -> str:
    """Write workflow commands, which GitHub shows beside the lines of the pull request."""
    lines = []
    for problem in problems:
        level = "error" if problem.severity == "error" else "notice"
        location = (
            f"file={_property(problem.path)},line={problem.line},col={problem.column},endColumn={problem.end_column}"
        )
        text = _command_text(f"{problem.message}\n{problem.help}")
        lines.append(f"::{level} {location},title={_property(problem.code)}::{text}")
    return "\n".join([*lines, _count_line(problems, checked)]) + "\n"


def _command_text(text: str) -> str:
    shown = "\n".join(visible(line) for line in text.split("\n"))
    return shown.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _command_text(text).replace(":", "%3A").replace(",", "%2C")


def as_json(problems: Sequence[Problem], checked: int) -> str:
    """Write the versioned JSON that other programs read; it has no excerpts."""
    names = ("path", "line", "column", "end_column", "severity", "code", "message", "help")
    listed = [
        {name: getattr(problem, name) for name in names} | {"path": visible(problem.path)} for problem in problems
    ]
    return json.dumps({"version": 1, "checked": checked, "problems": listed}, ensure_ascii=False, indent=2) + "\n"


def as_summary(problems: Sequence[Problem], checked: int) -> str:
    """Write a page of Markdown for someone who has never used Git: what is wrong, where, and what to do."""
    errors = [problem for problem in problems if problem.severity == "error"]
    if not problems:
        opening = _("Everything looks good")
        body = _("{files} checked. You're done: we'll review it and merge it.", files=_files(checked))
    elif errors:
        opening = ngettext("{count} thing to fix", "{count} things to fix", len(errors))
        body = _(
            "You can do it here in your browser: open **Files changed**, choose the three dots beside the file and "
            "**Edit file**, fix the lines below, and choose **Commit changes**. This check then runs again on its own."
        )
    else:
        opening = _("Everything looks good")
        body = _("Below are some suggestions. You don't have to follow them.")
    parts = [f"## {opening}\n\n{body}\n"]
    for path in dict.fromkeys(problem.path for problem in problems):
        parts.append(f"### {code(visible(path), 200)}\n")
        parts += (_summary_line(problem) for problem in problems if problem.path == path)
    return "\n".join(parts) + "\n"


def _summary_line(problem: Problem) -> str:
    message = plain(visible(problem.message))
    if problem.severity == "error":
        first = _("**Line {number}:** {message}", number=problem.line, message=message)
    else:
        first = _("**Line {number}:** Suggestion: {message}", number=problem.line, message=message)
    source = problem.excerpt.strip()
    shown = f"  \n  {code(visible(source), 120)}" if source else ""
    return f"- {first}{shown}  \n  {plain(visible(problem.help))}\n"


FORMATS = {"text": as_text, "github": as_github, "json": as_json, "summary": as_summary}
