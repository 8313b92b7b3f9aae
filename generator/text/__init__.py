"""Words, numbers and dates for people, pure and used by every room."""
