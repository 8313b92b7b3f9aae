"""Write a form as the YAML file that GitHub reads, and the page on which people choose between the forms."""

import json
import re
from collections.abc import Iterator
from typing import Any

from generator.model.directory import Settings
from generator.requests.forms.form import CHECKBOXES, DROPDOWN, Field, Form
from generator.text.catalogue import _
from generator.text.github_addresses import thread_of

FORM_MARK = "# Written by `lodestar forms` from directory.yml and the vocabulary. To change it, change those and run it again.\n"
# Such a text means itself without quotes: no sign that YAML reads, no word or number that it converts.
_PLAIN = re.compile(r"[^\W\d_][\w ,.()'/+;?!-]*(?<! )")
_WORDS = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}


def form_text(form: Form) -> str:
    """Return the file of a form."""
    return FORM_MARK + "\n".join(_lines(_file_of(form))) + "\n"


def chooser_text(settings: Settings) -> str:
    """Return config.yml: no blank issues, the private contact, and the availability issue where there is one."""
    links = [
        {
            "name": _("Report someone's behaviour, privately"),
            "url": settings.private_contact,
            "about": _("Only the coordinators read it. Please never write about it in a public issue."),
        }
    ]
    if settings.site_url:
        links.append(
            {
                "name": _("Code of conduct"),
                "url": f"{settings.site_url}code-of-conduct/",
                "about": _("What we expect of each other, and what happens when someone doesn't keep to it."),
            }
        )
    availability_issue = settings.requests.availability_desk
    if availability_issue is not None:
        links.append(
            {
                "name": _("Pause, or change how many people you mentor"),
                "url": thread_of(settings, availability_issue),
                "about": _("The availability issue, for mentors: write /pause, /resume, /capacity or /confirm there."),
            }
        )
    return FORM_MARK + "\n".join(_lines({"blank_issues_enabled": False, "contact_links": links})) + "\n"


def _file_of(form: Form) -> dict[str, Any]:
    intro = {"type": "markdown", "attributes": {"value": form.intro}}
    return {
        "name": form.name,
        "description": form.about,
        "title": form.title,
        "labels": [form.label],
        "body": [intro, *map(_part, form.shown)],
    }


def _part(field: Field) -> dict[str, Any]:
    attributes: dict[str, Any] = {"label": field.label, "description": field.about, "placeholder": field.placeholder}
    attributes["value"] = field.filled
    if field.type == DROPDOWN:
        attributes |= {"options": [choice.text for choice in field.choices], "default": field.default}
    if field.type == CHECKBOXES:
        attributes["options"] = [{"label": choice.text, "required": field.required} for choice in field.choices]
    part = {
        "type": field.type,
        "id": field.id,
        "attributes": {name: value for name, value in attributes.items() if value not in ("", None)},
    }
    return part | ({"validations": {"required": True}} if field.required and field.type != CHECKBOXES else {})


def _lines(value: dict[str, Any] | list[Any]) -> Iterator[str]:
    """Yield the lines of a group or list, without indentation."""
    marks = (
        [(f"{name}:", part) for name, part in value.items()]
        if isinstance(value, dict)
        else [("-", part) for part in value]
    )
    for mark, part in marks:
        if isinstance(part, dict | list) and mark == "-":
            first, *others = _lines(part)
            yield f"- {first}"
            yield from _indented(others)
            if "type" in part and part is not marks[-1][1]:
                yield ""  # an empty line between the fields of the form
        elif isinstance(part, dict | list):
            yield mark
            yield from _indented([*_lines(part)])
        elif isinstance(part, str) and _fits_a_block(part):
            yield f"{mark} |-"
            yield from _indented(part.split("\n"))
        else:
            yield f"{mark} {_scalar(part)}"


def _indented(lines: list[str]) -> Iterator[str]:
    return (f"  {line}" if line else "" for line in lines)


def _fits_a_block(text: str) -> bool:
    return "\n" in text and text == text.strip() and text.replace("\n", "").isprintable() and "\n " not in text


def _scalar(value: str | bool | int) -> str:
    if isinstance(value, str) and _PLAIN.fullmatch(value) and value.lower() not in _WORDS:
        return value
    # JSON's quotes are YAML's too; what cannot be seen is spelled out, where JSON would write two halves of a letter.
    return "".join(
        letter if letter.isprintable() else f"\\U{ord(letter):08x}" for letter in json.dumps(value, ensure_ascii=False)
    )
