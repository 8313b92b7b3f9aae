"""What follows from profiles and activity, and is never written by hand."""
