"""Where threads live. An edge: nothing but the command line's own files imports it."""
