"""What Material for MkDocs 9 writes that HTML does not allow, repaired in the finished page."""

REPAIRS = (
    # A checkbox has nothing to complete.
    ('type="checkbox" id="__drawer" autocomplete="off"', 'type="checkbox" id="__drawer"'),
    ('type="checkbox" id="__search" autocomplete="off"', 'type="checkbox" id="__search"'),
    # An empty number is none; the label opens a part of the navigation and must take the keyboard.
    ('tabindex=""', 'tabindex="0"'),
)


def repaired(html: str) -> str:
    """Return a page of the theme as valid HTML; a theme that repaired these itself comes back unchanged."""
    for wrong, right in REPAIRS:
        html = html.replace(wrong, right)
    return html
