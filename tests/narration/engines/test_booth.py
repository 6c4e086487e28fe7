"""The booth: whatever an engine does, the answer is sound or a sentence, within a time limit."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from blattwerk.narration.engines import booth as booths
from blattwerk.narration.engines.booth import Booth, EngineSpec
from blattwerk.narration.errors import EngineDown, EngineFailed

UNRULY = "tests.narration.engines.unruly.Unruly"
SENTENCE = "Die Brücke ist seit gestern gesperrt."
ROOT = Path(__file__).resolve().parents[3]


def unruly(**options: str) -> EngineSpec:
    return EngineSpec("Unruly", UNRULY, options, seconds=5.0, seconds_per_character=0.0)


@pytest.fixture
def booth() -> Iterator[Booth]:
    with Booth(unruly()) as open_booth:
        yield open_booth


def gone(pid: int) -> bool:
    """Whether a process has ended (or waits only to be buried)."""
    try:
        status = Path(f"/proc/{pid}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return True
    return status.rpartition(")")[2].split()[0] == "Z"


def soon(true: Callable[[], bool]) -> bool:
    until = time.monotonic() + 5
    while not true() and time.monotonic() < until:
        time.sleep(0.01)
    return true()


def refusal(booth: Booth, voice: str) -> str:
    with pytest.raises(EngineFailed) as failure:
        booth.speak(SENTENCE, voice=voice, lexicon={})
    return str(failure.value)


def test_nothing_is_started_before_it_is_needed(booth: Booth) -> None:
    assert booth.pid is None


def test_what_a_library_prints_does_not_disturb(booth: Booth) -> None:
    speech = booth.speak(SENTENCE, voice="well", lexicon={})

    assert (speech.rate, round(speech.samples / speech.rate, 1)) == (16_000, 2.6)


@pytest.mark.parametrize(
    ("voice", "sentence"),
    [
        ("crash", "Unruly crashed (SIGSEGV)."),
        ("leave", "Unruly ended by itself (code 3: A library prints whatever it likes)."),
        (
            "stumble",
            "Unruly ended by itself (code 1: ZeroDivisionError: the voice divided by zero).",
        ),
        ("garbage", "Unruly answered garbage."),
        ("silence", "Unruly returned silence."),
        ("hum", "Unruly returned silence."),
        ("noise", "Unruly returned noise."),
        ("clipped", "Unruly returned noise (clipped throughout)."),
        ("short", "Unruly returned only 0.05 s of sound for 37 characters."),
        ("long", "Unruly returned 600 s of sound for 37 characters."),
        ("empty", "Unruly returned only 0.00 s of sound for 37 characters."),
        ("odd", "Unruly returned something that is no sound."),
        ("no_rate", "Unruly returned something that is no sound."),
        ("backwards", "Unruly answered garbage."),
        ("late", "Unruly answered garbage."),
        ("refuse", "Unruly does not like this sentence."),
    ],
)
def test_a_failure_is_told_and_the_next_sentence_is_spoken(
    booth: Booth, voice: str, sentence: str
) -> None:
    assert refusal(booth, voice) == sentence
    assert booth.speak(SENTENCE, voice="well", lexicon={}).samples > 0


def test_a_hanging_engine_is_stopped_at_its_limit() -> None:
    with Booth(EngineSpec("Unruly", UNRULY, seconds=1.0, seconds_per_character=0.0)) as booth:
        booth.info()
        worker = booth.pid
        assert worker

        assert refusal(booth, "hang") == "Unruly took longer than 1 s and was stopped."
        assert gone(worker)
        assert booth.speak(SENTENCE, voice="well", lexicon={}).samples > 0


def test_a_longer_sentence_and_a_slower_pace_are_given_more_time() -> None:
    spec = EngineSpec("Unruly", seconds=10.0, seconds_per_character=0.5)

    assert (spec.limit("a" * 10, 1.0), spec.limit("a" * 100, 2.0)) == (15.0, 60.0)
    assert spec.limit("a" * 10, 0.5) == 30.0


def test_a_worker_that_was_ended_between_two_sentences_is_not_missed(booth: Booth) -> None:
    booth.info()
    worker = booth.pid
    assert worker
    os.kill(worker, signal.SIGKILL)
    assert soon(lambda: gone(worker))

    assert booth.speak(SENTENCE, voice="well", lexicon={}).samples > 0


def test_an_empty_sentence_is_refused_without_starting_anything(booth: Booth) -> None:
    with pytest.raises(EngineFailed, match="There is nothing to say in an empty sentence"):
        booth.speak(" \n", voice="well", lexicon={})

    assert booth.pid is None


def test_after_three_lost_workers_in_a_row_the_engine_rests(booth: Booth) -> None:
    for _time in range(3):
        refusal(booth, "crash")

    with pytest.raises(EngineDown) as rest:
        booth.speak(SENTENCE, voice="well", lexicon={})
    assert str(rest.value) == (
        "Unruly rests for a minute after 3 failures; last, it crashed (SIGSEGV)."
    )
    assert booth.pid is None


def test_failures_that_a_good_sentence_parts_do_not_add_up(booth: Booth) -> None:
    for _time in range(4):
        refusal(booth, "crash")
        booth.speak(SENTENCE, voice="well", lexicon={})


def test_an_engine_that_cannot_start_is_asked_again_only_after_a_rest() -> None:
    with Booth(unruly(down="Unruly is not installed.")) as booth:
        for _time in range(2):
            with pytest.raises(EngineDown, match=r"^Unruly is not installed\.$"):
                booth.info()


def test_an_engine_that_is_not_there_is_told() -> None:
    with Booth(EngineSpec("Nobody", "tests.narration.engines.unruly.Nobody")) as booth:
        message = refusal(booth, "well")

    assert message.startswith("Nobody ended by itself (code 1: AttributeError: ")


def test_memory_is_given_back_when_nobody_asks() -> None:
    with Booth(unruly(), idle=0.2) as booth:
        booth.info()
        worker = booth.pid
        assert worker

        assert soon(lambda: gone(worker))
        assert booth.speak(SENTENCE, voice="well", lexicon={}).samples > 0


def test_closing_ends_the_worker_even_in_the_middle_of_a_sentence(booth: Booth) -> None:
    booth.info()
    worker = booth.pid
    assert worker
    with ThreadPoolExecutor(1) as pool:
        hanging = pool.submit(refusal, booth, "hang")
        time.sleep(0.1)
        booth.close()

        assert hanging.result(timeout=3) == "Unruly crashed (SIGKILL)."
    assert gone(worker)


def test_many_threads_share_one_worker(booth: Booth) -> None:
    sentences = [f"Satz Nummer {'x' * number}" for number in range(24)]
    with ThreadPoolExecutor(8) as pool:
        spoken = list(pool.map(lambda one: booth.speak(one, voice="well", lexicon={}), sentences))

    assert [speech.words[0].end for speech in spoken if speech.words] == [*map(len, sentences)]
    assert booth.info().version == str(booth.pid)


def test_a_worker_outlives_the_thread_that_started_it(booth: Booth) -> None:
    starter = threading.Thread(target=booth.info)
    starter.start()
    starter.join()
    worker = booth.pid

    booth.speak(SENTENCE, voice="well", lexicon={})

    assert booth.pid == worker is not None


def test_the_worker_is_nice_and_keeps_to_itself() -> None:
    with Booth(unruly(), nice=7) as booth:
        told = refusal(booth, "about").split()

    assert told[:2] == [f"nice={min(os.nice(0) + 7, 19)}", "session=True"]
    loaded = set(told[-1].split(","))
    assert loaded & {"django", "wagtail", "click", "av", "numpy", "multiprocessing"} == set()


@pytest.mark.parametrize("busy", [True, False])
def test_the_worker_dies_with_its_parent(busy: bool) -> None:
    script = f"""
import threading, time
from blattwerk.narration.engines.booth import Booth, EngineSpec
booth = Booth(EngineSpec("Unruly", {UNRULY!r}))
booth.info()
if {busy}:
    ask = lambda: booth.speak("Hallo", voice="hang", lexicon={{}})
    threading.Thread(target=ask, daemon=True).start()
    time.sleep(0.2)
print(booth.pid, flush=True)
time.sleep(60)
"""
    surroundings = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    with subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, env=surroundings
    ) as parent:
        assert parent.stdout
        worker = int(parent.stdout.readline())
        assert not gone(worker)

        parent.kill()

        assert soon(lambda: gone(worker))


def test_every_engine_has_a_short_name() -> None:
    assert sorted(booths.ENGINES) == ["espeak", "http", "piper"]
