"""Links worth following, with what people need to know before they open one."""

from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup

from generator.model.program import Resource
from generator.site.templating import template
from generator.text.counting import hours, minutes
from generator.text.labels import choice

_resources = template("resources.html")


class _Shown(NamedTuple):
    title: str
    url: str
    details: str


def resource_list(resources: Iterable[Resource]) -> Markup:
    """Return the links as a list: kind, time and cost where their author stated them."""
    return _resources(resources=[_Shown(one.title, one.url, _details(one)) for one in resources])


def duration(length: int) -> str:
    """Write how long something takes, given in minutes, in hours from two hours on."""
    return minutes(length) if length < 120 else hours(round(length / 60, 1))


def _details(resource: Resource) -> str:
    kind = resource.kind and choice("resources.kind", resource.kind, "program")
    cost = resource.cost and choice("resources.cost", resource.cost, "program")
    return ", ".join(filter(None, (kind, duration(resource.minutes) if resource.minutes else "", cost)))
