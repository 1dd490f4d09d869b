"""Records to SQLite and back. Knows no language processing."""
