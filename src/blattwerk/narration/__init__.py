"""Every article read aloud. Importing this package loads no Django: engines run without it."""
