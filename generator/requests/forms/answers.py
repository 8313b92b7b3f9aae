"""Write a filled-in form as GitHub writes it into an issue."""

from collections.abc import Mapping

from generator.requests.forms.details import FIELD, write_details
from generator.requests.forms.form import CHECKBOXES, DROPDOWN, Field, Form, Forms


def filled_in(forms: Forms, kind: str, answers: Mapping[str, str]) -> str:
    """Return the text of an issue made with the form for a kind, from answers by field id.

    A choice may be given by its id. Boxes count as ticked, what is not answered as left open. Answers to retired fields
    are lines of the details.
    """
    form = _form_of(forms, kind)
    retired = ((field, answers.get(field.id, "")) for field in form.fields if field.retired)
    lines = write_details((field, _answer(field, answer)) for field, answer in retired if answer)
    given = {FIELD: lines, **answers, "kind": kind}
    return "\n\n".join(f"### {field.label}\n\n{_answer(field, given.get(field.id, ''))}" for field in form.shown) + "\n"


def _form_of(forms: Forms, kind: str) -> Form:
    own = next((form for form in forms.forms if form.kind == kind), None)
    with_choice = (
        form
        for form in forms.forms
        for field in form.fields
        if field.id == "kind" and any(one.id == kind for one in field.choices)
    )
    return own or next(with_choice)


def _answer(field: Field, answer: str) -> str:
    if field.type == CHECKBOXES:
        return "\n".join(f"- [X] {choice.text}" for choice in field.choices)
    if field.type == DROPDOWN:
        chosen = next((choice for choice in field.choices if choice.id == answer), None)
        return chosen.text if chosen else answer or "_No response_"
    return answer or "_No response_"
