"""The moderation desk in the admin."""
