// One recording at a time, whatever page is shown: its card, its neighbours, the lock screen.
import { deeds, nameIt, showCard, tell, unfold } from "./bar.js";
import { ask } from "./card.js";
import { clear, follow } from "./follow.js";
import { audio, borrow, keep, now, play } from "./now.js";
import { gather, neighbour } from "./queue.js";
import { error, fail, file, listenToSound, loadedmetadata, remember, seek, toggle } from "./sound.js";

export async function begin(things) {
  borrow(things);
  await unfold({ close, previous: () => go(-1), next: () => go(1) });
  listenToSound(ended);
  addEventListener("pagehide", leave);
  const handlers = {
    play: toggle,
    pause: toggle,
    seekbackward: deeds.replay,
    seekforward: deeds.forward,
    previoustrack: deeds.previous,
    nexttrack: deeds.next,
    seekto: (asked) => seek(asked.seekTime),
  };
  for (const name in handlers) navigator.mediaSession.setActionHandler(name, handlers[name]);
  return { now, open, carryOn, toggle };
}

async function open({ number, at, queue, state = "loading" }) {
  if (now.number) remember();
  if (queue) Object.assign(now, { queue, source: "queue" });
  Object.assign(now, { number, at, card: null, waits: false, retried: false });
  clear();
  const known = now.queue.find((item) => item.id === number);
  if (known) nameIt(known);
  tell(audio.paused || audio.readyState < 3 ? state : "playing");
  if (audio.error) error();
  if (audio.readyState) loadedmetadata();
  const card = await ask();
  if (!card || number !== now.number) return;
  // Some browsers let sound begin only where the reader has clicked.
  if (audio.paused && now.state === "loading") tell("blocked");
  if (card.state === "failed") fail("failed");
  else follow(card);
  if (card.state === "ready" && audio.src.endsWith("mp3")) file(at);
  if (!known) await gather("section");
  showCard(card);
  const { title, paper, section, image } = card;
  const cover = { title, artist: paper, album: section, artwork: image };
  navigator.mediaSession.metadata = new MediaMetadata(cover);
}

function go(step) {
  const number = neighbour(step);
  if (number) play(number);
}

function ended() {
  remember();
  if (now.source === "article" || now.last || !neighbour(1)) tell("paused");
  else go(1);
}

function leave() {
  const { number, at, queue, source, playing } = now;
  if (number) remember();
  keep("sessionStorage", number ? { number, at, queue, source, playing } : null);
}

function carryOn({ number, at, queue, source, playing }) {
  Object.assign(now, { queue, source });
  if (playing) return play(number, at);
  audio.removeAttribute("src");
  open({ number, at, state: "paused" });
}

function close() {
  audio.pause();
  audio.removeAttribute("src");
  remember();
  now.number = null;
  clear();
  leave();
  tell("closed");
}
