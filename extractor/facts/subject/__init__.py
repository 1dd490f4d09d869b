"""What an article is about: one person at home, or what happened at one place on one day."""
