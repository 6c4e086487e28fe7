// While sound plays, links change the page under it; silent readers keep their browser's own way.
import { bar } from "./bar.js";
import { find } from "./follow.js";
import { now } from "./now.js";

const FILES = /^\/(redaktion|bilder|static|gesundheit)\/|^\/hoeren\/.+\.|\.\w+$/;
const ENOUGH = 20; // then a page is loaded in full again
let turbo;
let visits = 0;

export async function soften() {
  if (!turbo && now.state !== "playing") return;
  try {
    turbo ??= begin();
    (await turbo).config.drive.enabled = now.playing;
  } catch {
    turbo = null; // The next page carries on by itself.
  }
}

async function begin() {
  const loaded = await import("../shell/vendor/turbo.js");
  const on = (name, deed) => addEventListener(`turbo:${name}`, deed);
  on("before-prefetch", (event) => event.preventDefault());
  on("click", (event) => {
    if (visits >= ENOUGH || FILES.test(new URL(event.detail.url).pathname)) event.preventDefault();
  });
  // An error's page has a frame of its own.
  on("before-fetch-response", (event) => {
    const { succeeded, location: there } = event.detail.fetchResponse;
    if (succeeded) return;
    event.preventDefault();
    location.assign(there);
  });
  on("before-render", ({ detail: { newBody } }) => {
    newBody.querySelector(".player")?.remove();
    newBody.append(bar);
  });
  on("render", () => {
    visits += 1;
    find();
    document.querySelector("main").focus({ preventScroll: true });
    setTimeout(() => {
      document.getElementById("meldung").textContent = document.title;
    }, 100);
  });
  return loaded;
}
