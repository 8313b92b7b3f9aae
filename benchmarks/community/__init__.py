"""A community in a box: two years of mentors and mentees with their habits, through the real bot."""
