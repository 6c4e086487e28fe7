"""Speak a script line by line: from the kept takes where they are, else by the cast."""

from dataclasses import dataclass

from blattwerk.narration.engines.cast import Cast, Role
from blattwerk.narration.engines.interface import EngineInfo
from blattwerk.narration.script import Line, Script
from blattwerk.narration.studio.interface import Take, Word
from blattwerk.narration.takes import StoredTake, TakeStore, take_key
from blattwerk.narration.text.align import written_times


@dataclass(frozen=True)
class Performed:
    """One line with its sound, and who spoke it."""

    line: Line
    take: StoredTake
    role: Role
    info: EngineInfo

    def for_studio(self) -> Take:
        """The line as the studio wants it, words by their place in the written text."""
        return Take(
            written=self.line.written,
            pcm=self.take.path,
            rate=self.take.rate,
            gap=self.line.gap,
            words=self.words(),
            chapter=self.line.chapter,
        )

    def words(self) -> tuple[Word, ...]:
        if not self.line.written or not self.take.words:
            return ()
        spoken = [(word.start, word.end, word.sample) for word in self.take.words]
        timed = written_times(self.line.written, self.line.spoken, spoken)
        return tuple(Word(*word) for word in timed)


@dataclass(frozen=True)
class Stage:
    """A cast and the folder of its takes."""

    cast: Cast
    takes: TakeStore

    def perform(self, line: Line, script: Script) -> Performed:
        """Raises EngineFailed when nobody can speak the line."""
        found = self.known(line, script)
        if found is not None:
            return found
        leads = self.cast.roles(script.language)
        with self.takes.alone(self._key(line, script, leads[0])):
            found = self.known(line, script)
            if found is not None:  # another process was quicker
                return found
            spoken = self.cast.speak(
                line.spoken, script.language, script.house.lexicon(line.spoken)
            )
            key = self._key(line, script, spoken.role)
            take = self.takes.keep(key, spoken.speech)
        return Performed(line, take, spoken.role, spoken.info)

    def known(self, line: Line, script: Script) -> Performed | None:
        """The line as it was spoken before by the first of the cast who has; None if nobody has."""
        for role in self.cast.roles(script.language):
            take = self.takes.find(self._key(line, script, role))
            if take is not None:
                return Performed(line, take, role, self.cast.info(role))
        return None

    def _key(self, line: Line, script: Script, role: Role) -> str:
        return take_key(
            engine=role.engine,
            version=self.cast.info(role).version,
            voice=role.voice,
            rate=role.rate,
            spoken=line.spoken,
            lexicon=script.house.lexicon(line.spoken),
        )
