"""Turn a directory into the files that the browser searches, filters and ranks."""
