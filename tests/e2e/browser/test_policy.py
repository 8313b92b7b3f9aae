"""Every page keeps its own Content-Security-Policy, and the policy keeps strangers' scripts from running."""

import re
from pathlib import Path

import pytest

from tests.e2e.browser.conftest import OpenPage
from tests.fakes.example_site import KINDS

_GUIDES = ("guides/safety/", "reference/profile/", "contributing/architecture/", "join/")
_META = re.compile(
    r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">\n<meta name="referrer" content="same-origin">'
)


@pytest.mark.parametrize("path", [*KINDS.values(), *_GUIDES, "404.html"])
def test_a_page_does_nothing_that_its_policy_forbids(open_page: OpenPage, address: str, path: str) -> None:
    """Opening a page of each kind, in light and dark and on paper, breaks no rule; the fixture watches for it."""
    page = open_page(color_scheme="dark")
    page.goto(f"{address}{path}")
    page.wait_for_load_state("networkidle")
    page.emulate_media(media="print", color_scheme="light")
    for summary in page.locator("summary:visible").all()[:5]:
        summary.click()


@pytest.mark.parametrize("path", ["", "mentors/", "mentors/example-mallory/", "guides/safety/"])
def test_a_script_from_elsewhere_does_not_run(open_page: OpenPage, address: str, path: str) -> None:
    """Markup that got into a page in spite of everything runs nothing, and loads nothing from other hosts."""
    page = open_page()
    seen: list[str] = []
    page.route("**/*", lambda route: _with_attack(route))
    page.on("console", lambda message: seen.append(message.text))
    page.add_init_script("globalThis.reportViolation = () => {}")
    page.goto(f"{address}{path}")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("() => globalThis.hit === undefined")
    assert sum("Content Security Policy" in text for text in seen) >= 3


def _with_attack(route) -> None:
    response = route.fetch()
    if "text/html" not in response.headers.get("content-type", ""):
        return route.fulfill(response=response)
    attack = "<script>hit = 1</script><img src=x onerror='hit = 2'><script src=data:text/javascript,hit=3></script>"
    return route.fulfill(response=response, body=response.text().replace("</body>", f"{attack}</body>"))


def test_every_page_has_a_policy_and_ours_is_strict(site: Path) -> None:
    """No page is without one, before its first script; only guides of the documentation theme may have inline styles."""
    loose = set()
    for page in site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        name = page.relative_to(site).as_posix()
        policies = _META.findall(html)
        assert 1 == len(policies), name
        assert html.index("Content-Security-Policy") < html.index("<script"), name
        assert "'unsafe-eval'" not in policies[0] and "script-src 'self'" in policies[0], name
        if "'unsafe-inline'" in policies[0] or "sha256" in policies[0]:
            loose.add(name.split("/")[0])
    assert loose <= {
        "contributing",
        "decisions",
        "guides",
        "reference",
        "join",
        "how-it-works",
        "run-your-own",
        "support",
    }
