"""Hugo projects with a content page a mentor; their templates lie in hugo_small/ and hugo_full/."""

import shutil
from pathlib import Path

from benchmarks.contenders.facts import content_page, facts_of
from generator.model.directory import Directory

TEMPLATES = Path(__file__).parent


def write_hugo(directory: Directory, project: Path, template: str) -> Path:
    """Write the project with one of the two templates and return its folder."""
    shutil.copytree(TEMPLATES / template, project)
    pages = project / "content" / "mentors"
    pages.mkdir(parents=True)
    (pages / "_index.md").write_text("---\ntitle: Mentors\n---\n", encoding="utf-8")
    for handle, mentor in directory.mentors.items():
        (pages / f"{handle}.md").write_text(
            content_page(mentor, facts_of(mentor, directory.vocabularies)), encoding="utf-8"
        )
    return project
