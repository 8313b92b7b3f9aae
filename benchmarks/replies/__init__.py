"""How well replies in plain words are understood."""
