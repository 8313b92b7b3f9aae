"""Every page keeps its own Content-Security-Policy, and the policy keeps strangers' scripts from running."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Error, Page

from tests.e2e.browser.conftest import OpenPage
from tests.fakes.example_site import KINDS

_GUIDES = ("guides/safety/", "reference/profile/", "contributing/architecture/")
_META = re.compile(
    r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">\n<meta name="referrer" content="same-origin">'
)


_USE_EVERYTHING = """async () => {
  addEventListener("submit", (event) => event.preventDefault(), true);
  addEventListener("click", (event) => event.target.closest("a[href]") && event.preventDefault(), true);
  globalThis.print = () => {};
  const controls = "button, summary, select, input, textarea, a[href^='#']";
  const tell = (one, ...names) => names.forEach((name) => one.dispatchEvent(new Event(name, { bubbles: true })));
  const used = new Set();
  const fill = (one) => {
    if (one.matches("select")) {
      for (const option of [...one.options].slice(0, 4)) {
        one.value = option.value;
        tell(one, "input", "change");
      }
    } else if (one.matches("textarea, input[type=text], input[type=search], input:not([type])")) {
      one.value = "python mentor in berlin";
      tell(one, "focus", "input", "keyup", "change");
    } else if (one.matches("input[type=number], input[type=range]")) {
      one.value = 2;
      tell(one, "input", "change");
    } else if (!one.matches("input[type=file], input[type=hidden]")) {
      one.click();
    }
  };
  for (let round = 0; round < 3; round += 1) {
    for (const one of [...document.querySelectorAll(controls)].slice(0, 150)) {
      if (used.has(one) || !one.isConnected || one.disabled) continue;
      used.add(one);
      fill(one);
      await new Promise((done) => setTimeout(done, 5));
    }
    await new Promise((done) => setTimeout(done, 300));
  }
  return used.size;
}"""
"""Press every button, open every fold, tick, choose and type everywhere; also what comes into being by that."""


@pytest.mark.parametrize("path", list(dict.fromkeys([*KINDS.values(), *_GUIDES, "404.html"])))
def test_a_page_keeps_to_its_policy(open_page: OpenPage, address: str, path: str) -> None:
    """In dark, on paper and in light, nothing that can be pressed, opened, ticked, chosen or typed on a page breaks its policy or a script; the fixture watches for it."""
    page = open_page(color_scheme="dark")
    page.goto(f"{address}{path}")
    page.wait_for_load_state("networkidle")
    page.emulate_media(media="print", color_scheme="light")
    page.emulate_media(media="screen")
    assert _use_everything(page) >= (60 if path == KINDS["mentors"] else 1)


def _use_everything(page: Page, pages: int = 4) -> int:
    """How many controls were used on the page that one ends on, after at most so many pages."""
    try:
        used = page.evaluate(_USE_EVERYTHING)
    except Error as left:
        # A button that leads to another page has done what it is for; there everything is used, too.
        assert "navigation" in left.message and pages > 1, left.message
        page.wait_for_load_state("networkidle")
        return _use_everything(page, pages - 1)
    page.wait_for_load_state("networkidle")
    return int(used)


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
        "code-of-conduct",
        "move-in",
        "contributing",
        "decisions",
        "guides",
        "reference",
        "how-it-works",
        "run-your-own",
        "support",
        "try-a-request",
        "embed",
    }
