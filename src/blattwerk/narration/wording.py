"""What readers and machines are told of a recording's voice."""

from django.utils.translation import gettext as _

from blattwerk.narration.models import Recording

# IPTC's vocabulary: made by a trained model, or by rules alone.
TRAINED = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
BY_RULES = "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia"


def label(recording: Recording | None) -> str:
    """The honest sentence beside play; before anything is made, what will be made."""
    if recording is not None and not recording.synthetic:
        return _("Read by %(name)s") % {"name": recording.reader}
    return _("Read automatically by a synthetic voice")


def digital_source_type(*, trained: bool) -> str:
    """The IPTC term for a synthetic voice."""
    return TRAINED if trained else BY_RULES


def source_type_of(recording: Recording) -> str:
    """The IPTC term of a recording; "" for a human voice."""
    if not recording.synthetic:
        return ""
    return digital_source_type(trained=any(voice["trained"] for voice in recording.voices))
