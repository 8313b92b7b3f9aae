"""Turn a checked directory into pages, indexes and feeds; nothing here touches a disk or a clock."""
