"""The public pages of a discussion: the same bytes for every reader."""
