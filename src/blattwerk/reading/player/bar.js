// The player's bar at the foot of every page, and its expanded view.
import { back } from "./follow.js";
import { audio, clock, keep, now, shelf, total } from "./now.js";
import { deeds as queueDeeds, gather, showQueue } from "./queue.js";
import { soften } from "./soft.js";
import { again, seek, toggle } from "./sound.js";

export const parts = {};
export let bar;

export const deeds = {
  ...queueDeeds,
  toggle,
  again,
  replay: () => seek(now.at - 10),
  forward: () => seek(now.at + 10),
  here: back,
  share,
};

// The bar's markup comes from the server, in the paper's language.
export async function unfold(more) {
  Object.assign(deeds, more);
  const answer = await fetch("/hoeren/spieler/");
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  bar = page.querySelector(".player");
  for (const part of bar.querySelectorAll("[data-is]")) parts[part.dataset.is] = part;
  await new Promise((done) => {
    const sheet = page.querySelector("link");
    sheet.onload = sheet.onerror = done;
    document.head.append(sheet);
  });
  wire();
  document.body.append(bar);
}

function wire() {
  const { scrubber, speed, source, sleep, more } = parts;
  bar.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-deed]");
    if (button) deeds[button.dataset.deed](button);
  });
  bar.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !bar.contains(relatedTarget)) more.hidePopover();
  });
  addEventListener("keydown", key);
  scrubber.oninput = () => time(+scrubber.value);
  scrubber.onchange = () => seek(+scrubber.value);
  source.onchange = () => gather(source.value);
  speed.value = shelf.speed;
  speed.onchange = () => {
    shelf.speed = audio.playbackRate = audio.defaultPlaybackRate = +speed.value;
    keep("localStorage", shelf);
  };
  let dozing;
  sleep.onchange = () => {
    clearTimeout(dozing);
    now.last = sleep.value === "end";
    if (+sleep.value) dozing = setTimeout(() => audio.pause(), sleep.value * 60_000);
  };
}

// J, K, L wherever nothing is typed, while the bar is there; space and arrows inside the player.
function key(event) {
  const { target, key: pressed, ctrlKey, metaKey, altKey } = event;
  if (!now.number || ctrlKey || metaKey || altKey) return;
  if (target.closest("input:not([type=range]), textarea, select, [contenteditable]")) return;
  const inside = bar.contains(target) && {
    ArrowLeft: "replay",
    ArrowRight: "forward",
    " ": !target.closest("button, a") && "toggle",
  };
  const deed = { j: "replay", k: "toggle", l: "forward", ...inside }[pressed];
  if (!deed) return;
  deeds[deed]();
  event.preventDefault();
}

export function tell(state) {
  now.state = state;
  now.playing = /playing|loading|making/.test(state);
  soften();
  dispatchEvent(new Event("listening"));
  bar.hidden = !now.number;
  bar.dataset.state = now.playing ? "busy" : state;
  for (const button of bar.querySelectorAll("[data-deed=toggle]")) {
    button.ariaLabel = bar.dataset[now.playing ? "pause" : "play"];
  }
  parts.note.textContent = bar.dataset[state] ?? "";
  parts.again.hidden = !/gone|broken|offline|failed/.test(state);
  if (state === "failed") import("./own_voice.js").then((own) => own.offer(now, parts.voice));
}

export function nameIt({ url, title }) {
  const { link, headline } = parts;
  link.href = url;
  link.textContent = headline.textContent = title;
}

export function showCard(card) {
  const { paper, label, download } = parts;
  nameIt(card);
  paper.textContent = card.paper;
  label.textContent = card.label;
  download.href = card.download;
  time();
  showQueue();
}

export function time(at = now.at) {
  const { elapsed, whole, scrubber, begin, end } = parts;
  const length = total();
  elapsed.textContent = begin.textContent = clock(at, 2);
  whole.textContent = end.textContent = clock(length, 2);
  scrubber.max = length;
  scrubber.value = at;
  scrubber.ariaValueText = bar.dataset.of.replace("{}", clock(at)).replace("{}", clock(length));
}

async function share() {
  const { textContent: title, href } = parts.link;
  const url = `${href}#t=${Math.floor(now.at)}`;
  if (navigator.share) return navigator.share({ title, url }).catch(() => {});
  await navigator.clipboard.writeText(url);
  parts.note.textContent = bar.dataset.copied;
}
