"""What narration's tests share."""

import io
import math
import struct
import wave

import pytest


@pytest.fixture(scope="session")
def spoken_wav() -> bytes:
    """Two seconds that are loud and soft in turns, as a WAV file."""
    rate = 22050
    samples = (
        int(9000 * math.sin(i * 0.06) * (0.55 + 0.45 * math.sin(i * 0.0009)))
        for i in range(2 * rate)
    )
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setparams((1, 2, rate, 0, "NONE", ""))
        file.writeframes(b"".join(struct.pack("<h", sample) for sample in samples))
    return buffer.getvalue()
