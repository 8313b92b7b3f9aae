"""The page on which people become a mentor: a form made from the schema of a profile, and what it knows."""
