"""From spoken sentences to finished files: timeline, loudness, encoding, tags, marks. No Django."""
