"""Turn issue forms into answers, and settings and vocabulary into issue forms."""
