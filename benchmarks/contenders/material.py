"""A Material for MkDocs project with a page a mentor: the theme as people use it, its own search on."""

from pathlib import Path

from benchmarks.contenders.facts import facts_of, markdown_page
from generator.model.directory import Directory

_SETTINGS = """\
site_name: Mentors
site_url: https://mentors.example/
theme:
  name: material
  font: false
  features: [navigation.tabs, navigation.footer, toc.follow]
plugins: [search]
markdown_extensions: [admonition, attr_list, {toc: {permalink: true}}]
not_in_nav: /mentors/demo-*
nav:
  - Home: index.md
  - Mentors: mentors/index.md
"""


def write_material(directory: Directory, project: Path) -> Path:
    """Write the project and return its folder."""
    pages = project / "docs" / "mentors"
    pages.mkdir(parents=True)
    (project / "mkdocs.yml").write_text(_SETTINGS, encoding="utf-8")
    (project / "docs" / "index.md").write_text("# Mentors\n\nPeople who help.\n", encoding="utf-8")
    (pages / "index.md").write_text("# Find a mentor\n\nUse the search.\n", encoding="utf-8")
    for handle, mentor in directory.mentors.items():
        text = markdown_page(mentor, facts_of(mentor, directory.vocabularies))
        (pages / f"{handle}.md").write_text(text, encoding="utf-8")
    return project
