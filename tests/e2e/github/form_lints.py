"""What we promise about every issue form, as functions from a form's text to what is wrong with it.

GitHub refuses most of these itself, but only once the form is on the main branch and people need it;
its published schema says nothing about them. The rest keeps the submitted text readable for a program.
"""

import re
from collections.abc import Callable, Iterator

import yaml

Lint = Callable[[str], Iterator[str]]


def parse(text: str) -> dict:
    """Read a form with every value as the text it was written as, so that `no` stays a word."""
    return yaml.load(text, Loader=yaml.BaseLoader)


def fields(text: str) -> list[dict]:
    """Return what a person fills in, in order."""
    return [part for part in parse(text)["body"] if part["type"] != "markdown"]


def switches(text: str) -> set[str]:
    """Return the ids of dropdowns with an option that YAML reads as a switch, as it does `No` without quotes."""
    return {
        field["id"]
        for field in yaml.safe_load(text)["body"]
        if field["type"] == "dropdown" and any(isinstance(option, bool) for option in field["attributes"]["options"])
    }


def options(field: dict) -> list[str]:
    """Return the words a person may choose from."""
    return [option if isinstance(option, str) else option["label"] for option in field["attributes"].get("options", [])]


def plain(label: str) -> str:
    """Return a label as GitHub compares it: letters and digits only."""
    return re.sub(r"[\W_]+", "", label).lower()


def something_is_asked(text: str) -> Iterator[str]:
    """GitHub refuses a form that only tells, and one without a name."""
    if not fields(text):
        yield "there is nothing to fill in"
    for key in ("name", "description"):
        if not parse(text).get(key, "").strip():
            yield f"the form has no {key}"


def labels_say_something(text: str) -> Iterator[str]:
    """GitHub refuses a field without a label or with an empty one, and a dropdown or boxes without options."""
    for field in fields(text):
        if not plain(field["attributes"].get("label", "")):
            yield f"the field {field.get('id', '')} has no label"
        if field["type"] in ("dropdown", "checkboxes") and not all(map(plain, options(field) or [""])):
            yield f"the field {field.get('id', '')} has no options, or an empty one"


def ids_are_unique(text: str) -> Iterator[str]:
    """Links fill in a field by its id, so each field has one of its own."""
    seen: set[str] = set()
    for field in fields(text):
        name = field.get("id")
        if not name:
            yield f"the field {field['attributes'].get('label', '')} has no id"
        elif not re.fullmatch(r"[A-Za-z0-9_-]+", name):
            yield f"the id {name} has signs that an address cannot carry"
        elif name.lower() in seen:
            yield f"the id {name} is used twice"
        else:
            seen.add(name.lower())


def labels_are_unique(text: str) -> Iterator[str]:
    """The submitted text has labels, not ids; two labels that differ in signs alone are one."""
    seen: set[str] = set()
    for field in fields(text):
        label = field["attributes"].get("label", "")
        if plain(label) in seen:
            yield f"the label {label} is used twice"
        seen.add(plain(label))


def free_text_comes_last(text: str) -> Iterator[str]:
    """A heading written into free text looks like a field, and can only shadow what comes after it. Details are lines, not text.

    Answers to a program's own questions are a second free text, which may only come right before it.
    """
    asked = [field for field in fields(text) if field.get("id") not in ("details", "more")]
    kinds = [field["type"] for field in asked if field.get("id") != "answers"]
    if kinds.count("textarea") > 1:
        yield f"it has {kinds.count('textarea')} free texts instead of one"
    elif "textarea" in kinds and kinds[-1] != "textarea":
        yield "the free text is not the last field"
    if "answers" in [field.get("id") for field in asked if field not in asked[-2:-1]]:
        yield "the answers are not right before the free text"


def options_can_be_chosen(text: str) -> Iterator[str]:
    """GitHub keeps the word None for itself, reads yes and no without quotes as switches, and refuses an option twice or a default that is not there."""
    for field in fields(text):
        label, words = field["attributes"].get("label", ""), options(field)
        if any(plain(word) == "none" for word in words):
            yield f"{label} has the option None"
        if field.get("id") in switches(text):
            yield f"{label} has an option that YAML reads as a switch"
        if len({plain(word) for word in words}) < len(words):
            yield f"{label} has an option twice"
        default = field["attributes"].get("default")
        if default is not None and not (default.isdigit() and int(default) < len(words)):
            yield f"{label} has a default that is not one of its options"


def several_choices_can_be_told_apart(text: str) -> Iterator[str]:
    """GitHub joins several choices with commas, so none of them may contain one."""
    for field in fields(text):
        if field["attributes"].get("multiple") == "true" and any("," in word for word in options(field)):
            yield f"{field['attributes'].get('label', '')} has an option with a comma"


def no_secret_is_asked(text: str) -> Iterator[str]:
    """GitHub refuses a field for a password, and the answers of every form are public."""
    for field in fields(text):
        label = field["attributes"].get("label", "")
        if re.search(
            r"password|passphrase|secret|token|credit card|social security|e-?mail|phone", label, re.IGNORECASE
        ):
            yield f"{label} asks for something private"


def public_is_said_first(text: str) -> Iterator[str]:
    """Before anything is asked, the form says that all of it is public."""
    first = parse(text)["body"][0]
    if first["type"] != "markdown" or "public" not in first["attributes"]["value"]:
        yield "it does not begin by saying that everything is public"


LINTS: tuple[Lint, ...] = (
    something_is_asked,
    labels_say_something,
    ids_are_unique,
    labels_are_unique,
    free_text_comes_last,
    options_can_be_chosen,
    several_choices_can_be_told_apart,
    no_secret_is_asked,
    public_is_said_first,
)

GOOD = """\
name: Ask
description: Ask somebody.
body:
  - type: markdown
    attributes:
      value: Everything here is public.
  - type: input
    id: mentor
    attributes:
      label: Mentor
  - type: dropdown
    id: format
    attributes:
      label: Format
      multiple: true
      default: 1
      options: [Calls, Chat]
  - type: textarea
    id: goals
    attributes:
      label: Goals
"""

BAD = [
    ("something_is_asked", GOOD[GOOD.index("  - type: input") :], ""),
    ("something_is_asked", "name: Ask", 'name: " "'),
    ("labels_say_something", "label: Mentor", 'label: "!"'),
    ("labels_say_something", "label: Mentor", "placeholder: Mentor"),
    ("labels_say_something", "[Calls, Chat]", "[]"),
    ("ids_are_unique", "id: format", "id: the format"),
    ("ids_are_unique", "id: format", "id: mentor"),
    ("ids_are_unique", "    id: format\n", ""),
    ("labels_are_unique", "label: Format", "label: mentor!"),
    ("free_text_comes_last", "type: input", "type: textarea"),
    (
        "free_text_comes_last",
        "    id: mentor\n",
        "    id: first\n    attributes: {label: First}\n  - type: textarea\n    id: mentor\n",
    ),
    (
        "free_text_comes_last",
        "    id: mentor\n",
        "    id: first\n    attributes: {label: First}\n  - type: textarea\n    id: answers\n",
    ),
    ("options_can_be_chosen", "[Calls, Chat]", "[Calls, None]"),
    ("options_can_be_chosen", "[Calls, Chat]", "[Calls, calls]"),
    ("options_can_be_chosen", "[Calls, Chat]", "[Calls, No]"),
    ("options_can_be_chosen", "default: 1", "default: 2"),
    ("several_choices_can_be_told_apart", "[Calls, Chat]", '["Calls, video or audio", Chat]'),
    ("no_secret_is_asked", "label: Format", "label: Your password"),
    ("no_secret_is_asked", "label: Format", "label: Your e-mail address"),
    ("public_is_said_first", "Everything here is public.", "Hello."),
]
"""Changes of the good example, each with the promise that it breaks."""
