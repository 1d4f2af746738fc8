"""What belongs together across meetings: references between agenda items, and the journey of a case."""
