// What its writer sees of a comment that was sent: how long it can be edited, what became of it.
import { drafts } from "./drafts.js";

const CHANGED = "comment-written"; // on document: {id, state, number}

// <edit-time data-until>: how long a comment may still be changed; then the way there goes.
class EditTime extends HTMLElement {
  connectedCallback() {
    this.timer = setInterval(() => this.tick(), 1000);
    this.tick();
  }

  disconnectedCallback() {
    clearInterval(this.timer);
  }

  tick() {
    const left = Math.ceil((new Date(this.dataset.until) - Date.now()) / 1000);
    if (left <= 0) {
      this.remove();
      return;
    }
    this.querySelector(".write__clock").textContent =
      `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
  }
}

// <comment-news data-id data-state data-number>: it was stored; others on the page want to know.
class CommentNews extends HTMLElement {
  connectedCallback() {
    const { id, number, state } = this.dataset;
    if (state !== "deleted") drafts.keep(this.dataset, "");
    this.focus({ preventScroll: true });
    const detail = { id: Number(id), number: Number(number), state };
    document.dispatchEvent(new CustomEvent(CHANGED, { detail }));
  }
}

if (!customElements.get("edit-time")) customElements.define("edit-time", EditTime);
if (!customElements.get("comment-news")) customElements.define("comment-news", CommentNews);
