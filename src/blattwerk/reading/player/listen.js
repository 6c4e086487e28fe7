// Play beside an article, and the reader's own list. The player is fetched at the first play.
const audio = new Audio();
const shelf = { speed: 1, places: {}, list: [], ...kept("localStorage") };
let player;
let waking;
let lost = false; // the player's own files

function kept(store) {
  try {
    return JSON.parse(window[store].listening);
  } catch {
    return null; // Nothing yet, or a browser that keeps nothing.
  }
}

function keep(store, value) {
  try {
    window[store].listening = JSON.stringify(value);
  } catch {
    // Then it lasts for this page.
  }
}

// "2:51", or for columns "02:51".
function clock(seconds, width = 1) {
  const whole = Math.floor(seconds || 0);
  return `${Math.floor(whole / 60)}`.padStart(width, 0) + ":" + `${whole % 60}`.padStart(2, 0);
}

async function wake(deed) {
  try {
    waking ??= import("./player.js").then((module) => module.begin({ audio, shelf, clock, keep, play, list }));
    player = await waking;
    lost = false;
    deed(player);
  } catch {
    audio.pause();
    waking = null;
    lost = true;
    tell();
  }
}

// Sound is asked for inside the reader's click: browsers allow it nowhere else.
function play(number, at = shelf.places[number] ?? 0, queue) {
  audio.defaultPlaybackRate = shelf.speed; // before the source, which takes it over
  audio.src = `/hoeren/${number}/ton.${audio.canPlayType("audio/ogg; codecs=opus") ? "opus" : "mp3"}`;
  audio.currentTime = at;
  audio.play().catch(() => {}); // The player sees for itself.
  wake((awake) => awake.open({ number, at, queue }));
}

function carryOn() {
  const left = kept("sessionStorage");
  if (left) wake((awake) => awake.carryOn(left));
}

const tell = () => dispatchEvent(new Event("listening"));
const asked = () => parseInt(location.hash.split("#t=")[1]) || undefined;
const listed = (id) => shelf.list.some((item) => item.id === id);

const facts = ({ dataset }) => ({ ...dataset, id: +dataset.number });

function list({ id, title, url, section, seconds }) {
  const others = shelf.list.filter((item) => item.id !== id);
  shelf.list = listed(id) ? others : [...others, { id, title, url, section, seconds }];
  keep("localStorage", shelf);
  tell();
}

function listen(event) {
  const button = event.target.closest("[data-listen], [data-keep]");
  if (!button || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const item = button.closest("[data-number]");
  const number = +item.dataset.number;
  const queue = item.closest("[data-queue]")?.querySelectorAll("[data-number]");
  if ("keep" in button.dataset) list(facts(item));
  else if (player?.now.number === number) player.toggle();
  else play(number, queue ? undefined : asked(), queue && Array.from(queue, facts));
}

class ListenArticle extends HTMLElement {
  connectedCallback() {
    this.show();
  }

  show() {
    const { number, play, pause, from, on, failed } = this.dataset;
    const left = shelf.places[number];
    let words = play;
    if (asked()) words = from.replace("{}", clock(asked()));
    else if (left) words = on.replace("{}", clock(left));
    if (lost) words = failed;
    if (player?.now.number === +number && player.now.playing) words = pause;
    const button = this.querySelector("[data-listen]");
    button.dataset.playing = words === pause;
    button.querySelector("span").textContent = words;
    this.querySelector("[data-keep]").ariaPressed = listed(+number);
  }
}

function show() {
  for (const beside of document.querySelectorAll("listen-article")) beside.show();
}

addEventListener("listening", show);
addEventListener("hashchange", show);
addEventListener("click", listen);
addEventListener("pageshow", (event) => event.persisted && carryOn());
addEventListener("storage", () => Object.assign(shelf, kept("localStorage")));
customElements.define("listen-article", ListenArticle);
carryOn();
