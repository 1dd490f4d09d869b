"""The period a stretch of text speaks about, and the times an article sets for itself."""
