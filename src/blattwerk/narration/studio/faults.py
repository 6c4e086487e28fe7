"""Every sentence the studio says when it fails, marked for translation by whoever shows it."""

import errno

from blattwerk.narration.errors import StudioFailed


def gettext_noop(sentence: str) -> str:
    """Mark a sentence for the translators; the studio itself loads no translations."""
    return sentence


NO_SOUND = gettext_noop("There is nothing to hear in this recording: none of its takes has sound.")
TAKE_GONE = gettext_noop(
    "A sentence's sound is missing or cannot be read. Speak the article again."
)
TAKE_BROKEN = gettext_noop("A sentence's sound is damaged. Speak the article again.")
DISK_FULL = gettext_noop("The disk is full. Make room for the recordings, then try again.")
NOT_WRITABLE = gettext_noop("The recordings' folder cannot be written to. Check its permissions.")
ENCODER = gettext_noop("The recording could not be encoded. Try again; see the log for the reason.")
SIGNER = gettext_noop("The recording could not be signed. Check the certificate and its key.")
NO_SIGNER = gettext_noop("The signer named in the settings cannot be loaded. Check its name.")
ARTWORK = gettext_noop("The picture for the recording cannot be read. Use a JPEG or PNG picture.")
TOO_SLOW = gettext_noop("Making the recording took too long and was stopped. Try again.")
KILLED = gettext_noop("Making the recording was broken off from outside. Try again.")
OUT_OF_MEMORY = gettext_noop("There was not enough memory to make the recording. Try again.")

NO_FILE = gettext_noop("The file cannot be found. Upload it again.")
EMPTY_FILE = gettext_noop("The file is empty. Upload it again.")
NOT_AUDIO = gettext_noop(
    "This is no sound file we can read. Upload the recording as MP3, M4A, WAV, FLAC or Ogg."
)
HOLDS_NO_AUDIO = gettext_noop("The file holds no sound. Upload a recording.")
IS_VIDEO = gettext_noop("The file is a video. Upload its sound alone, as MP3, M4A or WAV.")
CUT_OFF = gettext_noop("The file ends early or is damaged: part is missing. Upload it again.")
TOO_LONG = gettext_noop("The recording is longer than two hours. Cut it into parts.")
TOO_SHORT = gettext_noop("The recording is shorter than a second. Upload the whole recording.")
SILENT = gettext_noop("The recording is silent from beginning to end. Check the microphone.")

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def writing(error: OSError) -> StudioFailed:
    """Say in a sentence why a file could not be written."""
    return StudioFailed(DISK_FULL if error.errno in _FULL else NOT_WRITABLE)
