"""Administrative units, read and resolved together for one article."""
