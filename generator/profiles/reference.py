"""Turn schemas and rules into the reference pages of the site, in Markdown, so that they cannot go stale."""

from collections.abc import Iterator
from typing import Any

from generator.profiles.advice import example_line
from generator.profiles.codes import codes
from generator.schema import schema

_FILES = (
    ("mentor", "reference/profile.md", "A mentor's file", "mentors/&lt;handle&gt;.yml"),
    ("program", "reference/program.md", "A program's file", "programs/&lt;id&gt;.yml"),
    ("roadmap", "reference/roadmap.md", "A roadmap's file", "programs/roadmaps/&lt;id&gt;.yml"),
    ("events", "reference/events.md", "The file of events", "programs/events.yml"),
    ("communities", "reference/communities.md", "The file of communities", "programs/communities.yml"),
    ("resources", "reference/resources.md", "The file of resources", "programs/resources.yml"),
    ("story", "reference/story.md", "A story's file", "stories/&lt;id&gt;.md"),
    ("vocabulary", "reference/vocabulary.md", "A vocabulary's file", "vocabulary/*.yml"),
    ("phrases", "reference/phrases.md", "A file of phrases", "vocabulary/phrases/*.yml"),
    ("directory", "reference/directory.md", "The community's settings", "directory.yml"),
    ("learner", "reference/learner.md", "A learner's file", "learner.yml"),
    ("cohort", "reference/cohort.md", "A cohort's applications", "applications.yml"),
)


def reference_pages() -> Iterator[tuple[str, str]]:
    """Yield the path below docs/ and the Markdown of each generated page."""
    yield "reference/problems.md", _problems_page()
    for name, path, title, file in _FILES:
        yield path, _fields_page(name, title, file)


def _problems_page() -> str:
    parts = [
        "# Fixing errors",
        "`lodestar check` names each problem by one of these codes. Codes never change their meaning. "
        "An error blocks; a hint never does.",
    ]
    for code, text in codes().items():
        first, _, rest = text.replace("<", "&lt;").partition("\n\n")
        parts.append(f"## {code}\n\n**{first}**\n\n{rest}".rstrip())
    return "\n\n".join(parts) + "\n"


def _fields_page(name: str, title: str, file: str) -> str:
    whole = schema(name)
    terms = whole.get("items", whole) if whole["type"] == "array" else whole
    parts = [
        f"# {title}",
        f"{whole['description']} Its path is <code>{file}</code>. Editors complete and check it with the schema "
        f"`schema/{name}.json` of this site.",
    ]
    required, of_mentors = set(terms.get("required", ())), set(terms.get("else", {}).get("required", ()))
    for field, about in terms["properties"].items():
        word = "required" if field in required else "required of mentors" if field in of_mentors else ""
        parts.append(_field(field, about, word))
    return "\n\n".join(parts) + "\n"


def _field(field: str, about: dict[str, Any], required: str) -> str:
    lines = [
        f"## {field}",
        f"**{about.get('title', field)}**{f' ({required})' if required else ''}. {about.get('description', '')}",
    ]
    if "x-is" in about:
        lines.append(f"It is {about['x-is']}.")
    labels = about.get("x-labels") or about.get("items", {}).get("x-labels")
    if labels:
        lines.append("\n".join(f"- `{value}`: {label}" for value, label in labels.items()))
    if about.get("examples"):
        lines.append(f"```yaml\n{example_line(field, about)}\n```")
    nested = about.get("properties") or about.get("items", {}).get("properties")
    if nested:
        rows = "\n".join(
            f"- `{name}`: {part.get('description', '')} It is {part.get('x-is', 'a value')}."
            for name, part in nested.items()
        )
        lines.append(f"Its parts:\n\n{rows}")
    return "\n\n".join(lines)
