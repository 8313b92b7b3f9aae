"""What GitHub's answers mean, without a GitHub: how long to wait, and words for whatever comes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.forge.answers import TRIES, Refusal, last_page, links, reason_of, refusal_of, seconds_to_wait, trouble_of

HEADERS = st.dictionaries(
    st.sampled_from(
        ["Retry-After", "x-ratelimit-remaining", "X-RateLimit-Reset", "date", "x-accepted-github-permissions"]
    ),
    st.sampled_from(["0", "1", "²", "-3", "1795269600", "99999999999999", "Sat, 21 Nov 2026 12:00:00 GMT", ""])
    | st.text(max_size=5),
)
ANSWERS = st.sampled_from(
    [
        "",
        "{",
        "null",
        "[]",
        '{"message": 3, "errors": "x"}',
        '{"message": null, "errors": [null, 1, "a", {"code": "b"}]}',
        "<html>",
        '{"message": "rate"}',
    ]
) | st.text(max_size=9)


@given(
    st.sampled_from([0, 301, 307, 400, 401, 403, 404, 410, 418, 422, 429, 451, 500, 503]),
    ANSWERS,
    HEADERS,
    st.integers(1, 9),
)
def test_every_answer_has_a_meaning(status: int, text: str, headers: dict[str, str], tries: int) -> None:
    """Whatever GitHub answers, the wait is none or a number of seconds that ends, and the words name cause and next step."""
    refusal = refusal_of(status, text, headers)
    wait = seconds_to_wait(refusal, tries)
    assert wait is None or (wait >= 0 and tries < TRIES)
    trouble = trouble_of(refusal, "lodestar/directory")
    assert str(trouble).endswith(".")
    assert str(trouble).count(". ") >= 1
    assert trouble.passing == (refusal.limited or refusal.unsure or status in (301, 307))
    assert reason_of(refusal, 7) is None or not trouble.passing


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({"retry-after": "17", "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1795262500"}, 17),
        (
            {"x-ratelimit-remaining": "0", "x-ratelimit-reset": "1795262500", "date": "Sat, 21 Nov 2026 12:00:00 GMT"},
            101,
        ),
        ({"x-ratelimit-remaining": "0", "x-ratelimit-reset": "1795262300", "date": "Sat, 21 Nov 2026 12:00:00 GMT"}, 1),
        ({"x-ratelimit-remaining": "0", "x-ratelimit-reset": "1795262500"}, 1),
        ({"x-ratelimit-remaining": "0"}, 60),
        ({"x-ratelimit-remaining": "7", "x-ratelimit-reset": "1795262500"}, 60),
    ],
)
def test_a_limit_says_itself_how_long(headers: dict[str, str], wait: float) -> None:
    """What GitHub says comes first, then the reset by GitHub's own clock, and a minute where it says nothing."""
    assert seconds_to_wait(Refusal(429, "", headers), 1) == wait


def test_the_second_wait_for_an_unsaid_limit_is_longer() -> None:
    """Where GitHub does not say how long, each wait is twice the one before, and there is a last."""
    limit = Refusal(403, "You have exceeded a secondary rate limit.")
    assert [seconds_to_wait(limit, tries) for tries in range(1, TRIES + 1)] == [60, 120, 240, 480, None]


@pytest.mark.parametrize("status", [400, 401, 404, 410, 418, 422])
def test_a_plain_no_is_not_asked_again(status: int) -> None:
    """What GitHub refuses it will refuse again."""
    assert seconds_to_wait(Refusal(status, "No"), 1) is None


def test_links_lead_to_further_pages() -> None:
    """The header with the links tells where the next page is and how many there are; no header means there is one page."""
    header = '<https://api.github.com/repositories/1/issues?per_page=3&page=2>; rel="next", <https://api.github.com/repositories/1/issues?page=15&per_page=3>; rel="last"'
    assert links(header)["next"].endswith("per_page=3&page=2")
    assert (last_page(header), last_page(""), last_page('<https://x/?per_page=9&after=a>; rel="next"')) == (15, 1, 1)
