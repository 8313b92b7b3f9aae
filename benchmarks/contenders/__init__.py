"""The programs that are measured beside Lodestar, each with what it needs to do comparable work."""
