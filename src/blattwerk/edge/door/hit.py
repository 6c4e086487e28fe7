"""The usual request for a fresh page, answered where it arrives."""

from typing import TYPE_CHECKING

from blattwerk.edge.store import Freshness, Page

if TYPE_CHECKING:
    from blattwerk.edge.door.door import Door
    from blattwerk.edge.door.protocol import DoorProtocol

MOST_AGAIN = 2_048  # requests whose answer is ready for the rest of a second

# What was answered within this second to the very bytes of a request that says nothing of its
# reader: asked in the same words again, the same is meant again. With the size of the body.
type Given = tuple[Page, bytes, int]


def answer_at_a_glance(door: "Door", protocol: "DoorProtocol", data: bytes) -> bool:
    """Answer a usual request for a fresh page; whether that was done."""
    again = door.again.get(data)
    if again is not None and again[0].state(door.clock.now) is Freshness.FRESH:
        page, answer, size = again
        protocol.transport.write(answer)
        page.uses += 1
        _note(door, protocol, data, page.status, size)
        return True
    asked = door.look.read(data)
    if asked is None:
        return False
    found = door.store.get(asked.key)
    clock = door.clock
    if found is None or found.state(clock.now) is not Freshness.FRESH:
        return False
    page = found
    wire = page.wire(asked.coding)
    status, size = page.status, 0
    if asked.known and is_same(asked.known, wire.etag) and status == 200:
        protocol.transport.write(wire.not_modified + clock.tail)
        status = 304
        door.numbers.not_modified += 1
    elif asked.head_only:
        protocol.transport.write(wire.head + clock.tail)
    else:
        answer = b"".join((wire.head, clock.tail, wire.body))
        protocol.transport.write(answer)
        size = len(wire.body)
        if asked.impersonal and len(door.again) < MOST_AGAIN:
            door.again[data] = page, answer, size
    _note(door, protocol, data, status, size)
    return True


def is_same(known: bytes, etag: bytes) -> bool:
    return known == etag or known == b"W/" + etag


def _note(door: "Door", protocol: "DoorProtocol", data: bytes, status: int, size: int) -> None:
    door.numbers.hits += 1
    door.numbers.sent_bytes += size
    if door.log.path is not None:
        door.log.note_plain(protocol.address, door.clock.now, data, status, size)
