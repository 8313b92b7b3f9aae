"""The example directory as the tests of the whole site use it: a copy of it, a hostile guest, a page of each kind."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from shutil import copytree, ignore_patterns

from generator.insight.activity import to_json
from generator.model.activity import Activity, MentorActivity
from generator.model.directory import Directory, Settings
from generator.model.pulse import Month, Pulse, Satisfaction
from generator.model.request import RequestSummary
from generator.model.review import Review
from generator.model.vocabulary import Vocabularies
from tests.paths import ROOT, SITES

REPOSITORY = ROOT
NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
PROJECT = "community-mentors"
EXAMPLE = SITES / "example"
"""The people and programs that tests know. The repository's own are the community's to change and delete."""
PARTS = (EXAMPLE / "mentors", EXAMPLE / "programs", EXAMPLE / "stories", REPOSITORY / "vocabulary", REPOSITORY / "docs")


def copy_directory(target: Path) -> Path:
    """Copy the example directory, with an address on the web, to a place where it may be changed."""
    target.mkdir(parents=True)
    for part in PARTS:
        copytree(part, target / part.name, ignore=ignore_patterns("__pycache__"))
    (target / "mkdocs.yml").write_text((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"), encoding="utf-8")
    settings = (EXAMPLE / "directory.yml").read_text(encoding="utf-8")
    lines = [line for line in settings.splitlines() if not line.startswith("site_url:")]
    (target / "directory.yml").write_text(
        "\n".join([*lines, f"site_url: https://example.org/{PROJECT}/", ""]), encoding="utf-8"
    )
    return target


MENTEE = "learner-nobody-names"
SWEPT = NOW - timedelta(hours=6)


def _request(
    number: int, state: str, days: int, mentor: str = "", kind: str = "mentorship", due: int | None = 14
) -> RequestSummary:
    since = NOW - timedelta(days=days)
    ends = since + timedelta(days=due) if due else None
    return RequestSummary(
        number, kind, state, mentor, MENTEE, since, since, ends, "spring-2027" if kind == "application" else ""
    )


def activity() -> Activity:
    """Return what a busy week of the example directory adds up to: a request in every state."""
    requests = (
        _request(1, "waiting", 9, "example-tomasz"), _request(2, "active", 40, "example-tomasz", due=None),
        _request(3, "waiting", 5), _request(4, "held", 2, "example-tomasz"), _request(5, "waiting", 3, kind="application"),
        _request(6, "question", 1, "example-haruka"), _request(7, "waitlisted", 20, "example-layla", due=90),
        _request(8, "trial", 12, "example-layla", due=30), _request(9, "on-break", 3, "example-layla", due=30),
        _request(10, "accepted", 4, "example-haruka", due=21), _request(11, "completed", 2, "example-tomasz", due=None),
        _request(12, "waiting", 1, "example-noor", kind="self-test"), _request(13, "incomplete", 0),
        _request(14, "expired", 3, "example-jonas", due=None), _request(15, "waiting", 20, "example-priya"),
        *(_request(number, "waiting", 1, "example-priya", "quick-question") for number in range(16, 20)),
    )  # fmt: skip
    mentors = {
        "example-fernanda": MentorActivity(paused_until=date(2026, 12, 3)),
        "example-haruka": MentorActivity(1, 1, response="a day", last_asked=date(2026, 11, 20)),
        "example-jamie": MentorActivity(completed=1),
        "example-layla": MentorActivity(2, 1, completed=1, last_asked=date(2026, 11, 9)),
        "example-priya": MentorActivity(0, 5, response="two weeks", last_asked=date(2026, 11, 20)),
        "example-tomasz": MentorActivity(1, 2, completed=3, response="a week", last_asked=date(2026, 11, 19)),
    }
    return Activity(NOW, SWEPT, requests, mentors, pulse=PULSE, reviews=REVIEWS)


PULSE = Pulse(
    date(2025, 11, 21), sent=38, asked=36, answered=31, unanswered=2, waits=(6, 8, 9, 5, 2, 1, 0), usual_wait=1.8,
    matched=22, usual_match=3.1, mentorships=18, begun=15, old=9, lasting=7, completed=3, ended=1, checked_in=6,
    months=(
        Month(date(2026, 9, 1), 7, 2), Month(date(2026, 10, 1), 9, 4, 2), Month(date(2026, 11, 1), 6, 1, 0, 7),
    ),
    satisfaction=Satisfaction(7, 6, 5, 6, 5),
)  # fmt: skip

_TRICK = (
    "<script>window.pwned=1</script><img src=x onerror=window.pwned=1> [a](javascript:window.pwned=1) @everyone {{7*7}}"
)
REVIEWS = (
    Review(21, 11, "example-tomasz", date(2026, 11, 20), "learner-nobody-names", 5, "yes", ("python", "testing"), "Thank you for your patience, Tomasz!", "We looked at one test a week, and I learned to read an error from the bottom.\n\nMy tool has 40 tests now.", "You did the work. Come and say hello at the next open evening."),
    Review(22, 12, "example-tomasz", date(2026, 10, 3), "", 4, "partly", ("python", "code-review"), "", "Clear goals and honest comments on my code."),
    Review(23, 13, "example-tomasz", date(2026, 8, 14), "", 5, "yes", ("python",), "I would not have dared to open that pull request without you.", ""),
    Review(24, 14, "example-tomasz", date(2026, 3, 1), "", 4, "yes", ("testing",), "", "Short calls, and always a next step."),
    Review(25, 15, "example-layla", date(2026, 9, 9), "learner-nobody-names", 5, "yes", ("code-review",), "شكرا جزيلا", ""),
    Review(26, 16, "example-mallory", date(2026, 9, 9), "learner-nobody-names", 1, "no", (), _TRICK[:200], _TRICK, _TRICK),
)  # fmt: skip


def write_activity(root: Path) -> None:
    """Put the activity beside the directory, as `lodestar activity` would."""
    unread = Directory(Settings("", "", ""), Vocabularies())
    (root / "activity.json").write_text(to_json(activity(), unread, NOW.date()), encoding="utf-8")


TRICKS = """<script>window.pwned=1</script><img src=x onerror="window.pwned=1"> <svg/onload=window.pwned=1>
[a](javascript:window.pwned=1) [b](data:text/html,<script>window.pwned=1</script>) [c](https://example.org/"onmouseover="window.pwned=1)
![d](https://example.org/track.png) <https://example.org/auto> [e]: javascript:window.pwned=1
[e] `<script>window.pwned=1</script>` &lt;script&gt;window.pwned=1&lt;/script&gt; &#x3C;script>window.pwned=1&#x3C;/script>
# A heading of a stranger
<!-- --><style>*{display:none}</style><iframe src="https://example.org"></iframe><base href="https://example.org/">
</article></main></body><script>window.pwned=1</script> zzlodestarbodyzz {{ 7*7 }} {% raw %} ${7*7}"""

_SHORT = '"><script>window.pwned=1</script>{{7*7}}'

MALLORY = f"""name: '</title><script>window.pwned=1</script>'
github: example-mallory
headline: '{_SHORT}'
skills: [python]
languages: [en]
timezone: Europe/London
commitment: 1h
capacity: 2
last_confirmed: 2026-11-01
search_engines: true
can_help_with: ['{_SHORT}']
cannot_help_with: ['</script><script>window.pwned=1</script>']
affiliations: ['{_SHORT}']
values: '{_SHORT}'
interests: ['{_SHORT[:40]}']
pronouns: '"><b onclick=a()>'
constraints: '{_SHORT}'
links: {{website: "https://example.org/?a=1&b='onclick='x"}}
approach: |
{"".join(f"  {line}{chr(10)}" for line in TRICKS[:560].splitlines())}
bio: |
{"".join(f"  {line}{chr(10)}" for line in TRICKS.splitlines())}
"""

KINDS = {
    "home": "",
    "mentors": "mentors/",
    "profile": "mentors/example-tomasz/",
    "paused profile": "mentors/example-fernanda/",
    "profile with many waiting": "mentors/example-priya/",
    "requests": "requests/",
    "minimal profile": "mentors/example-noor/",
    "right-to-left profile": "mentors/example-layla/",
    "closed profile": "mentors/example-kwame/",
    "hidden profile": "mentors/example-jamie/",
    "hostile profile": "mentors/example-mallory/",
    "asking": "ask/",
    "my page": "me/",
    "pulse": "pulse/",
    "office hours": "sessions/",
    "stories": "stories/",
    "story": "stories/night-shifts/",
    "thanks": "thanks/",
    "certificate": "certificate/",
    "feeds": "feeds/",
    "resources": "resources/",
    "joining": "join/",
    "skills": "skills/",
    "skill": "skills/python/",
    "empty skill": "skills/elixir/",
    "topics": "topics/",
    "topic": "topics/code-review/",
    "domain": "domains/technology/",
    "languages": "languages/",
    "language": "languages/en/",
    "programs": "programs/",
    "program": "programs/spring-2027/",
    "upcoming program": "programs/campus-circle/",
    "roadmaps": "roadmaps/",
    "roadmap": "roadmaps/python-first-steps/",
    "guide": "guides/mentee/",
    "support": "support/",
    "join": "join/",
    "reference": "reference/problems/",
}

ASKING = {"asking someone": "ask/#example-tomasz", "asking someone who is full": "ask/#example-kwame"}
"""The page for asking as scripts fill it, by what is after the # of its address."""
