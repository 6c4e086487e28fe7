"""Where desks set rules and texts of the forum, in the admin."""
