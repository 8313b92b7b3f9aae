"""Write the index of Material's own search, by its own code, for a short page a mentor."""

from html import escape
from types import SimpleNamespace

from material.plugins.search.plugin import SearchIndex

_SETTINGS = {
    "lang": ["en"],
    "separator": r"[\s\-]+",
    "pipeline": ["stopWordFilter"],
    "fields": {"title": {"boost": 1e3}, "text": {"boost": 1e0}, "tags": {"boost": 1e6}},
}
"""What the theme fills in for a site in English that sets nothing."""


def search_index(documents: list[dict[str, str]]) -> str:
    """Return the text of search/search_index.json; the pages hold what the documents hold, below one headline."""
    index = SearchIndex(**_SETTINGS)
    for document in documents:
        lines = (document["headline"], f"Skills: {document['skills']}", f"Topics: {document['topics']}")
        content = f"<h1>{escape(document['name'])}</h1>" + "".join(f"<p>{escape(line)}</p>" for line in lines)
        page = SimpleNamespace(
            content=content, meta={}, toc=(), title=document["name"], url=f"mentors/{document['id']}/"
        )
        index.add_entry_from_context(page)
    return index.generate_search_index(None)
