"""The place a stretch of text speaks about, and the units the article names."""
