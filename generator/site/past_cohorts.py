"""Who took part in a program, what they worked on, and its other years, for its page."""

from typing import NamedTuple

from generator.model.mentor import Mentor
from generator.model.program import Program, Project
from generator.site.program_people import Shown, newest_first, roles_in
from generator.site.site_context import SiteContext
from generator.text.catalogue import N_, _
from generator.text.labels import choice

_ROLES = "people.roles"
_GROUPS = {
    "participant": N_("Participants"),
    "mentor": N_("Mentors"),
    "expert": N_("Experts"),
    "speaker": N_("Speakers"),
    "facilitator": N_("Facilitators"),
    "organiser": N_("Organisers"),
    "helper": N_("Helpers"),
}
"""What people of each role are called together, in the order in which a page shows them."""


class ShownProject(NamedTuple):
    """A project as a program's page shows it."""

    title: str
    url: str
    summary: str
    people: tuple[Shown, ...]
    status: str
    finished: bool
    outcome: str


def people_by_role(site: SiteContext, program: Program) -> list[tuple[str, list[Shown]]]:
    """Return who took part, under each of their roles; mentors whose cards are on the page are left out."""
    named = {(id, role): None for id, role in roles_in(program) if not (role == "mentor" and id in program.mentors)}
    groups = []
    for role, title in _GROUPS.items():
        people = [site.people_of_programs.shown(id, program) for id, one in named if one == role]
        if people:
            groups.append((_(title), sorted(people, key=lambda one: one.name.casefold())))
    return groups


def projects_of(site: SiteContext, program: Program) -> list[ShownProject]:
    """Return a program's projects in the order of its file."""
    return [_shown(site, program, one) for one in program.projects]


def _shown(site: SiteContext, program: Program, project: Project) -> ShownProject:
    people = tuple(
        site.people_of_programs.shown(
            member.id,
            program,
            "" if member.role == "participant" else choice("projects.people.role", member.role, "program"),
        )
        for member in sorted(project.people, key=lambda one: list(_GROUPS).index(one.role))
    )
    status = choice("projects.status", project.status, "program") if project.status else ""
    return ShownProject(
        project.title, project.link, project.summary, people, status, project.status == "finished", project.outcome
    )


def other_years(site: SiteContext, program: Program) -> list[Program]:
    """Return the other programs of its series, the newest first."""
    programs = site.directory.programs.values()
    same = [one for one in programs if program.series and one.series == program.series and one.id != program.id]
    return sorted(same, key=newest_first)


def past_programs(site: SiteContext, mentor: Mentor) -> list[tuple[str, str]]:
    """Return the programs that name a mentor, each with its page; those that the profile names itself are left out."""
    programs = site.directory.programs
    return [
        (f"programs/{id}/", _with_roles(programs[id].title, roles))
        for id, roles in site.people_of_programs.programs_of(mentor.handle).items()
        if id not in mentor.programs
    ]


def _with_roles(title: str, roles: tuple[str, ...]) -> str:
    if roles == ("mentor",):
        return title
    words = ", ".join(choice(_ROLES, role, "program") for role in roles)
    return _("{program} ({roles})", program=title, roles=words)
