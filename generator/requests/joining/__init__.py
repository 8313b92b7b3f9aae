"""Becoming a mentor through an issue: the form, the file that it makes, and what the bot answers."""
