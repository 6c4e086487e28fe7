"""Whether this process is about to end: a long narration looks between two sentences."""

import threading

stopping = threading.Event()
