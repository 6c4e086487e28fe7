"""Single flight: of those who ask for the same thing at once, one goes and all get the answer."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any


class Flight[T]:
    """A deed under way; it goes on when those who wait for it leave."""

    __slots__ = ("begun", "task")

    def __init__(self, task: asyncio.Task[T], begun: float) -> None:
        self.task = task
        self.begun = begun

    async def landing(self, patience: float | None = None) -> T:
        """What comes of it. Raises TimeoutError after so many seconds; the flight goes on."""
        async with asyncio.timeout(patience):
            return await asyncio.shield(self.task)


class Flights[T]:
    """All deeds under way, by key."""

    def __init__(self) -> None:
        self.under_way: dict[bytes, Flight[T]] = {}

    def join(self, key: bytes, now: float, deed: Callable[[], Coroutine[Any, Any, T]]) -> Flight[T]:
        """The flight that is under way for a key, or a new one."""
        flight = self.under_way.get(key)
        if flight is None or flight.task.done():
            task = asyncio.get_running_loop().create_task(deed())
            flight = self.under_way[key] = Flight(task, now)
            task.add_done_callback(lambda ended: self._landed(key, ended))
        return flight

    def begun(self, key: bytes) -> float | None:
        """When the flight for a key began; None when there is none."""
        flight = self.under_way.get(key)
        return None if flight is None else flight.begun

    def _landed(self, key: bytes, ended: asyncio.Task[T]) -> None:
        flight = self.under_way.get(key)
        if flight is not None and flight.task is ended:
            del self.under_way[key]

    async def cancel(self) -> None:
        """End all of them."""
        tasks = [flight.task for flight in self.under_way.values()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
