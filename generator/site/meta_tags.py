"""What search engines and link previews read of a page, and nothing for those who may not list it."""

import json
from collections.abc import Iterator

from markupsafe import Markup

from generator.model.mentor import Mentor
from generator.site.feeds import FEED_PATH, newest_title
from generator.site.previews import SITE_PREVIEW
from generator.site.request_feeds import ALL_REQUESTS, feed_of, title_of_all, title_of_mentor
from generator.site.site_context import SiteContext
from generator.site.templating import compile_flat_template, concat, template
from generator.text.github_addresses import profile_of

_page = compile_flat_template("head.html", "robots", "site_name", "title", "description", "more")
_profile = compile_flat_template("profile_head.html", "robots", "site_name", "name", "headline", "login", "more")
_url = compile_flat_template("head_url.html", "url")
_feed = compile_flat_template("head_feed.html", "path", "title")
_image = compile_flat_template("head_image.html", "image")
_preview = compile_flat_template("head_preview.html", "image")
_person = compile_flat_template("head_person.html", "person")
_NOINDEX = template("noindex.html")()
_EMPTY = Markup("")
_JSON = json.JSONEncoder(ensure_ascii=False)
UNSAFE_IN_SCRIPT = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


def page_head(
    site: SiteContext, path: str, title: str, description: str, indexed: bool, preview: str = SITE_PREVIEW
) -> Markup:
    """Return the head of a page that is not about one person; `preview` is the picture that a link to it shows."""
    settings = site.directory.settings
    return _page(
        robots=_EMPTY if indexed else _NOINDEX,
        site_name=settings.name,
        title=title,
        description=description,
        more=concat((_address(site, path), _preview_at(site, preview), *_feeds(site))),
    )


def profile_head(site: SiteContext, mentor: Mentor, path: str, indexed: bool) -> Markup:
    """Return the head of a mentor's page.

    The description in schema.org's words is written for search engines, so only the pages that these
    may list have it.
    """
    settings = site.directory.settings
    photo = site.photos.get(mentor.handle)
    image = settings.site_url + photo.large if photo and settings.site_url else ""
    more = [_address(site, path)]
    if mentor.handle in site.asked:
        more.append(_feed(path=feed_of(mentor.handle), title=title_of_mentor(settings, mentor)))
    more.append(_image(image=image) if image else _preview_at(site, SITE_PREVIEW))
    if indexed:
        more.append(_person(person=_described(site, mentor, image)))
    return _profile(
        robots=_EMPTY if indexed else _NOINDEX,
        site_name=settings.name,
        name=mentor.name,
        headline=mentor.headline,
        login=mentor.github or mentor.handle,
        more=concat(more),
    )


def _feeds(site: SiteContext) -> Iterator[Markup]:
    """Yield the feeds that a reader of any list may follow, so that feed readers find them by the page's address."""
    settings = site.directory.settings
    yield _feed(path=FEED_PATH, title=newest_title(settings))
    if site.activity:
        yield _feed(path=ALL_REQUESTS, title=title_of_all(settings))


def _address(site: SiteContext, path: str) -> Markup:
    start = site.directory.settings.site_url
    return _url(url=start + path) if start else _EMPTY


def _preview_at(site: SiteContext, path: str) -> Markup:
    """Name a picture by its whole address, as networks need it; without one there is none."""
    start = site.directory.settings.site_url
    return _preview(image=start + path) if start else _EMPTY


def _described(site: SiteContext, mentor: Mentor, image: str) -> Markup:
    """Describe the mentor as JSON that cannot end the script it is in."""
    skills = site.directory.vocabularies.skills
    person = {
        "@type": "Person",
        "name": mentor.name,
        "alternateName": mentor.github or mentor.handle,
        "description": mentor.headline,
        "knowsAbout": [skills.label(skill) for skill in mentor.skills],
        "knowsLanguage": list(mentor.languages),
        "sameAs": [*([profile_of(mentor.github)] if mentor.github else []), *(url for _, url in mentor.links)],
    } | ({"image": image} if image else {})
    page = {"@context": "https://schema.org", "@type": "ProfilePage", "mainEntity": person}
    return Markup(_JSON.encode(page).translate(UNSAFE_IN_SCRIPT))
