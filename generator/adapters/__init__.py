"""The edges that the use cases call: disk, Git, processes, notification, the activity file."""
