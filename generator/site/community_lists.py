"""Communities elsewhere and links that the community recommends: two lists that scripts can filter."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from markupsafe import Markup

from generator.model.community import Community, SharedResource
from generator.site.build_stamp import built_line
from generator.site.chips import chip_row
from generator.site.meta_tags import page_head
from generator.site.page import Page
from generator.site.resources import duration
from generator.site.site_context import SiteContext
from generator.site.templating import concat, template
from generator.text.catalogue import _
from generator.text.github_addresses import editor_of, new_file_in
from generator.text.labels import choice
from generator.text.languages import language

COMMUNITIES, RESOURCES = "communities/", "resources/"
JOBS = "jobs"
_KINDS = ("skills", "topics", "domains")
_page = template("community_list.html")


class _Row(NamedTuple):
    """One link with what people need to know before they open it; `values` are what filters look at."""

    title: str
    url: str
    kind: str
    about: str
    details: str
    chips: Markup
    values: dict[str, str]


class _Filter(NamedTuple):
    name: str
    title: str
    any: str
    choices: list[tuple[str, str]]


class _Section(NamedTuple):
    id: str
    title: str
    lead: str
    rows: list[_Row]


def communities_page(site: SiteContext) -> Page:
    """Return the page of communities, by name."""
    found = sorted(site.directory.communities, key=lambda one: one.name.casefold())
    rows = [_community(site, one) for one in found]
    kind = _kinds((one.kind for one in found), lambda value: choice("communities.kind", value, "communities"))
    filters = [
        _Filter("kind", _("Where it meets"), _("Anywhere"), kind),
        _Filter("about", _("About"), _("Anything"), _subjects(site, found)),
        _Filter("language", _("Language"), _("Any language"), _languages(found)),
    ]
    lead = _(
        "People to learn with, ask and meet, in other places. They aren’t part of {name}.",
        name=site.directory.settings.name,
    )
    return _list_page(
        site, COMMUNITIES, _("Communities"), lead, [_Section("list", "", "", rows)] if rows else [], filters
    )


def resources_page(site: SiteContext) -> Page:
    """Return the page of resources, by title; jobs boards come last, and the page says whose they are."""
    found = sorted(site.directory.resources, key=lambda one: one.title.casefold())
    to_read = [_resource(site, one) for one in found if one.kind != JOBS]
    jobs = [_resource(site, one) for one in found if one.kind == JOBS]
    filters = [
        _Filter("kind", _("Kind"), _("Any kind"), _kinds((one.kind for one in found), _kind_of_resource)),
        _Filter(
            "audience",
            _("For"),
            _("Everyone"),
            [(one, choice("resources.audience", one, "resources")) for one in ("mentee", "mentor")],
        ),
        _Filter("about", _("About"), _("Anything"), _subjects(site, found)),
        _Filter("language", _("Language"), _("Any language"), _languages(found)),
    ]
    owner = site.directory.settings.name
    jobs_lead = _(
        "{name} lists no jobs and has no part in them. These boards belong to others, with their own rules.", name=owner
    )
    sections = [
        _Section("list", _("To read, watch and try"), "", to_read),
        _Section("jobs", _("Jobs boards"), jobs_lead, jobs),
    ]
    lead = _("Links that this community recommends. They lead to other people’s pages.")
    return _list_page(
        site, RESOURCES, _("Resources and jobs boards"), lead, [one for one in sections if one.rows], filters
    )


def _list_page(
    site: SiteContext, path: str, title: str, lead: str, sections: Sequence[_Section], filters: Sequence[_Filter]
) -> Page:
    settings = site.directory.settings
    file = f"programs/{path.rstrip('/')}.yml"
    count = sum(len(one.rows) for one in sections)
    body = _page(
        title=title,
        lead=lead,
        sections=sections,
        filters=[one for one in filters if len(one.choices) > 1] if count > 3 else [],
        file=file,
        suggest=editor_of(settings, file) if count else new_file_in(settings, "programs"),
        empty=_("Nothing is listed yet"),
        built=built_line(site.built),
    )
    return Page(path, title, lead, body, page_head(site, path, title, lead, bool(count)), bool(count) and site.indexing)


def _community(site: SiteContext, one: Community) -> _Row:
    kind = choice("communities.kind", one.kind, "communities")
    details = " · ".join(filter(None, (one.place, ", ".join(map(language, one.languages)))))
    return _Row(one.name, one.url, kind, one.about, details, _chips(site, one), _values(one))


def _resource(site: SiteContext, one: SharedResource) -> _Row:
    details = (
        choice("resources.audience", one.audience, "resources") if one.audience != "both" else "",
        duration(one.minutes) if one.minutes else "",
        choice("resources.cost", one.cost, "resources") if one.cost else "",
        ", ".join(map(language, one.languages)),
    )
    values = _values(one) | {"audience": "mentor mentee" if one.audience == "both" else one.audience}
    return _Row(
        one.title,
        one.url,
        _kind_of_resource(one.kind),
        one.about,
        " · ".join(filter(None, details)),
        _chips(site, one),
        values,
    )


def _kind_of_resource(kind: str) -> str:
    return choice("resources.kind", kind, "resources")


def _chips(site: SiteContext, one: Community | SharedResource) -> Markup:
    return concat(chip_row(site.chips[kind], getattr(one, kind)) for kind in _KINDS)


def _values(one: Community | SharedResource) -> dict[str, str]:
    """Return what filters compare, as words with spaces between; what says no language is for everyone."""
    subjects = " ".join(f"{kind}/{id}" for kind in _KINDS for id in getattr(one, kind))
    return {"kind": one.kind, "about": subjects, "language": " ".join(one.languages)}


def _kinds(kinds: Iterable[str], label: Callable[[str], str]) -> list[tuple[str, str]]:
    return sorted(((kind, label(kind)) for kind in set(kinds)), key=_by_label)


def _subjects(site: SiteContext, found: Iterable[Community | SharedResource]) -> list[tuple[str, str]]:
    subjects = {(kind, id) for one in found for kind in _KINDS for id in getattr(one, kind)}
    labels = ((f"{kind}/{id}", site.directory.vocabularies.of_kind(kind).label(id)) for kind, id in subjects)
    return sorted(labels, key=_by_label)


def _languages(found: Iterable[Community | SharedResource]) -> list[tuple[str, str]]:
    return sorted(((tag, language(tag)) for tag in {tag for one in found for tag in one.languages}), key=_by_label)


def _by_label(pair: tuple[str, str]) -> str:
    return pair[1].casefold()
