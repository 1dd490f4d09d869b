"""What labelled news teaches of a count beside the rules: its aspect and place, and whether it is a fact."""
