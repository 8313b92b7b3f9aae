"""Is the judge itself right? GitHub's recorded answers and real events are held against the same descriptions."""

import functools
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.requests.lifecycle.event import READ, issue_of
from tests.fakes.github.contract import HERE, contract, validator
from tests.fakes.github.fake_github import FakeGitHub

RECORDED = [
    (path.stem, number, one)
    for path in sorted((HERE / "recorded").glob("*.json"))
    for number, one in enumerate(json.loads(path.read_text(encoding="utf-8")))
]
PAYLOADS = sorted((HERE / "payloads").glob("*.json"))
ADDED_SINCE = "has_discussions"
"""GitHub's repositories have grown a field since the recordings were made."""


@functools.cache
def _webhooks() -> dict[str, Any]:
    return json.loads((HERE / "webhooks.json").read_text(encoding="utf-8"))


def webhook_schema(event: str, action: str) -> dict[str, Any]:
    """Today's description of an event."""
    return {**_webhooks(), "$ref": f"#/events/{event}.{action}"}


@pytest.mark.parametrize(
    ("name", "number", "exchange"), RECORDED, ids=[f"{name}-{number}" for name, number, _ in RECORDED]
)
def test_recorded_exchanges_pass_the_judge(name: str, number: int, exchange: dict[str, Any]) -> None:
    """What GitHub really was asked and answered is without complaint, so a complaint about the fake means something."""
    path = exchange["path"].replace("/repositories/1000", f"/repos/octokit-fixture-org/{name}")
    assert contract().request_complaints(exchange["method"], path, exchange["body"]) == []
    answer = exchange["response"]
    if isinstance(answer, dict) and "full_name" in answer:
        answer = {ADDED_SINCE: False, **answer}
    assert contract().response_complaints(exchange["method"], path.split("?")[0], exchange["status"], answer) == []


def _shapes_of_the_fake() -> dict[str, Any]:
    with FakeGitHub() as fake:
        number = fake.open_issue("ada", "A")
        fake.state.add_labels(fake.state.bot, number, ["bug"])
        issue = fake.thread(number)["issue"]
        return {
            "issue": issue,
            "listed": fake.shapes.issue(fake.state.issues[number], listed=True),
            "label": issue["labels"][0],
            "repository": fake.shapes.repository(),
        }


@pytest.mark.parametrize(
    ("shape", "name", "number"),
    [
        ("issue", "add-labels-to-issue", 0),
        ("label", "add-labels-to-issue", 1),
        ("listed", "paginate-issues", 0),
        ("repository", "get-repository", 0),
    ],
)
def test_the_fake_draws_what_github_drew(shape: str, name: str, number: int) -> None:
    """Every field of a recorded answer is in the fake's answer too, and in a list, as in the recording, nobody is told who closed an issue."""
    recorded = next(one["response"] for stem, index, one in RECORDED if (stem, index) == (name, number))
    recorded = recorded[0] if isinstance(recorded, list) else recorded
    drawn = _shapes_of_the_fake()[shape]
    assert set(recorded) - set(drawn) == set()
    assert ("closed_by" in drawn) == ("closed_by" in recorded)


def test_links_lead_by_the_repositorys_number_as_recorded() -> None:
    """GitHub's links to further pages name the repository by its number; so do the fake's."""
    recorded = next(one for name, number, one in RECORDED if (name, number) == ("paginate-issues", 0))
    assert "/repositories/1000/issues?" in recorded["headers"]["link"]
    with FakeGitHub() as fake:
        fake.open_issue("ada", "1")
        fake.open_issue("ada", "2")
        answer, _ = fake.exchange(
            "GET",
            f"/repos/{fake.repository}/issues?per_page=1",
            {"authorization": f"token {fake.token}", "user-agent": "x"},
            None,
        )
        assert f"/repositories/{fake.state.id}/issues?" in answer.headers["Link"]


@pytest.mark.parametrize("path", PAYLOADS, ids=[path.stem for path in PAYLOADS])
def test_real_payloads_fit_todays_description(path: Path) -> None:
    """GitHub's own examples of events, topped up with the fields that came later, fit the description of today."""
    event, action, _ = path.stem.split(".")
    payload = json.loads(path.read_text(encoding="utf-8"))
    assert [error.message for error in validator(webhook_schema(event, action)).iter_errors(payload)] == []


@pytest.mark.parametrize("path", PAYLOADS, ids=[path.stem for path in PAYLOADS])
def test_real_payloads_lead_to_their_issue_or_to_none(path: Path) -> None:
    """A real event leads to its issue when a person did something that is read, and to none otherwise."""
    event, action, _ = path.stem.split(".")
    payload = json.loads(path.read_text(encoding="utf-8"))
    wanted = action in READ[event] and payload["sender"]["type"] != "Bot" and not payload["issue"].get("pull_request")
    assert issue_of(payload) == (payload["issue"]["number"] if wanted else None)


def test_real_payloads_hold_both_kinds() -> None:
    """Among the real events some are read and some are not, so the tests of them can fail both ways."""
    found = [issue_of(json.loads(path.read_text(encoding="utf-8"))) for path in PAYLOADS]
    assert len(found) == 38
    assert found.count(None) == 21


OPENED = {"action": "opened", "issue": {"number": 7}, "sender": {"login": "ada", "id": 1, "type": "User"}}


@pytest.mark.parametrize(
    ("event", "number"),
    [
        (OPENED, 7),
        ({**OPENED, "action": "created", "comment": {"id": 1}}, 7),
        ({**OPENED, "action": "deleted", "comment": {"id": 1}}, 7),
        ({key: value for key, value in OPENED.items() if key != "sender"}, 7),
        ({**OPENED, "action": "opened", "comment": {"id": 1}}, None),
        ({**OPENED, "action": "created"}, None),
        ({**OPENED, "sender": {"login": "github-actions[bot]", "type": "Bot"}}, None),
        ({**OPENED, "action": "deleted"}, None),
        ({**OPENED, "action": "transferred"}, None),
        ({**OPENED, "action": "labeled"}, None),
        ({**OPENED, "issue": {"number": 7, "pull_request": {"url": "https://api.github.com"}}}, None),
        ({**OPENED, "issue": {"number": True}}, None),
        ({**OPENED, "issue": {"number": "7"}}, None),
        ({**OPENED, "issue": {"number": 0}}, None),
        ({**OPENED, "action": ["opened"]}, None),
        ({"action": "completed", "workflow_run": {"id": 1}}, None),
        ({"schedule": "17 6 * * *"}, None),
        ({"inputs": None, "ref": "refs/heads/main"}, None),
        ([], None),
        (None, None),
    ],
)
def test_an_event_leads_to_its_issue(event: Any, number: int | None) -> None:
    """What a person did to an issue leads to it; bots, pull requests, vanished issues and all other events lead nowhere."""
    assert issue_of(event) == number


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["action", "issue", "sender", "comment", "number", "pull_request", "type"]),
            inner,
            max_size=5,
        )
    ),
    max_leaves=12,
)


@given(JSON, st.sampled_from(["opened", "created", "closed"]))
def test_no_json_whatever_is_a_surprise(event: Any, action: str) -> None:
    """Any JSON at all, also one that begins like an event, leads to a positive number or to None, and never to a traceback."""
    for one in (
        event,
        {"action": action, "issue": event, "sender": event},
        {"action": action, "issue": {"number": event}, "comment": event},
    ):
        number = issue_of(one)
        assert number is None or (type(number) is int and number > 0)
