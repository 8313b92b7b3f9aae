"""What must be true beyond the shape of a file: one tuple of small functions for each kind of file.

A rule is a pair of its permanent code and a function. The function takes the fields of a file, the file's name
without ending and the context, and yields a violation for each mistake. It is given only fields that already have
their right shape, so it asks for each with `get`. Its docstring says what it finds; the explanation of its code for
people is in `codes.py`.
"""
