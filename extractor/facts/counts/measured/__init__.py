"""What money, a percent or a measure measures."""
