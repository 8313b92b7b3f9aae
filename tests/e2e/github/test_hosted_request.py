"""A request from the event to the mentor's channel: our workflow, Lodestar itself, a fake GitHub, and hostile words."""

import re
from datetime import UTC, datetime
from pathlib import Path

from generator.app.load import load_readable
from generator.requests.forms.answers import filled_in
from generator.requests.forms.community_forms import forms_of
from generator.text.languages import language_tag
from tests.e2e.github.host_runner import WORKFLOWS, Event, GitHub, Run, run_workflow
from tests.fakes.channels import web_sink
from tests.fakes.example_site import copy_directory
from tests.fakes.github.fake_github import FakeGitHub

MENTOR = "example-tomasz"
HOSTILE = """\
$(touch PWNED) `touch PWNED` "; touch PWNED; " ${{ secrets.LODESTAR_CHANNELS }}
::set-output name=deliveries::[{"issue":1,"mentor":"example-haruka","occasion":"request"}]
::set-env name=PATH::/tmp
quoted ##[set-output name=changed]false ##[add-path]/tmp
deliveries<<EOF
"""


def directory(folder: Path) -> Path:
    """Return a copy of the example directory in which the mentor confirmed their profile today."""
    root = copy_directory(folder)
    profile = root / "mentors" / f"{MENTOR}.yml"
    today = datetime.now(UTC).date().isoformat()
    profile.write_text(
        re.sub(r"last_confirmed: .*", f"last_confirmed: {today}", profile.read_text(encoding="utf-8")), encoding="utf-8"
    )
    return root


def test_a_request_goes_from_the_event_to_the_mentor(tmp_path: Path) -> None:
    """Lodestar answers a hostile request on GitHub and tells its mentor elsewhere; none of its words do anything or travel."""
    now = datetime.now(UTC).replace(microsecond=0)
    root = directory(tmp_path / "directory")
    forms = forms_of(load_readable(root, now)[0], language_tag)
    answers = {"mentor": MENTOR, "skills": "Python", "languages": "English", "goals": HOSTILE}
    with FakeGitHub(now=now) as fake, web_sink() as sink:
        number = fake.open_issue(
            "mallory", HOSTILE.replace("\n", " "), filled_in(forms, "mentorship", answers), labels=("request",)
        )
        github = GitHub(fake.address, fake.repository, fake.token)
        secrets = {"LODESTAR_CHANNELS": f"{MENTOR}=json://127.0.0.1:{sink.port}"}
        text = (WORKFLOWS / "requests.yml").read_text(encoding="utf-8")

        def answered(folder: str, event: Event) -> Run:
            return run_workflow(tmp_path / folder, text, event, secrets=secrets, checkout=root, github=github)

        first = answered("first", Event("issues", fake.event("opened", number)))
        told = fake.bot_comments(number)
        again = answered("again", Event("issues", fake.event("edited", number)))

        assert {"bot": "success", "notify": "success", "site": "success", "propose": "skipped"} == first.results, (
            first.steps
        )
        assert any(f"@{MENTOR}" in one for one in told)
        assert [f"#{number})"] == [post["title"].rsplit("(", 1)[1] for post in sink.posts]
        assert "touch" not in str(sink.posts)
        assert fake.bot_comments(number) == told
        assert ("success", "skipped", "skipped") == tuple(again.results[job] for job in ("bot", "notify", "site"))
    assert not list(tmp_path.rglob("*PWNED*"))
    for step in [*first.steps, *again.steps]:
        assert not step.get("left", {}).get("GITHUB_ENV")
        assert set(step["outputs"]) <= {"deliveries", "changed", "any"}
