"""What is counted: the noun phrase of a number, where it ends, what kind of thing it names."""
