// The sentence that sounds is marked on its page, kept in view, and can be tapped to go there.
import { parts } from "./bar.js";
import { audio, later, now } from "./now.js";
import { letterAt, places, rangeOf, read, wordIn } from "./page_text.js";
import { seek } from "./sound.js";

const still = matchMedia("(prefers-reduced-motion: reduce)");
const marks = {};
let track;
let sentences = [];
let found = [];
let here;
let range;
let following;
let moving = 0; // until then it is us who scroll

function begin() {
  track = audio.addTextTrack("metadata");
  track.mode = "hidden";
  track.oncuechange = show;
  for (const name of window.Highlight ? ["listening", "listening-word"] : []) {
    CSS.highlights.set(name, (marks[name] = new Highlight()));
  }
  addEventListener("wheel", stop);
  addEventListener("touchmove", stop);
  addEventListener("scroll", () => performance.now() > moving && stop());
  addEventListener("click", tap);
}

export function clear() {
  if (!track) begin();
  for (const cue of [...track.cues]) track.removeCue(cue);
  sentences = [];
  following = true;
  find();
}

// A recording that is still being made has ever more sentences.
export async function follow(card) {
  const fresh = () => now.card?.id === card.id;
  for (let whole = false; !whole && fresh(); whole || (await later())) {
    const answer = await fetch(now.card.marks).catch(() => null);
    const known = answer?.ok && (await answer.json());
    if (!known || !fresh()) continue;
    known.sentences.slice(sentences.length).forEach(add);
    whole = known.complete !== false;
    find();
  }
}

function add([start, end, written, words = []]) {
  sentences.push({ start, written, words });
  for (const from of new Set([start, ...words.map((word) => word[2])])) {
    track.addCue(new VTTCue(from, Math.max(end, from + 0.01), ""));
  }
}

// The article that is heard, if it is the page that is shown.
export function find() {
  const beside = document.querySelector(`listen-article[data-number="${now.number}"]`);
  read(beside?.closest("article"));
  found = places(sentences.map((sentence) => sentence.written));
  here = null;
  show();
}

export function show() {
  const moment = audio.currentTime + 0.02;
  const index = sentences.findLastIndex((sentence) => sentence.start <= moment);
  const place = found[index];
  if (index !== here) {
    here = index;
    range = place && rangeOf(place);
    mark("listening", range);
    reach();
  }
  const { words, written } = sentences[index] ?? {};
  const word = place && words.findLast((one) => one[2] <= moment);
  const spot = word && wordIn(place, written, word);
  mark("listening-word", spot && spot[0] < spot[1] && rangeOf(spot));
}

function mark(name, marked) {
  marks[name]?.clear();
  if (marked) marks[name]?.add(marked);
}

function reach() {
  parts.here.hidden = following || !range;
  if (!following || !range) return;
  const { top, bottom } = range.getBoundingClientRect();
  if (top > innerHeight * 0.1 && bottom < innerHeight * 0.75) return;
  moving = performance.now() + 1200;
  scrollBy({ top: top - innerHeight * 0.3, behavior: still.matches ? "instant" : "smooth" });
}

function stop() {
  following = false;
  reach();
}

export function back() {
  following = true;
  reach();
}

function tap({ target, clientX, clientY, detail }) {
  if (!detail || !getSelection().isCollapsed || target.closest("a, button, input, summary, .player")) return;
  const spot = document.caretPositionFromPoint?.(clientX, clientY);
  const letter = spot ? letterAt(spot.offsetNode, spot.offset) : -1;
  const tapped = found.findIndex((place) => place && place[0] <= letter && letter < place[1]);
  const near = ({ left, right, top, bottom }) =>
    left <= clientX && clientX <= right && top <= clientY && clientY <= bottom;
  if (tapped < 0 || ![...rangeOf(found[tapped]).getClientRects()].some(near)) return;
  following = true;
  seek(sentences[tapped].start);
}
