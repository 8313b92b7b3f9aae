"""Lodestar: a mentor directory that lives in Git, checked and built into a static site."""

__version__ = "0.1.0"
