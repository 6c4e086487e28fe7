// The sound itself: streams and files, seeking, positions, and what to do after trouble.
import { tell, time } from "./bar.js";
import { ask } from "./card.js";
import { show } from "./follow.js";
import { audio, keep, later, now, play, shelf, streams, total } from "./now.js";

const tabs = new BroadcastChannel("listening"); // one of them speaks

export function listenToSound(ended) {
  tabs.onmessage = () => audio.pause();
  const deeds = { playing, pause, waiting, timeupdate, error, loadedmetadata, seeked: placed, ratechange: placed };
  for (const name in deeds) audio.addEventListener(name, deeds[name]);
  audio.addEventListener("ended", () => {
    // A stream that broke off is no end.
    if (streams() && now.at < now.card?.seconds * 0.9) toFile(now.at);
    else ended();
  });
  addEventListener("online", () => now.state === "offline" && again());
}

function playing() {
  now.retried = false;
  tabs.postMessage(0);
  tell("playing");
  show();
}

function pause() {
  if (!now.number) return;
  remember();
  if (!now.waits && !audio.ended && !audio.error) tell("paused");
}

function waiting() {
  if (!audio.paused) tell("loading");
}

function timeupdate() {
  if (!audio.readyState || now.waits) return;
  now.at = audio.currentTime;
  time();
  if (Math.abs(now.at - now.kept) > 5) remember();
}

export function loadedmetadata() {
  if (streams() && now.at > 1) toFile(now.at);
  placed();
}

function placed() {
  const { duration, playbackRate, currentTime } = audio;
  const position = Math.min(currentTime, duration);
  if (duration && !streams()) navigator.mediaSession.setPositionState({ duration, playbackRate, position });
  time();
  show();
}

// The place in an article stays with its reader until the end was heard.
export function remember() {
  const { places } = shelf;
  now.kept = now.at;
  delete places[now.number];
  if (now.at > 5 && now.at < (total() || Infinity) - 5) places[now.number] = Math.floor(now.at);
  keep("localStorage", shelf);
}

export async function error() {
  if (!now.number || !audio.getAttribute("src")) return;
  const card = !now.retried && navigator.onLine && (await ask());
  now.retried = true;
  if (card?.state === "ready") file(now.at);
  else if (now.state !== "gone") fail(card?.state === "failed" ? "failed" : navigator.onLine ? "broken" : "offline");
}

// A stream cannot be sought in: wait for the finished file and go on there.
async function toFile(at) {
  const { number } = now;
  Object.assign(now, { at, waits: true });
  audio.pause();
  for (tell("making"); ; await later()) {
    const card = await ask();
    if (!now.waits || number !== now.number) return;
    if (card?.state === "failed") return fail("failed");
    if (card?.state === "ready") return file(now.at);
  }
}

export function file(at) {
  now.waits = false;
  audio.src = now.card.sources.find((source) => audio.canPlayType(source.type)).src;
  audio.currentTime = at;
  start();
}

const start = () => audio.play().catch(() => {});

export function toggle() {
  if (now.waits) fail("paused");
  else if (!audio.getAttribute("src") || audio.error) again();
  else if (!audio.paused) audio.pause();
  else {
    start();
    // What was a stream may be a file by now.
    if (streams()) ask().then((card) => card?.state === "ready" && file(now.at));
  }
}

export function seek(at) {
  now.at = Math.min(Math.max(at, 0), total());
  if (audio.readyState && !now.waits) {
    if (streams()) toFile(now.at);
    else audio.currentTime = now.at;
  }
  time();
}

export function again() {
  play(now.number, now.at);
}

export function fail(state) {
  now.waits = false;
  audio.pause();
  tell(state);
}
