"""The picture in a recording: always a small JPEG, whatever was given."""

from fractions import Fraction
from pathlib import Path

import av
from av.error import FFmpegError
from av.video.codeccontext import VideoCodecContext
from av.video.frame import VideoFrame

from blattwerk.narration.errors import StudioFailed
from blattwerk.narration.studio import faults

FEED = 600  # pixels of the longer side
PLAYER = 320  # lies before the sound in the file, so it is kept small
_QUALITY = 5  # FFmpeg's scale, 2 is best
_READERS = {"format_whitelist": "jpeg_pipe,png_pipe,image2", "protocol_whitelist": "file"}


def jpeg(source: Path, side: int) -> bytes:
    """The picture as a JPEG of at most `side` pixels; raises StudioFailed when it is none."""
    try:
        with av.open(str(source.absolute()), options=_READERS) as container:
            picture = next(container.decode(video=0))
        return _encoded(picture, side)
    except (FFmpegError, StopIteration, IndexError, OSError) as error:
        raise StudioFailed(faults.ARTWORK) from error


def _encoded(picture: VideoFrame, side: int) -> bytes:
    scale = min(1.0, side / max(picture.width, picture.height))
    width, height = (max(2, round(length * scale) // 2 * 2) for length in picture_size(picture))
    small = picture.reformat(width, height, "yuvj420p", interpolation="LANCZOS")
    encoder = av.CodecContext.create("mjpeg", "w")
    if not isinstance(encoder, VideoCodecContext):
        raise StudioFailed(faults.ARTWORK)
    encoder.width, encoder.height, encoder.pix_fmt = width, height, "yuvj420p"
    encoder.time_base = Fraction(1, 25)
    encoder.qmin = encoder.qmax = _QUALITY
    small.pts = 0
    return b"".join(bytes(packet) for packet in (*encoder.encode(small), *encoder.encode(None)))


def picture_size(picture: VideoFrame) -> tuple[int, int]:
    return picture.width, picture.height
