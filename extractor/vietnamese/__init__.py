"""What is true of the language and the country, as data with small functions."""
