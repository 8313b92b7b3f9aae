"""Add up all requests: who has what, who answered, and how fast."""
