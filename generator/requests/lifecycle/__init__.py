"""Turn a thread into the state of its request, and the state into what must be done."""
