"""What a reader sees of the forum on the own page below /konto/."""
