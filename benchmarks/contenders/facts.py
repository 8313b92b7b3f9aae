"""Write one mentor's facts as front matter and as Markdown, the same for every contender."""

import json

from generator.model.mentor import Mentor
from generator.model.vocabulary import Vocabularies

_LISTS = (
    "background",
    "goals",
    "can_help_with",
    "stages_supported",
    "relationship_types",
    "formats",
    "channels",
    "cadence",
    "accessibility",
)


def facts_of(mentor: Mentor, vocabularies: Vocabularies) -> dict[str, object]:
    """Collect what a page shows, with labels in place of ids."""
    label = {kind: vocabularies.of_kind(kind).label for kind in ("skills", "topics", "domains", "career_paths")}
    facts: dict[str, object] = {"title": mentor.name, "headline": mentor.headline, "github": mentor.github}
    for kind, name in label.items():
        facts[kind] = [name(id) for id in getattr(mentor, kind)]
    facts |= {name: list(getattr(mentor, name)) for name in _LISTS}
    facts |= {
        "languages": list(mentor.languages),
        "timezone": mentor.timezone,
        "commitment": mentor.commitment,
        "capacity": mentor.capacity,
    }
    facts |= {
        "years": mentor.years_experience,
        "stage": mentor.stage,
        "approach": mentor.approach,
        "constraints": mentor.constraints,
    }
    facts |= {"links": dict(mentor.links), "confirmed": str(mentor.last_confirmed)}
    return {name: value for name, value in facts.items() if value or value == 0}


def markdown_page(mentor: Mentor, facts: dict[str, object]) -> str:
    """Write a Markdown page with everything on it, as somebody with a theme and no templates would."""
    lines = [f"# {mentor.name}", "", mentor.headline.replace("*", ""), "", mentor.bio, "", mentor.approach, ""]
    for name, value in facts.items():
        if isinstance(value, list):
            lines += [f"## {name.replace('_', ' ').capitalize()}", "", *(f"- {part}" for part in value), ""]
        elif name not in ("title", "headline", "approach", "links"):
            lines.append(f"**{name.capitalize()}:** {value}  ")
    lines += ["", *(f"- [{name}]({url})" for name, url in mentor.links), ""]
    return "\n".join(lines)


def content_page(mentor: Mentor, facts: dict[str, object]) -> str:
    """Write a Hugo page: front matter as JSON, which it reads fastest, and the bio as its text."""
    return f"{json.dumps(facts, ensure_ascii=False)}\n\n{mentor.bio}\n"
