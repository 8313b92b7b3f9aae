"""How the site looks: colours from one accent, the typeface, and what a community may change."""
