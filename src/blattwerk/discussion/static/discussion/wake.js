// Wakes a discussion that has come near: Turbo for its frames, and what it does by itself.
import { ThreadRoom } from "./live.js";

let ready;

// Turbo comes awake with its Drive on: that is for readers who listen (the player turns it on).
export function wake() {
  ready ??= begin().catch((trouble) => {
    ready = null; // to be tried again
    throw trouble;
  });
  return ready;
}

async function begin() {
  const stood = window.Turbo;
  const { config } = await import("../shell/vendor/turbo.js");
  if (!stood && !document.querySelector(".player[data-state=busy]")) config.drive.enabled = false;
  addEventListener("turbo:before-prefetch", (event) => event.preventDefault());
  addEventListener("turbo:click", (event) => config.drive.enabled || event.preventDefault());
  addEventListener("turbo:frame-missing", (event) => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    location.assign(event.detail.response.url);
  });
  customElements.define("thread-room", ThreadRoom);
}
