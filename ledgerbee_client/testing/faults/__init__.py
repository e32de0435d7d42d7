"""What goes wrong on demand, and which requests it hits."""
