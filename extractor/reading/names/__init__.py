"""People, bodies, quoted names of schemes, and words for awards."""
