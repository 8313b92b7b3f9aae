"""Turn a reply in plain words into what it means: `understand` in `understand.py` gives an `Understood`."""
