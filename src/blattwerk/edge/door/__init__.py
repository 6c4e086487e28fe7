"""The door: the server that answers readers from the store and asks the application for the rest.

It knows nothing of Django. What it may keep, and for how long, it is told by the application's
`Blattwerk-*` headers; how to run it stands in `options.py`.
"""
