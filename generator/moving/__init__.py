"""Turn the records of another directory into profiles, and account for every value of every record.

Pure: a source comes as names and texts, and what follows is returned.
"""
