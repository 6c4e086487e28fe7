// A story's own page: what was not there at the last visit is marked, where room is kept for it.
import { keep, known } from "./known_stories.js";

const MOST_PARTS = 500;
const ONE_VISIT = 30 * 60 * 1000; // whoever comes back within it is still on the same visit

const list = (value) => (Array.isArray(value) ? value : []);

class KnownStory extends HTMLElement {
  connectedCallback() {
    const left = known()[this.dataset.story];
    const before = list(left && Date.now() - left.at < ONE_VISIT ? left.before : left?.seen);
    const parts = [...this.querySelectorAll("[data-part]")];
    const numbers = parts.map((part) => +part.dataset.part);
    // Newer than one that stood there: what lies below all of those is old, only not looked at.
    const stood = numbers.map((number) => before.includes(number));
    this.mark(parts.filter((part, place) => !stood[place] && place < stood.lastIndexOf(true)));
    const seen = [...new Set([...numbers, ...list(left?.seen)])].slice(0, MOST_PARTS);
    keep(this.dataset.story, { at: Date.now(), seen, before: before.slice(0, MOST_PARTS) });
  }

  mark(fresh) {
    const { one, many, new: word } = this.dataset;
    for (const part of fresh) part.querySelector("[data-is=new]").textContent = word;
    const words = fresh.length === 1 ? one : many.replace("{}", fresh.length);
    this.querySelector("[data-is=since]").textContent = fresh.length ? words : "";
  }
}

customElements.define("known-story", KnownStory);
