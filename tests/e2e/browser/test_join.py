"""The form on which one becomes a mentor: by keyboard alone, as far as a file on GitHub that has no problem."""

import threading
from collections.abc import Callable, Iterator
from datetime import date
from html import escape
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from generator.adapters.filesystem import read_directory
from generator.profiles.check import check_files
from generator.profiles.source import SourceFile
from generator.profiles.yaml_reader import read_plain
from generator.site.photos import photo_defect
from tests.e2e.browser.test_walk import DESK, PHONE, violations
from tests.e2e.browser.test_walk import axe as axe
from tests.paths import EXAMPLES, ROOT, SITES

pytestmark = pytest.mark.browser
OpenPage = Callable[..., Page]
TODAY = date(2026, 11, 21)
MOST_INTERACTIONS = 25
PARIS = {"locale": "fr-FR", "timezone_id": "Europe/Paris"}


class _GitHub(BaseHTTPRequestHandler):
    """Shows the name and the text that a link to a new file fills in, as GitHub does."""

    def do_GET(self) -> None:
        sent = parse_qs(urlsplit(self.path).query)
        name, text = sent.get("filename", [""])[0], sent.get("value", [""])[0]
        body = f"<!doctype html><title>New file</title><h1>{escape(name)}</h1><textarea>\n{escape(text)}</textarea>".encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_about: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def github() -> Iterator[str]:
    """The address of a page that looks like GitHub's for a new file."""
    server = HTTPServer(("127.0.0.1", 0), _GitHub)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def _open(open_page: OpenPage, address: str, **how: Any) -> Page:
    page = open_page(**{"viewport": DESK, **PARIS, **how})
    page.clock.set_fixed_time(f"{TODAY}T12:00:00Z")
    page.goto(f"{address}join/")
    expect(page.locator("[data-joining]")).to_have_attribute("data-ready", "all")
    return page


def _proposed(page: Page, github: str) -> tuple[str, str]:
    """Follow the link to GitHub, and return the name and the text that arrive there."""
    link = page.get_by_role("link", name="Propose on GitHub").get_attribute("href")
    parts = urlsplit(link)
    assert (parts.netloc, parts.path.split("/")[3:]) == ("github.com", ["new", "main", "mentors"])
    there = page.context.new_page()
    there.goto(f"{github}{parts.path}?{parts.query}")
    return there.locator("h1").inner_text(), there.locator("textarea").input_value()


def _problems(name: str, text: str) -> list[str]:
    files = {file.path: file for file in read_directory(EXAMPLES / "base")}
    files |= {file.path: file for file in read_directory(ROOT) if file.path.startswith("vocabulary/")}
    path = f"mentors/{name}"
    files[path] = SourceFile(path, text.encode())
    return [str(one) for one in check_files(files.values(), TODAY, photo_defect).problems if one.path == path]


class _Keyboard:
    """Types and presses, and counts: moving the focus by Tab is not counted, a text written is one."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.count = 0

    def go_to(self, id: str) -> None:
        for _step in range(60):
            if self.page.evaluate("document.activeElement.id || document.activeElement.dataset.slot") == id:
                return
            self.page.keyboard.press("Tab")
        pytest.fail(f"no way by Tab to {id}")

    def write(self, text: str) -> None:
        self.page.keyboard.insert_text(text)
        self.count += 1

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.count += 1


def test_a_profile_by_keyboard_alone(open_page: OpenPage, address: str, github: str) -> None:
    """The five required answers take at most 25 interactions, and the file that arrives on GitHub has no problem."""
    page = _open(open_page, address)
    keys = _Keyboard(page)
    keys.go_to("f-name")
    keys.write("Mireille Okafor")
    keys.go_to("f-github")
    keys.write("mireille-o")
    keys.go_to("f-headline")
    keys.write("Data engineer: I untangle pipelines, and “first weeks”")
    keys.go_to("f-skills")
    for skill in ("Python", "unit testing"):
        keys.write(skill)
        keys.press("Enter")
    keys.go_to("go")
    assert keys.count < MOST_INTERACTIONS
    name, text = _proposed(page, github)
    assert name == "mireille-o.yml"
    assert _problems(name, text) == []
    assert read_plain(text) == {
        "name": "Mireille Okafor", "github": "mireille-o", "headline": "Data engineer: I untangle pipelines, and “first weeks”",
        "skills": ["python", "unit-testing"], "languages": ["fr"], "timezone": "Europe/Paris", "location": {"country": "FR"},
        "commitment": "1h", "capacity": 1,
        "last_confirmed": "2026-11-21",
    }  # fmt: skip


def _fill(page: Page) -> None:
    page.get_by_label("Your name").fill("Mireille")
    page.get_by_label("GitHub name").fill("mireille-o")
    page.get_by_label("One line about you").fill("I untangle pipelines")
    page.locator("#f-skills").fill("Python")
    page.locator("#f-skills").press("Enter")


def test_who_only_learns_is_asked_only_for_what_that_needs(open_page: OpenPage, address: str, github: str) -> None:
    """From the page of mentees to a file without a problem: no skill, commitment or capacity is asked for or written."""
    page = open_page(viewport=DESK, **PARIS)
    page.clock.set_fixed_time(f"{TODAY}T12:00:00Z")
    page.goto(f"{address}mentees/")
    page.get_by_role("link", name="Let mentors find you").click()
    expect(page.locator("[data-joining]")).to_have_attribute("data-ready", "all")
    expect(page.get_by_role("heading", name="Let mentors find you")).to_be_visible()
    expect(page.get_by_label("I’m looking for a mentor")).to_be_checked()
    expect(page.get_by_label("How many people at once?")).to_be_hidden()
    page.get_by_role("link", name="Propose on GitHub").click()
    expect(page.get_by_role("alert")).to_contain_text("4 answers need a look")
    expect(page.locator("#f-learning-skills-problem")).to_contain_text("'learning.skills' is missing")
    page.get_by_label("Your name").fill("Mei-Lin R.")
    page.get_by_label("GitHub name").fill("mei-lin")
    page.get_by_label("One line about you").fill("Night nurse, planning a fairer rota")
    page.locator("#f-learning-skills").fill("py")
    page.locator("#f-learning-skills").press("Enter")
    card = page.locator("[data-slot=card]")
    expect(card.get_by_text("Wants to learn")).to_be_visible()
    expect(card.locator("[data-slot=card-learning]")).to_have_text("Python")
    expect(card.get_by_text("Looking until 19 February 2027")).to_be_visible()
    expect(card.get_by_text("Can help you with")).to_be_hidden()
    name, text = _proposed(page, github)
    assert (name, _problems(name, text)) == ("mei-lin.yml", [])
    seeks = {
        "name": "Mei-Lin R.", "github": "mei-lin", "headline": "Night nurse, planning a fairer rota", "offer_to_mentor": False,
        "seeking_mentor": True, "languages": ["fr"], "timezone": "Europe/Paris", "location": {"country": "FR"},
        "learning": {"skills": ["python"], "until": "2027-02-19"}, "last_confirmed": "2026-11-21",
    }  # fmt: skip
    assert read_plain(text) == seeks
    page.get_by_label("Both").check()
    page.locator("#f-skills").fill("Docker")
    page.locator("#f-skills").press("Enter")
    name, text = _proposed(page, github)
    assert _problems(name, text) == []
    del seeks["offer_to_mentor"]
    assert read_plain(text) == {**seeks, "skills": ["docker"], "commitment": "1h", "capacity": 1}
    page.get_by_label("I’d like to mentor").check()
    expect(page.locator("[data-slot=file]")).not_to_contain_text("learning")
    assert "seeking_mentor" not in (page.locator("[data-slot=file]").text_content() or "")


def test_problems_come_when_a_field_was_left(open_page: OpenPage, address: str) -> None:
    """Nothing is wrong before a field was left; then its problem is beside it, and gone as soon as it's right."""
    page = _open(open_page, address)
    line = page.get_by_label("One line about you")
    problem = page.locator("#f-headline-problem")
    line.fill("write to ada@example.org")
    expect(problem).to_be_hidden()
    line.press("Tab")
    expect(problem).to_contain_text("'headline' contains what looks like an email address.")
    expect(line).to_have_attribute("aria-invalid", "true")
    line.fill("write to me")
    expect(problem).to_be_hidden()


def test_what_is_missing_is_said_before_going_on(open_page: OpenPage, address: str) -> None:
    """The link to GitHub leads nowhere while something is missing; the focus goes to the first of it."""
    page = _open(open_page, address)
    page.get_by_role("link", name="Propose on GitHub").click()
    expect(page.get_by_role("alert")).to_contain_text("4 answers need a look")
    expect(page.get_by_label("Your name")).to_be_focused()
    expect(page.locator("#f-name-problem")).to_have_text("The field 'name' is missing.")
    assert len(page.context.pages) == 1


def test_what_people_call_things_is_understood(open_page: OpenPage, address: str) -> None:
    """Synonyms become skills, a topic goes to the topics, a city to its time zone, and a new word can be proposed.

    Suggestions are announced as such, walked with the arrow keys, taken with Enter and left with Escape.
    """
    page = _open(open_page, address)
    skills = page.locator("[data-field=skills]")
    box = page.locator("#f-skills")
    box.press_sequentially("pyth")
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("ArrowDown")
    expect(page.locator("#f-skills-list [aria-selected=true]")).to_have_text("Python")
    box.press("Enter")
    expect(skills.locator("[data-slot=chosen] bdi")).to_have_text(["Python"])
    box.press_sequentially("test")
    box.press("Escape")
    expect(page.locator("#f-skills-list")).to_be_hidden()
    box.fill("py, CV review, wibbling, making websites")
    box.press("Enter")
    expect(skills.locator("[data-slot=chosen] bdi")).to_have_text(["Python", "wibbling", "Web development"])
    expect(page.locator("[data-field=topics] [data-slot=chosen] bdi")).to_have_text(["CV review"])
    page.get_by_role("button", name="Propose it").click()
    page.locator("#f-timezone").fill("pune, india")
    page.locator("#f-timezone").press("Tab")
    expect(page.locator("#f-timezone")).to_have_value("Asia/Kolkata")
    text = page.locator("[data-slot=file]").text_content() or ""
    assert read_plain(text)["skills"] == ["python", "web-development"]
    assert "# New for vocabulary/skills.yml: - {id: wibbling, label: wibbling}" in text


def test_a_country_is_guessed_and_taken_away(open_page: OpenPage, address: str) -> None:
    """The country follows the time zone while it is a guess; it is in the file only as long as the form shows it."""
    page = _open(open_page, address)
    country, file = page.get_by_label("Country"), page.locator("[data-slot=file]")
    expect(country).to_be_visible()
    expect(country).to_have_value("FR")
    expect(file).to_contain_text("country: FR")
    page.locator("#f-timezone").fill("Lisbon")
    page.locator("#f-timezone").press("Tab")
    expect(country).to_have_value("PT")
    country.select_option("")
    expect(file).not_to_contain_text("country")
    page.locator("#f-timezone").fill("Berlin")
    page.locator("#f-timezone").press("Tab")
    expect(page.locator("#f-timezone")).to_have_value("Europe/Berlin")
    expect(country).to_have_value("")


def test_a_week_is_painted_by_hand_and_by_keyboard(open_page: OpenPage, address: str) -> None:
    """Hours are tapped, dragged over, or set with arrow keys and the space bar; hours that touch are one."""
    page = _open(open_page, address)
    _fill(page)
    page.get_by_text("When you’re free").click()
    hour = page.get_by_role("button", name="Tuesday 18:00–19:00")
    hour.press("Space")
    hour.press("ArrowDown")
    page.keyboard.press("Space")
    page.get_by_role("button", name="Thursday 08:00–09:00").click()
    expect(page.locator("[data-field=windows] [data-slot=chosen] > li")).to_have_text(
        ["Tue 18:00–20:00", "Thu 08:00–09:00"]
    )
    page.get_by_role("button", name="Remove Thu 08:00–09:00").click()
    expect(page.locator("[data-slot=file]")).not_to_contain_text("Thu 08:00")
    assert read_plain(page.locator("[data-slot=file]").text_content() or "")["windows"] == ["Tue 18:00-20:00"]


def test_a_draft_is_kept_and_thrown_away(open_page: OpenPage, address: str) -> None:
    """What was typed is there after a reload, also without a GitHub name, and one button deletes it from the browser."""
    page = _open(open_page, address)
    page.get_by_label("Your name").fill("Zoë Müller")
    page.get_by_role("button", name="I don’t have one").click()
    expect(page.get_by_label("Short name for your page")).to_have_value("zoe-muller")
    page.reload()
    expect(page.get_by_text("This is your draft.")).to_be_visible()
    expect(page.get_by_label("Your name")).to_have_value("Zoë Müller")
    expect(page.get_by_label("Short name for your page")).to_have_value("zoe-muller")
    page.get_by_role("button", name="Start again").click()
    expect(page.get_by_label("Your name")).to_have_value("")
    assert page.evaluate("Object.keys(localStorage)") == []


def test_an_existing_profile_is_changed(open_page: OpenPage, address: str) -> None:
    """A profile is opened by its name; one change is one line of its file, which is copied, and GitHub's editor opens."""
    page = _open(open_page, address, permissions=["clipboard-read", "clipboard-write"])
    page.get_by_text("Change a profile that’s here already").click()
    page.get_by_label("Name in the page’s address").fill("example-tomasz")
    page.get_by_role("button", name="Open it").click()
    expect(page.get_by_text("You’re changing mentors/example-tomasz.yml")).to_be_visible()
    expect(page.locator("[data-field=skills] [data-slot=chosen] bdi").first).to_have_text("Python")
    written = (SITES / "example" / "mentors" / "example-tomasz.yml").read_text(encoding="utf-8")
    page.get_by_label("How many people at once?").fill("7")
    file = page.locator("[data-slot=file]")
    expect(file).to_contain_text("capacity: 7")
    before, after = written.splitlines(), (file.text_content() or "").splitlines()
    changed = {line.split(":")[0] for line in after if line not in before}
    assert changed <= {"capacity", "last_confirmed"}
    assert [line for line in before if line not in after and not line.startswith(("capacity", "last_confirmed"))] == []
    link = page.get_by_role("link", name="Copy it and open GitHub").get_attribute("href")
    assert link.endswith("/edit/main/mentors/example-tomasz.yml")
    page.reload()
    expect(page.get_by_text("You’re changing mentors/example-tomasz.yml")).to_be_visible()
    expect(page.get_by_label("How many people at once?")).to_have_value("7")
    page.get_by_role("button", name="Stop, and begin a new profile").click()
    expect(page.get_by_label("Your name")).to_have_value("")


def test_a_handle_that_is_taken_leads_to_its_profile(open_page: OpenPage, address: str) -> None:
    """Whoever writes a name that has a profile here is told beside the field, and one tap opens that profile."""
    page = _open(open_page, address)
    _fill(page)
    page.get_by_label("GitHub name").fill("Example-Tomasz")
    page.get_by_label("GitHub name").press("Tab")
    expect(page.locator("#f-github-problem")).to_contain_text("There is a profile of example-tomasz here already.")
    page.get_by_role("link", name="Propose on GitHub").click()
    expect(page.get_by_role("alert")).to_contain_text("1 answer needs a look")
    page.get_by_role("button", name="Change that one").click()
    expect(page.get_by_text("You’re changing mentors/example-tomasz.yml")).to_be_visible()
    expect(page.locator("#f-github-problem")).to_be_hidden()


def test_a_pasted_file_is_changed(open_page: OpenPage, address: str) -> None:
    """A pasted file is read with its labels and comments; what can't be read is said, and changes nothing."""
    page = _open(open_page, address)
    page.get_by_text("Change a profile that’s here already").click()
    page.get_by_text("Or paste a file").click()
    paste = page.get_by_label("The whole text of your file")
    paste.fill("name: [")
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_text("This isn't a profile that can be read.")).to_be_visible()
    paste.fill("name: Ada # me\ngithub: ada-l\nskills: [Python, k8s]\nstage: Senior\ntimezone: pune\n")
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_label("Your name")).to_have_value("Ada")
    expect(page.locator("#f-headline-problem")).to_have_text("The field 'headline' is missing.")
    text = page.locator("[data-slot=file]").text_content() or ""
    assert "name: Ada # me\n" in text
    assert "skills: [python, kubernetes]\n" in text
    assert "stage: senior\n" in text
    assert "timezone: Asia/Kolkata\n" in text


def test_a_long_profile_is_copied(open_page: OpenPage, address: str) -> None:
    """A file that is too long for a link is copied whole; the link then only names it."""
    page = _open(open_page, address, permissions=["clipboard-read", "clipboard-write"])
    _fill(page)
    page.get_by_text("About you", exact=True).click()
    page.locator("#f-bio").fill("Б" * 1500)
    expect(page.get_by_text("Your file is too long for a link.")).to_be_visible()
    link = page.get_by_role("link", name="Propose on GitHub").get_attribute("href")
    assert "value=" not in link
    page.get_by_role("button", name="Copy the file").first.click()
    expect(page.get_by_text("Your file is copied.")).to_be_visible()
    assert read_plain(page.evaluate("navigator.clipboard.readText()"))["bio"] == "Б" * 1500
    with page.expect_download() as download:
        page.get_by_role("link", name="Download it").click()
    assert download.value.suggested_filename == "mireille-o.yml"
    assert read_plain(Path(download.value.path()).read_text(encoding="utf-8"))["name"] == "Mireille"


def test_the_card_shows_any_name(open_page: OpenPage, address: str) -> None:
    """The card shows what was typed as text, in every script, while it is typed."""
    page = _open(open_page, address)
    for name in ("山田 太郎", "محمد ا.", "<b>Ada</b>", "👩‍💻 Zoë"):
        page.get_by_label("Your name").fill(name)
        expect(page.locator("[data-slot=card-name]")).to_have_text(name)
        assert read_plain(page.locator("[data-slot=file]").text_content() or "")["name"] == name


def test_without_javascript_the_other_ways_are_there(open_page: OpenPage, address: str) -> None:
    """Without JavaScript there is no form that does nothing, but the way by hand and whom to write to."""
    page = open_page(javascript=False)
    page.goto(f"{address}join/")
    expect(page.get_by_text("or write your file by hand")).to_be_visible()
    expect(page.get_by_label("Your name")).to_be_hidden()
    expect(page.get_by_role("link", name="Create your file on GitHub")).to_be_visible()


def test_axe_finds_nothing_in_a_form_in_use(open_page: OpenPage, address: str, axe: str) -> None:
    """With suggestions, problems and every fold open, an automatic check of accessibility finds nothing."""
    page = _open(open_page, address, color_scheme="dark")
    page.locator("#f-skills").fill("wibbling")
    page.get_by_role("link", name="Propose on GitHub").click()
    for fold in page.locator(".lo-fold:not([hidden]) > summary").all():
        fold.click()
    page.get_by_role("button", name="Add", exact=True).last.click()
    page.locator("#f-skills").press_sequentially("pyth")
    assert violations(page, axe) == []


def test_nothing_is_wider_than_a_small_phone(open_page: OpenPage, address: str) -> None:
    """At 320 pixels, with every fold open, the page doesn't scroll sideways."""
    page = _open(open_page, address, viewport=PHONE)
    for fold in page.locator(".lo-fold:not([hidden]) > summary").all():
        fold.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    hours = page.locator(".lo-weekgrid__table button")
    assert hours.evaluate_all(
        "all => all.every(({ offsetHeight, offsetWidth }) => offsetHeight >= 24 && offsetWidth >= 24)"
    )
