"""What a text is about: names found in it, and words that tell. Knows texts, not articles."""
