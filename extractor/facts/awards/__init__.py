"""Awards: who gave what to whom, when, where and for what."""
