"""What labelled news teaches of a count beside the rules: its noun, aspect, place and period, and if it is one."""
