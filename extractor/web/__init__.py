"""Pages over the fact database: reading, browsing and reviewing in a browser."""
