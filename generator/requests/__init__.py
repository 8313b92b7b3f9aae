"""A request's life: from its thread to what must be done next. Pure: nothing here reads or sends anything."""
