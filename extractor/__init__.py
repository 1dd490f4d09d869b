"""Vietnamese provincial news in, source-grounded facts out."""

__version__ = "0.1.0"
