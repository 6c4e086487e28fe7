"""What the Digital Services Act asks of the forum."""
