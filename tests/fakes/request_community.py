"""The small community in which every story happens: ten people, three programs, one coordinator."""

from pathlib import Path

SETTINGS = """name: Story town
repository: story/town
private_contact: https://example.org/conduct
private_repository: story/quiet-room
site_url: https://story.example.org/town/
coordinators: [cora]
github_ids:
  - {github: ida, id: 7007}
requests:
  availability_desk: 1
"""

_MENTOR = """name: {name}
github: {login}
headline: Helps with Python
skills: [python, testing]
languages: [en, de]
timezone: Europe/London
commitment: 1h
capacity: {capacity}
"""

MENTORS = {
    "ada": ("Ada Stern", 2, "channels: [messaging, video]\ncadence: [monthly]\nprograms: [spring]\n"),
    "bela": ("Bela Nagy", 1, "expectations: {trial_days: 0}\nprograms: [spring]\n"),
    "chen": ("Chen Wei", 1, "group_size: 1\nrelationship_types: [one-to-many, long-term]\n"),
    "dora": ("Dora D.", 3, "expectations: {trial_days: 10}\n"),
    "emil": ("Emil Voll", 0, ""),
    "fay": ("Fay Old", 2, "last_confirmed: 2026-04-05\n"),
    "gwen": ("Gwen Both", 2, ""),
    "ida": ("Ida Known", 2, "scheduling: https://example.org/ida/book\n"),
    "hana": ("Hana Still", 2, "contact: {mode: private}\n"),
    "seeker": (
        "Seeker",
        0,
        "offer_to_mentor: false\nseeking_mentor: true\nlearning: {skills: [rust, python], until: 2027-01-31}\n",
    ),
}

VOCABULARY = {
    "skills": "- {id: programming, label: Programming}\n- {id: python, label: Python, broader: [programming]}\n- {id: rust, label: Rust, broader: [programming]}\n- {id: testing, label: Testing}\n",
    "topics": "- {id: code-review, label: Code review}\n",
    "domains": "- {id: technology, label: Technology}\n",
    "career-paths": "- {id: tester, label: Tester}\n",
}

PROGRAMS = {
    "spring": (
        "title: Spring cohort\nkind: group-cohort\norganiser: Story town\nsummary: Twelve weeks together.\nopens: 2026-11-01\ncloses: 2026-12-10\nstarts: 2026-12-15\n"
        "duration_weeks: 4\nplaces: 2\napproval: coordinator\nmatching: cohort\nmentors: [ada, bela]\ncoordinators: [paula]\n"
    ),
    "own-way": "title: Own way\nkind: career\norganiser: Story town\nsummary: With a mentor of your choice.\napproval: mentor\nmatching: self-select\nmentors: [ada, bela]\ncoordinators: [quinn]\n",
    "workshop": "title: Workshop\nkind: course\norganiser: Story town\nsummary: Two weekends.\napproval: coordinator\nscreening: [How many hours a week do you have?]\ncoordinators: [paula]\n",
    "past": "title: Last year\nkind: career\norganiser: Story town\nsummary: It is over.\nopens: 2025-01-01\ncloses: 2025-02-01\nstarts: 2025-03-01\nends: 2025-06-01\n",
    "private": (
        "title: Closed circle\nkind: circle\norganiser: Story town\nsummary: In a place of its own.\nvisibility: private-repo\nprivate_repository: story/circle\n"
    ),
}

ROADMAPS = {
    "first-steps": (
        "title: First steps\nstage: beginner\nskills: [python]\nsteps:\n  - {id: hello, title: Write a first program}\n"
        "  - {id: test, title: Test it}\n  - {id: share, title: Show it to someone}\n"
    ),
}


def write_community(root: Path) -> Path:
    """Write the community's files below a folder, and return it."""
    for folder in ("mentors", "programs", "vocabulary"):
        (root / folder).mkdir(parents=True)
    (root / "directory.yml").write_text(SETTINGS, encoding="utf-8")
    for login, (name, capacity, more) in MENTORS.items():
        (root / "mentors" / f"{login}.yml").write_text(
            _MENTOR.format(name=name, login=login, capacity=capacity) + more, encoding="utf-8"
        )
    for name, text in VOCABULARY.items():
        (root / "vocabulary" / f"{name}.yml").write_text(text, encoding="utf-8")
    for program, text in PROGRAMS.items():
        (root / "programs" / f"{program}.yml").write_text(text, encoding="utf-8")
    (root / "programs" / "roadmaps").mkdir()
    for roadmap, text in ROADMAPS.items():
        (root / "programs" / "roadmaps" / f"{roadmap}.yml").write_text(text, encoding="utf-8")
    return root
