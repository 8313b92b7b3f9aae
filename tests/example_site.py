"""The example directory as the tests of the whole site use it: a copy of it, a hostile guest, a page of each kind."""

from datetime import UTC, datetime
from pathlib import Path
from shutil import copytree, ignore_patterns

REPOSITORY = Path(__file__).parents[1]
NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
PROJECT = "community-mentors"
PARTS = ("mentors", "programs", "vocabulary", "docs")


def copy_directory(target: Path) -> Path:
    """Copy the example directory, with an address on the web, to a place where it may be changed."""
    target.mkdir(parents=True)
    for part in PARTS:
        copytree(REPOSITORY / part, target / part, ignore=ignore_patterns("__pycache__"))
    (target / "mkdocs.yml").write_text((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"), encoding="utf-8")
    settings = (REPOSITORY / "directory.yml").read_text(encoding="utf-8")
    lines = [line for line in settings.splitlines() if not line.startswith("site_url:")]
    (target / "directory.yml").write_text("\n".join([*lines, f"site_url: https://example.org/{PROJECT}/", ""]), encoding="utf-8")
    return target


TRICKS = """<script>window.pwned=1</script><img src=x onerror="window.pwned=1"> <svg/onload=window.pwned=1>
[a](javascript:window.pwned=1) [b](data:text/html,<script>window.pwned=1</script>) [c](https://example.org/"onmouseover="window.pwned=1)
![d](https://example.org/track.png) <https://example.org/auto> [e]: javascript:window.pwned=1
[e] `<script>window.pwned=1</script>` &lt;script&gt;window.pwned=1&lt;/script&gt; &#x3C;script>window.pwned=1&#x3C;/script>
# A heading of a stranger
<!-- --><style>*{display:none}</style><iframe src="https://example.org"></iframe><base href="https://example.org/">
</article></main></body><script>window.pwned=1</script> zzlodestarbodyzz {{ 7*7 }} {% raw %} ${7*7}"""

_SHORT = "\"><script>window.pwned=1</script>{{7*7}}"

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
    "minimal profile": "mentors/example-noor/",
    "right-to-left profile": "mentors/example-layla/",
    "closed profile": "mentors/example-kwame/",
    "hidden profile": "mentors/example-jamie/",
    "hostile profile": "mentors/example-mallory/",
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
    "join": "join/",
    "reference": "reference/problems/",
}
