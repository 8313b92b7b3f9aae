"""How long the bot takes: one thread, a sweep over all of them, an event from start to finish, its installation included."""
