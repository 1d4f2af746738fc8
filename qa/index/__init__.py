"""What is computed ahead and kept: vectors, words, passages, manifest."""
