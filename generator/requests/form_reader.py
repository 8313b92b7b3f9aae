"""Read a submitted issue form back, in the order of its fields, whatever else somebody wrote into it."""

from dataclasses import dataclass

from generator.model.request import Asked
from generator.requests.form import Forms


@dataclass(frozen=True, slots=True)
class Reading:
    """What a form says. `asked` holds what could be read, also while something is missing.

    `missing` are sentences about what to write where before anybody is told; `warnings` say what was left
    out or understood in another way. Both may be shown in public: people's own words stand in code. `forged`
    says that headings of fields stand where they do not belong; they count for nothing.
    """

    asked: Asked
    missing: tuple[str, ...] = ()
    forged: bool = False
    warnings: tuple[str, ...] = ()


def read_form(body: str, forms: Forms) -> Reading | None:
    """Read an issue's text, or return None when it is none of our forms; no text whatever raises."""
    raise NotImplementedError
