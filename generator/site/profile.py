"""A mentor's own page."""

import json

from markupsafe import Markup

from generator.model.mentor import Mentor
from generator.site.asking import how_to_ask
from generator.site.badges import badge
from generator.site.github_links import editor_of, profile_of, source_of
from generator.site.initials import hue, initials
from generator.site.labels import choice, language
from generator.site.page import Page
from generator.site.profile_facts import profile_sections
from generator.site.site_input import SiteInput
from generator.site.surroundings import built_line
from generator.site.templating import template

_profile = template("profile.html")
_profile_head = template("profile_head.html")
_others = template("others.html")
_UNSAFE_IN_SCRIPT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def profile_page(site: SiteInput, mentor: Mentor) -> Page:
    """Make one mentor's page, so that one changed file needs one new page."""
    path = f"mentors/{mentor.handle}/"
    indexed = site.indexing and mentor.search_engines and site.standings[mentor.handle].listed
    head = _head(site, mentor, path, indexed)
    return Page(path, mentor.name, mentor.headline, _body(site, mentor), head, indexed, mentor.last_confirmed)


def _body(site: SiteInput, mentor: Mentor) -> Markup:
    settings, handle = site.directory.settings, mentor.handle
    standing = site.standings[handle]
    photo = site.photos.get(handle)
    ask = how_to_ask(mentor, standing, settings)
    file = f"mentors/{mentor.github}.yml"
    return _profile(
        name=mentor.name,
        pronouns=mentor.pronouns,
        headline=mentor.headline,
        photo=photo and photo.large,
        initials=initials(mentor.name),
        hue=hue(handle),
        badge=badge(standing, site.today),
        commitment=choice("commitment", mentor.commitment),
        languages=", ".join(map(language, mentor.languages)),
        url=ask.url,
        own_page=ask.own_page,
        reason=ask.reason,
        others=ask.reason and _others_like(site, mentor),
        sections=profile_sections(site, mentor, standing),
        edit=editor_of(settings, file),
        source=source_of(settings, file),
        concern=settings.private_contact,
        built=built_line(site.built),
    )


def _others_like(site: SiteInput, mentor: Mentor) -> Markup:
    skill = mentor.skills[0]
    return _others(skill=skill, label=site.directory.vocabularies.skills.label(skill))


def _head(site: SiteInput, mentor: Mentor, path: str, indexed: bool) -> Markup:
    settings = site.directory.settings
    photo = site.photos.get(mentor.handle)
    image = settings.site_url + photo.large if photo and settings.site_url else ""
    return _profile_head(
        indexed=indexed,
        site_name=settings.name,
        name=mentor.name,
        headline=mentor.headline,
        handle=mentor.handle,
        url=settings.site_url and settings.site_url + path,
        image=image,
        # Written for search engines, so people whom these may not list have none.
        person=_person(site, mentor, image) if indexed else "",
    )


def _person(site: SiteInput, mentor: Mentor, image: str) -> Markup:
    """Describe the mentor in schema.org's words, as JSON that cannot end the script it stands in."""
    skills = site.directory.vocabularies.skills
    person = {
        "@type": "Person",
        "name": mentor.name,
        "alternateName": mentor.github,
        "description": mentor.headline,
        "knowsAbout": [skills.label(skill) for skill in mentor.skills],
        "knowsLanguage": list(mentor.languages),
        "sameAs": [profile_of(mentor.github), *(url for _, url in mentor.links)],
    } | ({"image": image} if image else {})
    page = {"@context": "https://schema.org", "@type": "ProfilePage", "mainEntity": person}
    return Markup(json.dumps(page, ensure_ascii=False).translate(_UNSAFE_IN_SCRIPT))
