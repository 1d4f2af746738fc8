"""What became of an item: outcomes, motions, votes and reservations, read out of its sections."""
