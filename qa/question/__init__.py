"""What a question says of what it wants: when, who, which matter, which kind of thing; and its slips."""
