"""What finding a mentor costs in a browser, beside the search libraries and the theme's own search."""
