"""People and their positions."""
