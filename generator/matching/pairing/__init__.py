"""Who should be paired with whom in a cohort: applications and mentors in, proposals with their reasons out."""
