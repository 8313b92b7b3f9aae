"""Reviews: what a mentee writes after a completed mentorship, in an issue of its own, and who agrees that it is shown."""
