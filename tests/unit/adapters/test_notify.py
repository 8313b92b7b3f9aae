"""Messages on other channels: what they say, whom they reach, and that nothing of the secret or of people's words gets out."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from generator.cli import main
from generator.requests.replies.deliveries import BOARD, DeliveriesError, Delivery, Origin, messages, read_deliveries
from tests.fakes.channels import Sink, mail_sink, web_sink
from tests.paths import FIXTURES, SITES

ROOT = SITES / "example"
ORIGIN = Origin("Lodestar", "https://github.com/o/r/issues")
ASKED = [{"issue": 7, "mentor": "ada-l", "occasion": "request"}]
NO_PORT = 1


def tell(tmp_path: Path, deliveries: object, channels: str, *more: str, **environment: str) -> Result:
    """Run `lodestar notify` as the workflow does; a text is taken as it is."""
    text = deliveries if isinstance(deliveries, str) else json.dumps(deliveries)
    summary = tmp_path / "summary.md"
    given_here = {
        "GITHUB_REPOSITORY": "o/r",
        "GITHUB_SERVER_URL": "",
        "GITHUB_ACTIONS": "true",
        "GITHUB_STEP_SUMMARY": str(summary),
    }
    words = ["notify", "--root", str(ROOT), "--deliveries", text, *more]
    return CliRunner().invoke(main, words, env={**given_here, "LODESTAR_CHANNELS": channels, **environment})


def mail_to(name: str, port: int) -> str:
    """Return a line of the secret that sends mail to somebody by the server at a port."""
    return f"{name}=mailto://127.0.0.1:{port}?from=bot@example.org&to={name}@example.org"


@pytest.fixture
def mails() -> Iterator[Sink]:
    """A mail server that takes everything."""
    with mail_sink() as sink:
        yield sink


@pytest.fixture
def posts() -> Iterator[Sink]:
    """A web server that takes everything."""
    with web_sink() as sink:
        yield sink


def test_a_mentor_reads_in_a_mail_that_somebody_asks(tmp_path: Path, mails: Sink) -> None:
    """One delivery is one mail, to its mentor alone, with the address of the request and the words to answer with."""
    channels = "\n".join([mail_to("ada-l", mails.port), mail_to("grace-h", mails.port)])
    told = tell(tmp_path, ASKED, channels)
    assert ("1 message was sent.\n", 0) == (told.output, told.exit_code)
    (mail,) = mails.mails
    assert "ada-l@example.org" == mail["To"]
    assert "Lodestar: someone would like your help (#7)" == mail["Subject"]
    text = mail.get_body(("plain",)).get_content().replace("\r\n", "\n")
    assert "https://github.com/o/r/issues/7\n" in text
    assert "yes, no, or a question" in text


def test_every_channel_of_a_mentor_is_used(tmp_path: Path, mails: Sink, posts: Sink) -> None:
    """Whoever has two channels hears on both; names ignore case, and a group of names stands for its members."""
    channels = f"Ada-L,friends={mail_to('ada-l', mails.port).split('=', 1)[1]}\nchat=json://127.0.0.1:{posts.port}\nada-l=chat\n"
    told = tell(tmp_path, ASKED, channels)
    assert "2 messages were sent.\n" == told.output
    assert (1, 1) == (len(mails.mails), len(posts.posts))
    assert "Lodestar: someone would like your help (#7)" == posts.posts[0]["title"]


def test_whoever_has_no_channel_is_passed_over(tmp_path: Path, posts: Sink) -> None:
    """A mentor without another channel is no mistake, and nor is a community without any."""
    told = tell(tmp_path, ASKED, f"grace-h=json://127.0.0.1:{posts.port}")
    assert ("No messages were sent. 1 message had no other channel to go to.\n", 0) == (told.output, told.exit_code)
    assert [] == posts.posts
    assert 0 == tell(tmp_path, ASKED, "").exit_code


@pytest.mark.parametrize("name", ["all", "always"])
def test_no_name_reaches_everybody(tmp_path: Path, posts: Sink, name: str) -> None:
    """Somebody who is called as Apprise calls "everybody" gets nobody else's messages, and nobody gets theirs."""
    channels = f"ada-l=json://127.0.0.1:{posts.port}\ngrace-h=json://127.0.0.1:{posts.port}\n"
    tell(tmp_path, [{**ASKED[0], "mentor": name}], channels)
    assert [] == posts.posts
    tell(tmp_path, ASKED, f"{name}=json://127.0.0.1:{posts.port}")
    assert [] == posts.posts


def test_one_channel_that_fails_stops_no_other(tmp_path: Path, mails: Sink) -> None:
    """What can be sent is sent; what cannot is reported once, by name and number, with exit status 1."""
    deliveries = [
        {"issue": 7, "mentor": "broken", "occasion": "request"},
        *ASKED,
        {"issue": 9, "mentor": "broken", "occasion": "reminder"},
    ]
    told = tell(tmp_path, deliveries, f"broken=json://127.0.0.1:{NO_PORT}\n{mail_to('ada-l', mails.port)}")
    assert 1 == told.exit_code
    assert ["ada-l@example.org"] == [mail["To"] for mail in mails.mails]
    assert 1 == told.output.count("::warning title=Other channels::Some messages could not be sent: broken (2).")
    assert 1 == len(re.findall("broken", told.output))
    assert "No request is lost" in (tmp_path / "summary.md").read_text()
    assert "" == told.stderr


def test_outside_of_a_workflow_the_report_is_for_a_terminal(tmp_path: Path) -> None:
    """In a terminal what went wrong stands on standard error, without the marks of a workflow."""
    told = tell(tmp_path, ASKED, mail_to("ada-l", NO_PORT), GITHUB_ACTIONS="", GITHUB_STEP_SUMMARY="")
    assert told.stderr.startswith("Some messages could not be sent: ada-l (1).")
    assert "::" not in told.output


def test_a_channel_that_refuses_twice_is_left_alone(tmp_path: Path) -> None:
    """A dead channel costs two waits in a run, not one for each message, and each message that it misses is counted."""
    deliveries = [{"issue": number, "mentor": "ada-l", "occasion": "request"} for number in range(1, 6)]
    with web_sink(500) as broken:
        told = tell(tmp_path, deliveries, f"ada-l=json://127.0.0.1:{broken.port}")
    assert 2 == broken.refused
    assert "ada-l (5)" in told.output


@pytest.mark.parametrize(
    "wrong", ["ada-l=nonsense://somewhere", "what is this?", "ada-l=mailto://", "=", "ada-l=json://"]
)
def test_a_wrong_line_does_not_cost_the_others(tmp_path: Path, posts: Sink, wrong: str) -> None:
    """A line of the secret that cannot be read is named by its number, and every other line still works."""
    told = tell(tmp_path, ASKED, f"# chat\nada-l=json://127.0.0.1:{posts.port}\n\n{wrong}\n")
    assert 1 == len(posts.posts)
    assert 1 == told.exit_code
    assert "line 4 cannot be read" in told.output
    assert wrong not in told.output or wrong == "="


SECRETS = [
    "mailto://somebody:hunter2-password@127.0.0.1:1?from=private@example.org&to=private@example.org",
    "json://somebody:hunter2-password@127.0.0.1:1/private-path",
    "slack://hunter2-password/private/path",
    "ntfy://hunter2-password@127.0.0.1:1/private-topic",
    "hunter2-password://private",
    "hunter2-password private",
    "include http://127.0.0.1:1/hunter2-password-private",
]


@pytest.mark.parametrize("secret", SECRETS)
def test_nothing_of_the_secret_is_ever_printed(tmp_path: Path, secret: str, capfd: pytest.CaptureFixture[str]) -> None:
    """However a channel fails, no part of its address is in the output, the summary or the log."""
    told = tell(tmp_path, ASKED, f"ada-l={secret}\n{secret}\n", GITHUB_STEP_SUMMARY=str(tmp_path / "summary.md"))
    assert told.exception is None or isinstance(told.exception, SystemExit)
    summary = tmp_path / "summary.md"
    everything = (
        told.output + told.stderr + "".join(capfd.readouterr()) + (summary.read_text() if summary.exists() else "")
    )
    assert not re.search(r"hunter2|private|127\.0\.0\.1", everything)


def test_a_secret_includes_no_other_address(tmp_path: Path, posts: Sink) -> None:
    """A line that includes another file or address is not followed."""
    other = tmp_path / "other.txt"
    other.write_text(f"ada-l=json://127.0.0.1:{posts.port}")
    tell(tmp_path, ASKED, f"include {other}\ninclude file://{other}\n")
    assert [] == posts.posts


HOSTILE = [
    {"issue": 7, "mentor": "ada-l", "occasion": "request", "title": "FREE MONEY", "body": "evil.example"},
    {"issue": "7; touch x", "mentor": "ada-l", "occasion": "request"},
    {"issue": True, "mentor": "ada-l", "occasion": "request"},
    {"issue": -1, "mentor": "ada-l", "occasion": "request"},
    {"issue": 10**400, "mentor": "ada-l", "occasion": "request"},
    {"issue": 7.0, "mentor": "ada-l", "occasion": "request"},
    {"issue": 8, "mentor": "ada-l\nBcc: all@example.org", "occasion": "request"},
    {"issue": 8, "mentor": ["ada-l"], "occasion": "request"},
    {"issue": 8, "mentor": "ada-l", "occasion": "{place.__class__}"},
    {"issue": 8, "mentor": "ada-l", "occasion": "FREE MONEY at evil.example"},
    {"issue": 8, "mentor": "ada-l", "occasion": None},
    "ada-l", 7, None, [],
]  # fmt: skip


def test_hostile_deliveries_say_nothing_of_their_own(tmp_path: Path, posts: Sink) -> None:
    """Of a list full of tricks only plain numbers, handles and occasions are used; the rest is counted and left out."""
    told = tell(tmp_path, HOSTILE, f"ada-l=json://127.0.0.1:{posts.port}")
    assert 1 == told.exit_code
    assert f"{len(HOSTILE) - 1} deliveries cannot be read" in told.output
    assert ["Lodestar: someone would like your help (#7)"] == [one["title"] for one in posts.posts]
    assert not re.search("MONEY|evil|Bcc", json.dumps(posts.posts) + told.output)


@pytest.mark.parametrize("text", ["{", "[1", '{"issue": 7}', "[" * 100_000, "nonsense", "/nowhere/at/all"])
def test_what_is_no_list_is_a_wrong_call(tmp_path: Path, text: str) -> None:
    """What is neither a list nor a file with one is refused in words, with exit status 2."""
    told = tell(tmp_path, text, "")
    assert 2 == told.exit_code
    assert "deliveries" in told.stderr
    assert "Traceback" not in told.stderr


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=50), lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["issue", "mentor", "occasion", "x"]), inner, max_size=4), max_leaves=12))  # fmt: skip
def test_no_json_breaks_the_reader(value: object) -> None:
    """Whatever JSON is given, it is read, left out or refused, and what is written has only safe signs in it."""
    try:
        read, _ = read_deliveries(json.dumps(value))
    except DeliveriesError:
        assert not isinstance(value, list)
        return
    for message in messages(read, ORIGIN):
        assert re.fullmatch(r"[a-z0-9_-]+", message.mentor)
        assert re.fullmatch(r"Lodestar: [a-z :]+( \(?#\d+\)?)?", message.subject)


def test_a_delivery_is_told_once() -> None:
    """The same delivery twice in a list is one message; nobody in particular means the coordinators."""
    told, left_out = read_deliveries(
        json.dumps(
            [
                *ASKED,
                *ASKED,
                {"issue": 7, "mentor": "ADA-L", "occasion": "request"},
                {"issue": 9, "mentor": "", "occasion": "request"},
            ]
        )
    )
    assert ((Delivery(7, "ada-l", "request"), Delivery(9, "coordinators", "request")), 0) == (told, left_out)


def test_every_message_can_be_read_at_a_glance() -> None:
    """These are the messages, word for word."""
    occasions = ["request", "reminder", "without-account", "digest", "something-new"]
    rows = [("held", ("", "mia"), 10), ("unanswered", ("ada-l", "nils"), 8), ("mentor-stale", ("ada-l", ""), 240)]
    board = [
        Delivery(7 if mentee else 0, "coordinators", BOARD + why, (mentor, mentee), days)
        for why, (mentor, mentee), days in rows
    ]
    deliveries = [Delivery(7, "ada-l", occasion) for occasion in occasions]
    deliveries += [Delivery(7, "coordinators", "request"), *board]
    written = "\n\n---\n\n".join(f"{one.subject}\n\n{one.text}" for one in messages(deliveries, ORIGIN))
    assert (FIXTURES / "notify-messages.txt").read_text(encoding="utf-8") == written + "\n"


def test_a_dry_run_shows_the_messages_and_sends_none(tmp_path: Path, posts: Sink) -> None:
    """--dry-run shows what would be sent to whom, and the channels hear nothing."""
    told = tell(tmp_path, ASKED, f"ada-l=json://127.0.0.1:{posts.port}", "--dry-run")
    assert [] == posts.posts
    assert told.output.startswith(
        "To ada-l, over 1 channel: Lodestar: someone would like your help (#7)\n\n    Someone would like your help as a mentor:\n"
    )
    assert "127.0.0.1" not in told.output


def test_the_list_comes_from_a_file_or_standard_input_too(tmp_path: Path) -> None:
    """Deliveries are taken from the option itself, from a file, or from standard input."""
    path = tmp_path / "deliveries.json"
    path.write_text(json.dumps(ASKED))
    outputs = {tell(tmp_path, text, "", "--dry-run").output for text in (json.dumps(ASKED), str(path))}
    words = ["notify", "--root", str(ROOT), "--deliveries", "-", "--dry-run"]
    outputs.add(
        CliRunner()
        .invoke(main, words, input=json.dumps(ASKED), env={"GITHUB_REPOSITORY": "o/r", "LODESTAR_CHANNELS": ""})
        .output
    )
    assert 1 == len(outputs)
    assert "No messages were sent.\n" == tell(tmp_path, "", "").output


def test_a_broken_directory_keeps_no_message_back(tmp_path: Path, posts: Sink) -> None:
    """Even with settings that cannot be read, messages go out, with the repository that the workflow runs in."""
    (tmp_path / "directory.yml").write_text("name: [\n")
    words = ["notify", "--root", str(tmp_path), "--deliveries", json.dumps(ASKED)]
    told = CliRunner().invoke(
        main, words, env={"GITHUB_REPOSITORY": "o/r", "LODESTAR_CHANNELS": f"ada-l=json://127.0.0.1:{posts.port}"}
    )
    assert 0 == told.exit_code, told.output
    assert "The mentor directory: someone would like your help (#7)" == posts.posts[0]["title"]
    assert "https://github.com/o/r/issues/7" in posts.posts[0]["message"]
