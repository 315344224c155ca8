"""What law, regulativ and form demand."""
