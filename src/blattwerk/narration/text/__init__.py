"""Written text to sentences, and sentences to spoken words. No Django in here."""
