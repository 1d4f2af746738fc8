"""What happens for a question: search, filter, fuse."""
