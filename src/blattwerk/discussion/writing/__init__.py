"""What a signed-in reader does in a discussion: private pages and forms."""
