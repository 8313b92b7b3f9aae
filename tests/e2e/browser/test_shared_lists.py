"""The lists of communities and resources in a browser: filtered with scripts, whole without."""

from tests.e2e.browser.conftest import OpenPage


def test_a_filter_narrows_the_list_and_can_be_shared(open_page: OpenPage, address: str) -> None:
    """What is chosen is shown and is in the address; from there the same is shown again, and all comes back."""
    page = open_page()
    page.goto(f"{address}resources/")
    page.locator("mentor-list-filter[data-ready]").wait_for()
    every = page.locator(".lo-shared > li").count()
    page.get_by_label("Kind").select_option("jobs")
    shown = page.locator(".lo-shared > li:not([hidden])")
    assert 0 < shown.count() < every
    assert page.get_by_role("heading", name="To read, watch and try").is_hidden()
    assert page.url.endswith("#kind=jobs")
    page.reload()
    page.locator("mentor-list-filter[data-ready]").wait_for()
    page.get_by_label("For").select_option("mentor")
    page.get_by_label("About").select_option("skills/git")
    page.get_by_role("button", name="Show everything").click()
    assert shown.count() == every


def test_without_scripts_everything_is_listed(open_page: OpenPage, address: str) -> None:
    """The list is whole, and no filter is shown that would do nothing."""
    page = open_page(javascript=False)
    page.goto(f"{address}communities/")
    assert page.locator(".lo-shared > li").first.is_visible()
    assert page.locator("select").first.is_hidden()
