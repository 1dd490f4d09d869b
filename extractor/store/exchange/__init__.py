"""Facts for other programs, and what people made of them there."""
