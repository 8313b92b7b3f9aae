"""The workflows, run here as GitHub runs them, with words in the events that would love to be commands."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.github.host_runner import ACTION, TOKEN, WORKFLOWS, Answer, Event, Run, mistakes, run_workflow
from tests.fakes.channels import web_sink

HOSTILE = "\n".join(
    [
        "$(touch PWNED) `touch PWNED` \"; touch PWNED; \" '; touch PWNED; ' && touch PWNED | touch PWNED",
        "${{ github.token }} ${{ secrets.LODESTAR_CHANNELS }}",
        "::set-output name=deliveries::[1]",
        "::set-env name=PATH::/tmp",
        "::add-path::/tmp",
        "%0A::set-output name=changed::true%0A",
        "quoted: ##[set-output name=deliveries]%5B2%5D ##[set-env name=PATH]/tmp",
        "EOF",
        "deliveries=[1]",
        "changed=true",
        "deliveries<<EOF",
        "touch PWNED",
    ]
)
"""What a stranger may write anywhere: shell, GitHub's expressions, commands of the runner, lines of its files."""

LINE = HOSTILE.replace("\n", " ")
CHANNELS = "ada-l=mailto://somebody:password@example.org"
DELIVERIES = '[{"issue":7,"mentor":"ada-l","occasion":"request"}]'
ANSWERED = Answer(("lodestar", "handle"), outputs=f"deliveries={DELIVERIES}\nchanged=true\n")
SWEPT = Answer(("lodestar", "sweep"), outputs=f"deliveries={DELIVERIES}\nchanged=true\n")
QUIET = "deliveries=\nchanged=false\n"


def workflow(name: str) -> str:
    """Return a workflow's text."""
    return (WORKFLOWS / name).read_text(encoding="utf-8")


def person(kind: str = "User") -> dict[str, Any]:
    """Return an account whose login no sign-up form would let pass."""
    return {"login": LINE, "id": 5, "type": kind, "html_url": LINE}


def opened(**changed: Any) -> Event:
    """Return the event of an issue that is hostile wherever a person has a say."""
    labels = [{"id": 1, "name": LINE, "color": LINE, "description": HOSTILE}]
    issue = {
        "number": 7,
        "title": LINE,
        "body": HOSTILE,
        "user": person(),
        "labels": labels,
        "author_association": "NONE",
    }
    return Event(
        "issues",
        {"action": "opened", "issue": issue, "sender": person(), "repository": {"full_name": "o/r"}, **changed},
    )


def commented(kind: str = "User", **issue: Any) -> Event:
    """Return the event of a hostile comment, by a person or a bot, on an issue or on what `issue` makes of it."""
    payload = opened().payload
    comment = {"id": 9, "body": HOSTILE, "user": person(kind)}
    return Event(
        "issue_comment",
        {
            **payload,
            "action": "created",
            "issue": {**payload["issue"], **issue},
            "comment": comment,
            "sender": person(kind),
        },
    )


def nothing_happened(run: Run) -> None:
    """Fail when anything of the hostile words was obeyed, or is where the runner reads it."""
    assert not list(run.folder.rglob("*PWNED*"))
    for step in run.steps:
        for name in ("GITHUB_ENV", "GITHUB_PATH"):
            assert not step.get("left", {}).get(name)
        assert "touch" not in step.get("command", "")
        assert "touch" not in step.get("left", {}).get("GITHUB_OUTPUT", "")
        assert not set(step["outputs"]) - {"deliveries", "changed", "any", "propose"}
    for call in run.calls:
        assert not [word for word in call.words if "touch" in word]


EVENTS = [opened(), commented()]


def installed(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the two calls that install what a locked file lists, and then Lodestar alone."""
    pip = ("python", "-m", "pip", "install", "--quiet")
    return (
        (*pip, "--require-hashes", "-r", f"{ACTION.parent}/requirements/{name}.txt"),
        (*pip, "--no-deps", "--no-build-isolation", str(ACTION.parent)),
    )


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.name)
def test_hostile_words_stay_words_in_requests(tmp_path: Path, event: Event) -> None:
    """An issue or a comment full of commands runs none of them, and the bot is called with the event's path alone."""
    run = run_workflow(tmp_path, workflow("requests.yml"), event, ANSWERED, secrets={"LODESTAR_CHANNELS": CHANNELS})
    nothing_happened(run)
    assert {"bot": "success", "notify": "success", "site": "success", "propose": "skipped"} == run.results
    outputs = next(step for step in run.jobs["bot"]["steps"] if step["id"] == "bot")
    assert {"deliveries": DELIVERIES, "changed": "true"} == outputs["outputs"]
    handle = next(words for words in run.words if words[:2] == ("lodestar", "handle"))
    assert ("lodestar", "handle", str(tmp_path / "event.json"), "--forge", "github", "--outputs") == handle[:-1]
    assert handle[-1].endswith("GITHUB_OUTPUT")
    assert [
        *installed("bot"),
        handle,
        *installed("notify"),
        ("lodestar", "notify", "--deliveries", DELIVERIES),
        (
            "gh",
            "api",
            "--silent",
            "--method",
            "POST",
            "repos/o/r/actions/workflows/site.yml/dispatches",
            "-f",
            "ref=main",
        ),
    ] == run.words


@pytest.mark.parametrize("name", ["requests.yml", "sweep.yml"])
def test_a_bot_that_quotes_people_in_its_log_commands_nothing(tmp_path: Path, name: str) -> None:
    """Even when the bot's log is full of people's words, they set no output and fail no step."""
    event = opened() if name == "requests.yml" else Event("schedule")
    answers = [Answer(("lodestar", word), says=f"{HOSTILE}\n", outputs=QUIET) for word in ("handle", "sweep")]
    run = run_workflow(tmp_path, workflow(name), event, *answers)
    assert ("success", "skipped", "skipped") == tuple(run.results[job] for job in ("bot", "notify", "site"))
    outputs = {word: said for word, said in run.jobs["bot"]["outputs"].items() if word != "again"}
    assert {"deliveries": "", "changed": "false", "propose": ""} == {"propose": "", **outputs}
    assert not run.jobs["bot"]["outputs"].get("again")


def test_the_bot_finds_the_event_as_github_wrote_it(tmp_path: Path) -> None:
    """The file that the bot reads is the event, whole and unchanged."""
    event = opened()
    run = run_workflow(tmp_path, workflow("requests.yml"), event, ANSWERED)
    handle = next(words for words in run.words if words[:2] == ("lodestar", "handle"))
    assert event.payload == json.loads(Path(handle[2]).read_text(encoding="utf-8"))


def test_hostile_words_stay_words_in_sweep(tmp_path: Path) -> None:
    """The sweep runs nobody's words either, whoever is named as the one who started it."""
    event = Event("schedule", {"schedule": LINE, "sender": person(), "repository": {"description": HOSTILE}})
    run = run_workflow(tmp_path, workflow("sweep.yml"), event, SWEPT, secrets={"LODESTAR_CHANNELS": CHANNELS})
    nothing_happened(run)
    done = {"bot": "success", "notify": "success", "site": "success", "again": "skipped", "awake": "success"} | {
        "propose": "skipped"
    }
    assert done == run.results
    assert ("lodestar", "sweep", "--forge", "github", "--outputs") == run.words[2][:-1]


@pytest.mark.parametrize("name", ["requests.yml", "sweep.yml"])
def test_a_branch_is_a_name_and_never_a_command(tmp_path: Path, name: str) -> None:
    """A branch called like a command is passed on as a name when the site is asked for."""
    branch = "$(touch${IFS}PWNED)`touch${IFS}PWNED`"
    event = (
        Event("workflow_dispatch", {}, branch)
        if name == "sweep.yml"
        else Event(opened().name, opened().payload, branch)
    )
    run = run_workflow(tmp_path, workflow(name), event, ANSWERED, SWEPT)
    assert not list(tmp_path.rglob("*PWNED*"))
    assert f"ref={branch}" in [words[-1] for words in run.words if words[0] == "gh"]


def changed(action: str = "opened", merged: bool = False, **of_the_author: str) -> Event:
    """Return the event of a hostile pull request."""
    author = {**person(), **of_the_author}
    head = {"ref": LINE, "sha": LINE}
    request = {"number": 3, "title": LINE, "body": HOSTILE, "user": author, "head": head, "merged": merged}
    return Event("pull_request_target", {"action": action, "pull_request": request, "sender": author})


def test_a_pull_request_is_only_fetched_and_its_number_passed_on(tmp_path: Path) -> None:
    """Of a hostile pull request, nothing but the number reaches a command; only when the bot names it does another job merge, and then the site is built."""
    said = Answer(("lodestar", "review"), outputs="deliveries=\nchanged=true\npropose=[3]\n")
    run = run_workflow(tmp_path, workflow("review.yml"), changed(type="User"), said)
    assert {"comment": "success", "merge": "success", "site": "success", "welcome": "skipped"} == run.results
    assert not list(tmp_path.rglob("*PWNED*"))
    refs = "+refs/pull/3/head:refs/lodestar/head"
    fetch = ("git", "fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "origin", refs)
    look = ("lodestar", "review", "3", "--head", "refs/lodestar/head")
    called = [tuple(words[:7]) if words[:2] == ("lodestar", "review") else words for words in run.words]
    assert [
        *installed("bot"),
        fetch,
        (*look, "--forge", "github"),
        *installed("bot"),
        fetch,
        (*look, "--merge", "--forge"),
    ] == called[:-1]
    assert "repos/o/r/actions/workflows/site.yml/dispatches" in run.words[-1]


def test_only_people_s_changes_are_looked_at_and_only_due_ones_merged(tmp_path: Path) -> None:
    """A bot's pull request starts nothing, and one that the bot doesn't name meets no job that may write files."""
    quiet = Answer(("lodestar", "review"), outputs=QUIET)
    text = workflow("review.yml")
    nobody = run_workflow(tmp_path / "bot", text, changed(type="Bot"), quiet)
    assert {"comment": "skipped", "merge": "skipped", "site": "skipped", "welcome": "skipped"} == nobody.results
    someone = run_workflow(tmp_path / "person", text, changed(type="User"), quiet)
    assert {"comment": "success", "merge": "skipped", "site": "skipped", "welcome": "skipped"} == someone.results


@pytest.mark.parametrize("type", ["User", "Bot"])
def test_after_a_merge_only_the_welcome_is_said(tmp_path: Path, type: str) -> None:
    """A merged pull request, the bot's own as well, starts the welcome with its number; one that was only closed starts nothing."""
    quiet = Answer(("lodestar", "review"))
    text = workflow("review.yml")
    run = run_workflow(tmp_path / "merged", text, changed("closed", merged=True, type=type), quiet)
    assert {"comment": "skipped", "merge": "skipped", "site": "skipped", "welcome": "success"} == run.results
    assert not list(tmp_path.rglob("*PWNED*"))
    called = ("lodestar", "review", "3", "--head", "refs/lodestar/head", "--welcome", "--forge", "github")
    assert [called] == [words for words in run.words if words[0] == "lodestar"]
    closed = run_workflow(tmp_path / "closed", text, changed("closed", type=type), quiet)
    assert {"skipped"} == set(closed.results.values())


def test_hostile_words_stay_words_when_a_pull_request_is_checked(tmp_path: Path) -> None:
    """Of a hostile pull request, the author's login alone reaches the check, as one word."""
    request = {
        "number": 3,
        "title": LINE,
        "body": HOSTILE,
        "user": person(),
        "head": {"ref": LINE, "label": LINE},
        "labels": [{"name": LINE}],
    }
    event = Event("pull_request", {"action": "opened", "pull_request": request, "sender": person()})
    run = run_workflow(tmp_path, workflow("check.yml"), event, Answer(("lodestar",), says="Fine.\n"))
    assert {"profiles": "success"} == run.results
    assert not list(tmp_path.rglob("*PWNED*"))
    assert [
        ("lodestar", "check", "--changed-from", "HEAD^1", "--author", LINE, "--format", form)
        for form in ("github", "summary")
    ] == run.words[2:]


def test_hostile_words_stay_words_when_the_site_is_built(tmp_path: Path) -> None:
    """The site's workflow reads the requests before it builds, and nobody's words are in its commands."""
    event = Event(
        "push",
        {"head_commit": {"message": HOSTILE, "author": {"name": LINE}}, "pusher": person(), "sender": person()},
        changed=("mentors/a.yml",),
    )
    run = run_workflow(tmp_path, workflow("site.yml"), event, Answer(("lodestar", "activity"), says='{"version": 1}\n'))
    nothing_happened(run)
    assert {"build": "success", "deploy": "success"} == run.results
    assert [("lodestar", "activity", "--forge", "github"), ("lodestar", "build", "--site-dir", "site")] == run.words[2:]
    assert '{"version": 1}\n' == (tmp_path / "workspace" / "activity.json").read_text()


def test_a_site_without_the_requests_is_not_published(tmp_path: Path) -> None:
    """When the requests cannot be read, nothing is built or published and the last site stays."""
    run = run_workflow(
        tmp_path, workflow("site.yml"), Event("workflow_dispatch"), Answer(("lodestar", "activity"), status=1)
    )
    assert {"build": "failure", "deploy": "skipped"} == run.results
    assert ("lodestar", "build") not in [words[:2] for words in run.words]


def test_labels_are_made_when_what_they_come_from_changes(tmp_path: Path) -> None:
    """A change of the generator makes the labels anew; a profile, or another branch, does not."""
    text = workflow("labels.yml")
    started = [
        run_workflow(tmp_path / str(number), text, event).started
        for number, event in enumerate(
            [
                Event("push", changed=("README.md", "generator/requests/replies/labels.py")),
                Event("workflow_dispatch"),
                Event("push", changed=("mentors/ada-l.yml", "docs/index.md")),
                Event("push", branch="try", changed=("generator/requests/replies/labels.py",)),
            ]
        )
    ]
    assert [True, True, False, False] == started


def test_hostile_words_stay_words_when_labels_are_made(tmp_path: Path) -> None:
    """A hostile commit message reaches no command of the labels' workflow."""
    event = Event("push", {"head_commit": {"message": HOSTILE}}, changed=("generator/__init__.py",))
    run = run_workflow(tmp_path, workflow("labels.yml"), event)
    nothing_happened(run)
    assert [
        *installed("bot"),
        ("lodestar", "labels", "--forge", "github"),
    ] == run.words


@pytest.mark.parametrize(
    "event",
    [
        commented("Bot"),
        opened(sender=person("Bot")),
        commented(pull_request={"url": "https://api.github.com/repos/o/r/pulls/7"}),
    ],
    ids=["a bot's comment", "a bot's issue", "a comment on a pull request"],
)
def test_bots_and_pull_requests_are_left_alone(tmp_path: Path, event: Event) -> None:
    """Bots and comments on pull requests start no job, and take no place from those who wait."""
    run = run_workflow(tmp_path, workflow("requests.yml"), event, ANSWERED)
    assert {"bot": "skipped", "notify": "skipped", "site": "skipped", "propose": "skipped"} == run.results
    assert "request-4711" == run.jobs["bot"]["group"]
    assert [] == run.words


def test_each_issue_has_a_queue_of_its_own(tmp_path: Path) -> None:
    """Issue and comment of one thread wait for each other, and for nobody else."""
    groups = [
        run_workflow(tmp_path / event.name, workflow("requests.yml"), event).jobs["bot"]["group"] for event in EVENTS
    ]
    assert ["request-7", "request-7"] == groups


@pytest.mark.parametrize(("name", "action", "starts"), [("issues", "edited", True), ("issues", "closed", True), ("issues", "labeled", False), ("issues", "assigned", False), ("issue_comment", "edited", False), ("issue_comment", "deleted", False)])  # fmt: skip
def test_only_what_may_change_a_request_starts_the_bot(tmp_path: Path, name: str, action: str, starts: bool) -> None:
    """Edited issues and closed ones are looked at; labels, assignments and edited or deleted comments start nothing."""
    event = Event(name, {**commented().payload, "action": action})
    assert starts == run_workflow(tmp_path, workflow("requests.yml"), event, ANSWERED).started


@pytest.mark.parametrize("name", ["requests.yml", "sweep.yml"])
def test_nothing_to_tell_and_nothing_to_show_starts_nothing_more(tmp_path: Path, name: str) -> None:
    """Without deliveries no job sees the secret, and without a change the site is not built."""
    event = opened() if name == "requests.yml" else Event("schedule", {})
    answers = [Answer(("lodestar", word), outputs=QUIET) for word in ("handle", "sweep")]
    run = run_workflow(tmp_path, workflow(name), event, *answers, secrets={"LODESTAR_CHANNELS": CHANNELS})
    assert ("skipped", "skipped") == (run.results["notify"], run.results["site"])


@pytest.mark.parametrize("name", ["requests.yml", "sweep.yml"])
def test_a_profile_to_publish_starts_the_job_that_may_write_files(tmp_path: Path, name: str) -> None:
    """For each issue that the bot names, `Propose` is started with its number, and with nothing else of it."""
    event = opened() if name == "requests.yml" else Event("schedule", {})
    answers = [Answer(("lodestar", word), outputs=f"{QUIET}propose=[7,12]\n") for word in ("handle", "sweep")]
    run = run_workflow(tmp_path, workflow(name), event, *answers)
    started = [words for words in run.words if "propose.yml" in str(words)]
    address = "repos/o/r/actions/workflows/propose.yml/dispatches"
    call = ("gh", "api", "--silent", "--method", "POST", address, "-f", "ref=main", "-f")
    assert [(*call, f"inputs[issue]={number}") for number in (7, 12)] == started
    nothing_happened(run)


def test_a_proposal_gets_a_number_and_nothing_else(tmp_path: Path) -> None:
    """The job that may write files calls Lodestar with the number it was given."""
    event = Event("workflow_dispatch", {"inputs": {"issue": "7"}, "sender": person()})
    run = run_workflow(tmp_path, workflow("propose.yml"), event)
    assert {"propose": "success"} == run.results
    assert [*installed("bot"), ("lodestar", "propose", "7", "--forge", "github")] == run.words


def test_what_was_done_is_told_even_when_something_else_failed(tmp_path: Path) -> None:
    """A bot that could not do everything still hands on what it did: nothing is told twice, so this is the only time."""
    half = Answer(("lodestar", "handle"), outputs=ANSWERED.outputs, status=1)
    run = run_workflow(tmp_path, workflow("requests.yml"), opened(), half, secrets={"LODESTAR_CHANNELS": CHANNELS})
    assert {"bot": "failure", "notify": "success", "site": "success", "propose": "skipped"} == run.results


def test_a_channel_that_fails_stops_nothing_else(tmp_path: Path) -> None:
    """When other channels fail, their job alone is red; the request and the site are done."""
    broken = Answer(("lodestar", "notify"), status=1)
    run = run_workflow(
        tmp_path, workflow("requests.yml"), opened(), ANSWERED, broken, secrets={"LODESTAR_CHANNELS": CHANNELS}
    )
    assert {"bot": "success", "notify": "failure", "site": "success", "propose": "skipped"} == run.results


def test_without_channels_nothing_is_installed_for_them(tmp_path: Path) -> None:
    """A community that has set up no other channels waits for no installation, and the log says so."""
    run = run_workflow(tmp_path, workflow("requests.yml"), opened(), ANSWERED)
    assert "success" == run.results["notify"]
    assert not [words for words in run.words if "notify" in words or words[-1].endswith("notify.txt")]
    assert "No other channels are set up" in run.jobs["notify"]["steps"][0]["stdout"]


def test_each_secret_is_seen_by_one_step_alone(tmp_path: Path) -> None:
    """The bot has the token and no secret, the sender the secret and no token, and no installation has either."""
    run = run_workflow(tmp_path, workflow("requests.yml"), opened(), ANSWERED, secrets={"LODESTAR_CHANNELS": CHANNELS})
    seen = {
        " ".join(call.words[:2] if call.words[0] != "python" else call.words[-1:]): sorted(
            name for name, value in call.environment.items() if value in (TOKEN, CHANNELS)
        )
        for call in run.calls
    }
    assert {
        f"{ACTION.parent}/requirements/bot.txt": [],
        str(ACTION.parent): [],
        "lodestar handle": ["GITHUB_TOKEN"],
        f"{ACTION.parent}/requirements/notify.txt": [],
        "lodestar notify": ["LODESTAR_CHANNELS"],
        "gh api": ["GH_TOKEN"],
    } == seen


@pytest.mark.parametrize(
    ("state", "switched"), [("active", True), ("disabled_inactivity", True), ("disabled_manually", False)]
)
def test_the_schedules_are_kept_on(tmp_path: Path, state: str, switched: bool) -> None:
    """The sweep switches both schedules on again each day, unless somebody switched them off by hand."""
    run = run_workflow(
        tmp_path, workflow("sweep.yml"), Event("schedule", {}), SWEPT, Answer(("gh", "api"), says=f"{state}\n")
    )
    enabled = [words[-1] for words in run.words if "PUT" in words]
    both = [f"repos/o/r/actions/workflows/{name}/enable" for name in ("sweep.yml", "site.yml")]
    assert (both if switched else []) == enabled


@pytest.mark.parametrize(
    ("turn", "next_turn"), [("", "1"), ("0", "1"), ("2", "3"), ("3", None), ("$(touch PWNED)", None)]
)
def test_a_sweep_that_had_to_stop_comes_back(tmp_path: Path, turn: str, next_turn: str | None) -> None:
    """When the sweep says so, another is started after the time it names, but three times in a row at most."""
    event = Event("workflow_dispatch", {"inputs": {"turn": turn}}) if turn else Event("schedule", {})
    stopped = Answer(("lodestar", "sweep"), outputs=f"{QUIET}again=1860\n", status=1)
    run = run_workflow(tmp_path, workflow("sweep.yml"), event, stopped)
    assert {"bot": "failure", "again": "success"} == {name: run.results[name] for name in ("bot", "again")}
    starts = [call.words for call in run.calls if call.words[0] in ("sleep", "gh") and "enable" not in str(call.words)]
    starts = [words for words in starts if words[0] == "sleep" or "sweep.yml/dispatches" in str(words)]
    post = ("gh", "api", "--silent", "--method", "POST", "repos/o/r/actions/workflows/sweep.yml/dispatches")
    wanted = [("sleep", "1860"), (*post, "-f", "ref=main", "-f", f"inputs[turn]={next_turn}")]
    assert (wanted if next_turn else []) == starts
    assert not list(run.folder.rglob("*PWNED*"))


def test_a_sweep_that_did_everything_does_not_come_back(tmp_path: Path) -> None:
    """The job that starts the sweep again is skipped on every other day."""
    assert "skipped" == run_workflow(tmp_path, workflow("sweep.yml"), Event("schedule", {}), SWEPT).results["again"]


def test_requests_and_sweep_tell_and_show_alike() -> None:
    """Telling on other channels and asking for the site are the same in both workflows, but for what a failure means."""
    for job in ("notify", "site", "propose"):
        parts = [
            workflow(name).split(f"\n  {job}:\n")[1].split("\n\n  #")[0].rstrip()
            for name in ("requests.yml", "sweep.yml")
        ]
        assert parts[0] == parts[1].replace("    continue-on-error: true\n", "")


def test_lodestar_itself_tells_on_other_channels(tmp_path: Path) -> None:
    """From the bot's output to a message on somebody's channel, with Lodestar's own program and a channel that is dead beside it."""
    checkout = tmp_path / "checkout"
    checkout.mkdir()
    (checkout / "directory.yml").write_bytes((WORKFLOWS.parents[1] / "directory.yml").read_bytes())
    with web_sink() as sink:
        channels = f"grace-h=json://somebody:hunter2@127.0.0.1:1\nada-l=json://127.0.0.1:{sink.port}\n"
        both = json.dumps([{"issue": 8, "mentor": "grace-h", "occasion": "reminder"}, *json.loads(DELIVERIES)])
        answer = Answer(("lodestar", "handle"), outputs=f"deliveries={both}\nchanged=false\n")
        run = run_workflow(
            tmp_path / "run",
            workflow("requests.yml"),
            opened(),
            answer,
            secrets={"LODESTAR_CHANNELS": channels},
            checkout=checkout,
        )
    assert ["Lodestar: someone would like your help (#7)"] == [post["title"] for post in sink.posts]
    assert "https://github.com/o/r/issues/7" in sink.posts[0]["message"]
    assert "failure" == run.results["notify"]
    sent = run.jobs["notify"]["steps"][-1]
    assert "::warning title=Other channels::Some messages could not be sent: grace-h (1)." in sent["stdout"]
    assert "grace-h (1)" in sent["left"]["GITHUB_STEP_SUMMARY"]
    assert not [step for step in run.steps if "hunter2" in step.get("stdout", "") + step.get("stderr", "")]


BAD = """\
on: issues
permissions: {}
jobs:
  bot:
    runs-on: ubuntu-24.04
    outputs: {secret: "${{ steps.show.outputs.secret }}"}
    steps:
      - id: show
        env:
          TITLE: ${{ github.event.issue.title }}
          SECRET: ${{ secrets.LODESTAR_CHANNELS }}
        run: |
          echo "secret=$SECRET" >> "$GITHUB_OUTPUT"
          COMMAND
"""


def test_the_runner_is_awake(tmp_path: Path) -> None:
    """A workflow that puts a title into a shell or prints a body does what the words say, so a clean run means something."""
    shell = run_workflow(tmp_path / "shell", BAD.replace("COMMAND", 'echo "${{ github.event.issue.title }}"'), opened())
    assert list(shell.folder.rglob("PWNED"))
    quoted = run_workflow(tmp_path / "quoted", BAD.replace("COMMAND", 'echo "$TITLE"'), opened())
    assert not list(quoted.folder.rglob("PWNED"))
    printed = run_workflow(
        tmp_path / "printed", BAD.replace("COMMAND", 'printf "%b" "$(cat "$GITHUB_EVENT_PATH")"'), opened()
    )
    assert {"deliveries", "changed"} & set(printed.steps[0]["outputs"])
    assert "failure" == printed.results["bot"]
    inline = run_workflow(
        tmp_path / "inline", BAD.replace("COMMAND", "echo 'said: ##[set-output name=x]yes'"), opened()
    )
    assert "yes" == inline.steps[0]["outputs"]["x"]
    written = run_workflow(
        tmp_path / "written", BAD.replace("COMMAND", 'printf "changed=%s\\n" true >> "$GITHUB_ENV"'), opened()
    )
    assert "changed=true\n" == written.steps[0]["left"]["GITHUB_ENV"]


def test_the_runner_keeps_secrets_out_of_outputs(tmp_path: Path) -> None:
    """As on GitHub, an output with a secret in it does not leave its job."""
    run = run_workflow(tmp_path, BAD.replace("COMMAND", "true"), opened(), secrets={"LODESTAR_CHANNELS": CHANNELS})
    assert CHANNELS == run.steps[0]["outputs"]["secret"]
    assert {} == run.jobs["bot"]["outputs"]


def test_github_itself_would_take_every_workflow() -> None:
    """GitHub's own parser has nothing against any of our workflows."""
    paths = sorted(WORKFLOWS.glob("*.yml"))
    assert {str(path): [] for path in paths} == mistakes(*paths)


SLIPS = [
    ("[created]", "[makked]"),
    ("issues: write", "issues: wrte"),
    ("cancel-in-progress: false", "queue: bogus"),
    ("needs: bot", "needs: bto"),
    ("github.run_id", "github.run_id("),
    ("steps.bot.outputs.changed", "stps.bot.outputs.changed"),
]


def test_github_itself_would_refuse_a_slip(tmp_path: Path) -> None:
    """GitHub's parser is awake: a misspelt type, right, setting, job, expression or context is found."""
    text = workflow("requests.yml")
    for number, (old, new) in enumerate(SLIPS):
        assert old in text
        (tmp_path / f"{number}.yml").write_text(text.replace(old, new), encoding="utf-8")
    found = mistakes(*sorted(tmp_path.glob("*.yml")))
    assert len(SLIPS) == len(found)
    assert all(found.values()), found
