"""Take pictures of every kind of page, so that someone can look at them: `python -m scripts.screenshots FOLDER`.

Three directories: nobody yet, the example's people, and 300 made-up mentors (`--mentors`); each on a phone and at a
desk, in light and dark. `--sizes small` or `--kinds home,profile` takes fewer. `--look "accent: teal, corners: round"`
shows the example as another community would have it. `--docs` keeps the few that docs/contributing/the-look.md shows,
small enough for a repository. It needs what the browser tests need: run `make test` once before.
"""

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

import click
from click.testing import CliRunner
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from generator.cli import main as lodestar
from generator.plugin.build import build_with_mkdocs
from tests.e2e.browser.chromium import find_chromium
from tests.fakes.example_site import PROJECT, copy_directory, write_activity
from tests.fakes.serving import serving
from tests.paths import ROOT

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
DOCS = ROOT / "docs" / "contributing" / "the-look"
WIDTHS = {360: 740, 1280: 800}
SCHEMES = ("light", "dark")
LONGEST = 2400
"""Pixels of a page's length on one picture; what follows repeats."""
GOALS = {
    "want": [{"skill": "python", "importance": "must"}, {"skill": "testing"}], "topics": ["cv-review"],
    "languages": ["en"], "timezone": "Europe/London", "windows": ["Tue 17:00-19:00"], "stage": "beginner",
}  # fmt: skip

KINDS = {
    "home": "", "finder": "mentors/", "goals": "mentors/", "filters": "mentors/", "compare": "mentors/",
    "nothing": "mentors/#text=glassblowing", "profile": "mentors/{handle}/", "fit": "mentors/{handle}/",
    "ask": "ask/#{handle}", "asking": "ask/#{handle}", "me": "me/", "join": "join/", "programs": "programs/",
    "program": "programs/{program}/", "roadmaps": "roadmaps/", "roadmap": "roadmaps/python-first-steps/",
    "skills": "skills/", "skill": "skills/python/", "requests": "requests/", "board": "board/",
    "guide": "guides/mentee/", "how": "how-it-works/", "support": "support/", "lost": "404.html",
}  # fmt: skip
"""By the name in a picture's file: the page's address."""
WITH_GOALS = {"goals", "compare", "fit", "asking", "me"}
"""Kinds of pages that look different to someone who stated goals."""

KEPT_IN_DOCS = {
    ("small", "home", 360, "light"), ("small", "home", 1280, "dark"), ("small", "goals", 360, "dark"),
    ("small", "goals", 1280, "light"), ("small", "fit", 360, "light"), ("small", "compare", 1280, "light"),
    ("small", "asking", 360, "light"), ("large", "finder", 1280, "light"), ("empty", "home", 360, "light"),
}  # fmt: skip


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--sizes", default="empty,one,small,large", show_default=True, help="Which directories.")
@click.option("--kinds", default=",".join(KINDS), help="Which pages; without it, all.")
@click.option("--mentors", default=300, show_default=True, help="How many mentors the large directory has.")
@click.option("--look", help="Settings for `look` in directory.yml, with commas between.")
@click.option("--logo", type=click.Path(exists=True, path_type=Path), help="A picture that `look` names as logo.svg.")
@click.option("--docs", is_flag=True, help="Only those of docs/contributing/the-look.md, put there.")
def main(folder: Path, sizes: str, kinds: str, mentors: int, look: str | None, logo: Path | None, docs: bool) -> None:
    """Take pictures of every kind of page into FOLDER, a file for each size, kind, width and scheme."""
    asked = [
        (size, kind, width, scheme)
        for size in sizes.split(",")
        for kind in kinds.split(",")
        for width in WIDTHS
        for scheme in SCHEMES
        if not docs or (size, kind, width, scheme) in KEPT_IN_DOCS
    ]
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as work, _browser() as browser:
        for size in dict.fromkeys(one for one, *_ in asked):
            root = directory(Path(work) / size, size, mentors, look, logo)
            site = Path(work) / f"{size}-site" / PROJECT
            build_with_mkdocs(root, site, NOW)
            with serving(site.parent) as host:
                for _, kind, width, scheme in (one for one in asked if one[0] == size):
                    path = page_path(root, kind)
                    if path is not None and (site / path.split("#")[0]).exists():
                        picture = take(browser, f"{host}{PROJECT}/", kind, path, width, scheme, whole=not docs)
                        keep(picture, DOCS if docs else folder, f"{size}-{kind}-{width}-{scheme}", docs)
            click.echo(f"{size}: done", err=True)


def directory(root: Path, size: str, mentors: int, look: str | None, logo: Path | None) -> Path:
    """Write a directory of a size: `empty`, `one`, `small` or `large`."""
    copy_directory(root)
    if size == "small":
        write_activity(root)
    if size == "large":
        CliRunner().invoke(lodestar, ["demo", "--mentors", str(mentors), str(root / "made")], catch_exceptions=False)
        root = root / "made"
        CliRunner().invoke(
            lodestar,
            ["activity", "--forge", f"folder:{root / 'threads'}", "--root", str(root), "--output", str(root / "activity.json")],
            catch_exceptions=False,
        )  # fmt: skip
    if size in ("empty", "one"):
        for path in [*root.glob("mentors/*.yml"), *root.glob("programs/*.yml"), *root.glob("programs/roadmaps/*.yml")]:
            if size == "empty" or path.parent.name != "mentors" or path.stem != "example-noor":
                path.unlink()
        for photo in root.glob("mentors/photos/*.jpg"):
            if not (root / "mentors" / f"{photo.stem}.yml").exists():
                photo.unlink()
    if logo:
        copyfile(logo, root / "logo.svg")
    if look:
        with (root / "directory.yml").open("a", encoding="utf-8") as settings:
            settings.write(f"\nlook: {{{look}}}\n")
    return root


def page_path(root: Path, kind: str) -> str | None:
    """Return the address of a kind of page in a directory, or None where it has nobody to show."""
    people = sorted(path.stem for path in root.glob("mentors/*.yml"))
    programs = sorted(path.stem for path in root.glob("programs/*.yml"))
    path = KINDS[kind]
    if ("{handle}" in path and not people) or ("{program}" in path and not programs):
        return None
    handle = "example-tomasz" if "example-tomasz" in people else (people or [""])[0]
    program = "spring-2027" if "spring-2027" in programs else (programs or [""])[0]
    return path.format(handle=handle, program=program)


def take(browser: Browser, address: str, kind: str, path: str, width: int, scheme: str, whole: bool) -> Image.Image:
    """Open a page as somebody in London would, bring it into its state, and take its picture."""
    context = browser.new_context(
        viewport={"width": width, "height": WIDTHS[width]},
        color_scheme="dark" if scheme == "dark" else "light",
        timezone_id="Europe/London",
        locale="en-GB",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.clock.set_fixed_time(NOW)
    if kind in WITH_GOALS:
        _remember(page, address, {"goals": GOALS})
    page.goto(f"{address}{path}")
    page.wait_for_load_state("networkidle")
    _bring_into_state(page, kind)
    page.evaluate("scrollTo(0, 0)")
    page.wait_for_timeout(250)
    picture = Image.open(BytesIO(page.screenshot(full_page=whole and kind not in ("filters", "compare"))))
    context.close()
    return picture.crop((0, 0, picture.width, min(picture.height, LONGEST)))


def _remember(page: Page, address: str, known: Mapping[str, object]) -> None:
    page.goto(f"{address}robots.txt")
    for name, value in known.items():
        page.evaluate(
            "([key, text]) => localStorage.setItem(key, text)", [f"lodestar /{PROJECT}/ {name}", json.dumps(value)]
        )


def _bring_into_state(page: Page, kind: str) -> None:
    if kind == "filters" and page.locator(".mentor-open").is_visible():
        page.locator(".mentor-open").click()
    if kind == "compare":
        buttons = page.locator(".mentor-cards [data-do=shortlist]")
        for number in range(min(3, buttons.count())):
            buttons.nth(number).click()
        if buttons.count():
            page.get_by_role("button", name="Compare").click()
    if kind == "asking":
        page.locator("#why").fill("I want to write tests for a small order sheet, so that I dare to change it.")


def keep(picture: Image.Image, folder: Path, name: str, small: bool) -> None:
    """Write a picture: as it is, or small enough for a repository."""
    folder.mkdir(parents=True, exist_ok=True)
    if small:
        picture.convert("RGB").save(folder / f"{name}.webp", quality=72, method=6)
    else:
        picture.save(folder / f"{name}.png")


@contextmanager
def _browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(os.environ), args=["--no-sandbox", "--no-proxy-server"]
        )
        yield browser
        browser.close()


if __name__ == "__main__":
    main()
