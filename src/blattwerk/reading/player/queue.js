// What comes next: this article alone, its section, a page's list, or the reader's own.
import { parts } from "./bar.js";
import { clock, keep, list, now, play, shelf } from "./now.js";
import { toggle } from "./sound.js";

export async function gather(source) {
  now.source = source;
  now.queue = source === "list" ? shelf.list : [now.card];
  if (source === "section") {
    const answer = await fetch(`/hoeren/liste/ressort/${now.card.url.split("/")[1]}.json`).catch(() => null);
    const items = answer?.ok ? (await answer.json()).items : [];
    if (items.some((item) => item.id === now.number)) now.queue = items;
  }
  showQueue();
}

export function neighbour(step) {
  const here = now.queue.findIndex((item) => item.id === now.number);
  const beside = /section|article/.test(now.source) && now.card?.[step > 0 ? "next" : "previous"];
  return now.queue[here + step]?.id ?? beside;
}

export function showQueue() {
  parts.source.value = now.source;
  parts.empty.hidden = now.queue.length;
  parts.keep.ariaPressed = shelf.list.some((item) => item.id === now.number);
  parts.queue.replaceChildren(...now.queue.map(line));
}

function line({ id, title, seconds }) {
  const made = parts.item.content.firstElementChild.cloneNode(true);
  const [name, length] = made.querySelectorAll("span");
  name.textContent = title;
  length.textContent = seconds ? clock(seconds) : "";
  made.firstElementChild.ariaCurrent = id === now.number;
  return made;
}

const place = (button) => [...parts.queue.children].indexOf(button.closest("li"));

export const deeds = {
  pick(button) {
    const { id } = now.queue[place(button)];
    if (id === now.number) toggle();
    else play(id);
  },
  up: (button) => move(place(button), -1, "up"),
  down: (button) => move(place(button), 1, "down"),
  drop: (button) => move(place(button), 0, "drop"),
  keep() {
    list(now.card);
    arrange(now.source === "list" ? shelf.list : now.queue);
  },
};

// Moves or, by no step, removes; the focus stays where the reader was.
function move(from, step, deed) {
  const queue = [...now.queue];
  const [item] = queue.splice(from, 1);
  const to = Math.min(Math.max(from + step, 0), queue.length);
  if (step) queue.splice(to, 0, item);
  arrange(queue);
  (parts.queue.children[to] ?? parts.more).querySelector(`[data-deed=${deed}], select`).focus();
}

function arrange(queue) {
  now.queue = queue;
  if (now.source === "list") shelf.list = queue;
  keep("localStorage", shelf);
  showQueue();
}
