"""The built site as files: complete, linked, valid, and the same every time."""

import gzip
import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from xml.etree import ElementTree

import html5lib
import pytest

from generator.adapters import processes
from generator.plugin.build import build_with_mkdocs
from tests.fakes.example_site import KINDS, NOW, PROJECT, copy_directory

HOST = "https://site.invalid"


def _pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def _address(site: Path, page: Path) -> str:
    return f"{HOST}/{PROJECT}/{page.relative_to(site).as_posix().removesuffix('index.html')}"


class _Attributes(HTMLParser):
    """Collects the tags of a page with their attributes; quick enough for every page of the site."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


@pytest.fixture(scope="module")
def tags(site: Path) -> dict[Path, list[tuple[str, dict[str, str | None]]]]:
    """Every page's tags with their attributes."""
    read = {}
    for page in _pages(site):
        parser = _Attributes()
        parser.feed(page.read_text(encoding="utf-8"))
        read[page] = parser.tags
    return read


@pytest.fixture(scope="module")
def parsed(site: Path) -> dict[Path, list]:
    """One page of each kind, and every profile, parsed exactly as browsers do."""
    pages = {site / path / "index.html" for path in KINDS.values()} | set(
        (site / "mentors").glob("example-*/index.html")
    )
    trees = {
        page: html5lib.parse(page.read_text(encoding="utf-8"), namespaceHTMLElements=False) for page in sorted(pages)
    }
    return {page: [element for element in tree.iter() if isinstance(element.tag, str)] for page, tree in trees.items()}


def test_every_page_is_reached_by_links_from_home(site: Path, tags: dict) -> None:
    """Whoever follows links, beginning at home, comes to every page: none is built that nobody can find."""
    linked = {
        page: {
            site
            / unquote(urlsplit(urljoin(_address(site, page), attributes["href"])).path).removeprefix(f"/{PROJECT}/")
            for tag, attributes in found
            if tag == "a" and attributes.get("href")
        }
        for page, found in tags.items()
    }
    reached, waiting = set(), [site / "index.html"]
    while waiting:
        page = waiting.pop()
        if page not in reached:
            reached.add(page)
            targets = (target / "index.html" if target.is_dir() else target for target in linked[page])
            waiting += [target for target in targets if target in linked]
    orphans = {page.relative_to(site).as_posix() for page in linked.keys() - reached}
    # A hidden mentor keeps the page for those who know its address; no list shows it.
    assert orphans <= {"404.html", "mentors/example-jamie/index.html"}


def test_every_internal_link_leads_somewhere(site: Path, tags: dict) -> None:
    """Each link, picture, script and style sheet of the site's own is there, below the project path, with its anchor."""
    anchors = {page: {attributes.get("id") for _, attributes in found} for page, found in tags.items()}
    broken = []
    for page, found in tags.items():
        if page.name == "404.html":  # its links are absolute, because it is shown at any address
            continue
        for _, attributes in found:
            for name in ("href", "src", "data-index"):
                link = attributes.get(name)
                if not link or urlsplit(link).scheme in ("https", "http", "data", "mailto"):
                    continue
                whole, anchor = urldefrag(urljoin(_address(site, page), link))
                path = unquote(urlsplit(whole).path)
                if not path.startswith(f"/{PROJECT}/"):
                    broken.append((page, link))
                    continue
                target = site / path.removeprefix(f"/{PROJECT}/")
                target = target / "index.html" if path.endswith("/") and name != "data-index" else target
                # What has a "=" is for the page's script, like #as=learner.
                anchor = "" if "=" in anchor else anchor
                if not target.exists() or (anchor and target in anchors and unquote(anchor) not in anchors[target]):
                    broken.append((page.relative_to(site), link))
    assert broken == []


def test_nothing_is_loaded_from_elsewhere(tags: dict) -> None:
    """No page names a script, style sheet, picture, font or frame of another host."""
    loading = {
        ("script", "src"),
        ("img", "src"),
        ("img", "srcset"),
        ("iframe", "src"),
        ("source", "srcset"),
        ("link", "href"),
    }
    for page, found in tags.items():
        for tag, attributes in found:
            for loader, name in loading:
                link = attributes.get(name) if tag == loader else None
                if link and urlsplit(link).scheme in ("http", "https"):
                    assert attributes.get("rel") in ("canonical", "alternate"), (page, link)


def test_peoples_links_are_marked(parsed: dict[Path, list], site: Path) -> None:
    """Links that strangers wrote are https and tell search engines not to follow them."""
    profile = parsed[site / "mentors/example-mallory/index.html"]
    outside = [element for element in profile if element.tag == "a" and "example.org" in (element.get("href") or "")]
    theirs = [element for element in outside if "conduct" not in element.get("href")]
    assert theirs
    for element in theirs:
        assert element.get("href").startswith("https://")
        assert set((element.get("rel") or "").split()) >= {"nofollow", "ugc", "noopener"}


def test_no_page_runs_a_strangers_script(parsed: dict[Path, list]) -> None:
    """Whatever a profile holds, no page has a script, handler, style, frame or base that is not ours."""
    for page, elements in parsed.items():
        for element in elements:
            text = "".join(element.itertext())
            if element.tag == "script" and element.get("type") != "application/ld+json":
                assert "pwned" not in text, page
            assert element.tag not in ("iframe", "base", "object", "embed"), page
            assert not [name for name in element.attrib if name.startswith("on")], page
            assert not (element.get("href") or "").strip().lower().startswith(("javascript:", "data:", "vbscript:")), (
                page
            )
            if element.tag == "style":
                assert "display:none}" not in text.replace(" ", ""), page


def test_structured_data_is_json_whatever_people_write(parsed: dict[Path, list], site: Path) -> None:
    """JSON-LD parses whatever a profile holds, names the person, and is there for those who want to be indexed."""
    found = 0
    for elements in parsed.values():
        for element in elements:
            if element.tag == "script" and element.get("type") == "application/ld+json":
                data = json.loads(element.text)
                assert data["@type"] == "ProfilePage"
                assert data["mainEntity"]["name"]
                found += 1
    assert found == (site / "sitemap.xml").read_text(encoding="utf-8").count("/mentors/example-")


def test_no_sentinel_is_left(site: Path) -> None:
    """Every slot of the shells was filled; the word is found only where a stranger wrote it."""
    for page in _pages(site):
        if "example-mallory" not in page.parts:
            assert "zzlodestar" not in page.read_text(encoding="utf-8"), page
    assert not list(site.rglob("*zzlodestar*"))


def test_search_engines_are_asked_in_only_by_their_owners(site: Path) -> None:
    """A profile is indexed and in the sitemap exactly when its owner says so."""
    listed = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert gzip.decompress((site / "sitemap.xml.gz").read_bytes()).decode() == listed
    ElementTree.fromstring(listed)
    for page in (site / "mentors").glob("example-*/index.html"):
        handle = page.parent.name
        wanted = "search_engines: true" in (site.parents[1] / "root" / "mentors" / f"{handle}.yml").read_text(
            encoding="utf-8"
        )
        hidden = handle == "example-jamie"
        html = page.read_text(encoding="utf-8")
        assert ('<meta name="robots" content="noindex">' in html) == (not wanted or hidden), handle
        assert (f"/mentors/{handle}/</loc>" in listed) == (wanted and not hidden), handle
    assert f"<loc>https://example.org/{PROJECT}/mentors/</loc>" in listed
    assert listed.count(f"<loc>https://example.org/{PROJECT}/mentors/</loc>") == 1


def test_every_page_says_when_it_was_built(site: Path) -> None:
    """Each page of ours says the day of the build and where its time is, so that no page changes for the time alone."""
    stamp = json.loads((site / "assets/lodestar/built.json").read_text(encoding="utf-8"))
    assert stamp == {"version": 1, "built": "2026-11-21T09:30:00Z"}
    for kind, path in KINDS.items():
        html = (site / path / "index.html").read_text(encoding="utf-8")
        assert '<time datetime="2026-11-21" data-built="' in html, kind
        assert 'assets/lodestar/built.json">21 November 2026</time>' in html, kind


def test_a_hidden_mentor_is_in_no_list(site: Path) -> None:
    """A person who does not offer mentoring has a page that says so, and appears in no list of mentors, index or feed."""
    assert (site / "mentors" / "example-jamie" / "index.html").exists()
    for path in [
        site / "mentors" / "index.html",
        *(site / "skills").rglob("*.html"),
        *(site / "api").rglob("*.json"),
        *(site / "feeds").rglob("*.xml"),
    ]:
        if path.name not in ("example-jamie.json", "mentees.json"):
            assert "example-jamie" not in path.read_text(encoding="utf-8"), path


def test_the_same_directory_builds_the_same_site(example: Path, site: Path, tmp_path: Path) -> None:
    """A second build at the same time writes the same bytes in every file, so that a diff shows what changed."""
    build_with_mkdocs(example, tmp_path / "again", NOW)
    first = {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    second = {
        path.relative_to(tmp_path / "again"): path.read_bytes()
        for path in (tmp_path / "again").rglob("*")
        if path.is_file()
    }
    assert first.keys() == second.keys()
    assert [path for path in first if first[path] != second[path]] == []


def test_two_processes_write_the_same_site(
    example: Path, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A site whose writing is shared between two processes has the same files with the same bytes."""
    monkeypatch.setattr(processes, "_may_fork", lambda: True)
    monkeypatch.setattr(processes, "WORTH_IT", 1)
    build_with_mkdocs(example, tmp_path / "shared", NOW)
    first = {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    second = {
        path.relative_to(tmp_path / "shared"): path.read_bytes()
        for path in (tmp_path / "shared").rglob("*")
        if path.is_file()
    }
    assert first.keys() == second.keys()
    assert [path for path in first if first[path] != second[path]] == []


def test_mkdocs_build_makes_the_same_site(tmp_path: Path) -> None:
    """`mkdocs build` and `lodestar build` write the same files."""
    root = copy_directory(tmp_path / "root")
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(int(NOW.timestamp()))}
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "--strict", "-d", str(tmp_path / "a")],
        cwd=root,
        check=True,
        capture_output=True,
        env=environment,
    )
    subprocess.run(
        [sys.executable, "-m", "generator", "build", "--root", str(root), "--site-dir", str(tmp_path / "b")],
        check=True,
        capture_output=True,
        env=environment,
    )
    names = [
        {path.relative_to(tmp_path / side) for path in (tmp_path / side).rglob("*") if path.is_file()} for side in "ab"
    ]
    assert names[0] == names[1]
    page = Path("mentors/example-tomasz/index.html")
    assert (tmp_path / "a" / page).read_bytes() == (tmp_path / "b" / page).read_bytes()


@pytest.fixture(scope="session")
def validator() -> list[str]:
    """The command that validates HTML, from the npm packages that `make test` installs."""
    folder = os.environ.get("LODESTAR_NODE")
    if not folder:
        pytest.fail(
            "LODESTAR_NODE names no folder. Run the tests by `make test`, which installs the HTML validator.",
            pytrace=False,
        )
    return ["node", f"{folder}/node_modules/html-validate/bin/html-validate.mjs"]


def test_every_kind_of_page_is_valid_html(site: Path, validator: list[str], tmp_path: Path) -> None:
    """One page of each kind passes html-validate's checks of the HTML standard and of its document rules."""
    config = tmp_path / "htmlvalidate.json"
    config.write_text('{"root": true, "extends": ["html-validate:standard"]}', encoding="utf-8")
    pages = [str(site / path / "index.html") for path in KINDS.values()]
    done = subprocess.run(
        [*validator, "--config", str(config), "--formatter", "text", *pages],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout + done.stderr == ""
    assert done.returncode == 0


def test_the_validator_can_fail(validator: list[str], tmp_path: Path) -> None:
    """The validator really looks: a page with a stray end tag is refused."""
    (tmp_path / "bad.html").write_text(
        "<!doctype html><html lang='en'><head><title>x</title></head><body></p><div><p></div></body></html>",
        encoding="utf-8",
    )
    (tmp_path / ".htmlvalidate.json").write_text(
        '{"root": true, "extends": ["html-validate:standard"]}', encoding="utf-8"
    )
    done = subprocess.run([*validator, str(tmp_path / "bad.html")], capture_output=True, text=True, check=False)
    assert done.returncode != 0


def test_profiles_keep_the_order_of_the_design(site: Path) -> None:
    """A profile tells whether and how someone helps, when, how they work and what is known, with labels and not ids."""
    html = (site / "mentors/example-tomasz/index.html").read_text(encoding="utf-8")
    headings = re.findall(r"<h2[^>]*>([^<]+)", html)
    assert headings[:8] == [
        "Would you two fit?", "What I can help with", "Free hours", "How I work", "Track record", "What mentees say", "Stories", "In my own words",
    ]  # fmt: skip
    article = html[html.index("<main") : html.index("</main>")]
    visible = re.sub(r"<[^>]+>", " ", article)
    for identifier in ("rest-apis", "project-focused", "ad-hoc-qa", "as-needed", "industry-veteran", "1h "):
        assert identifier not in visible
