// Fills an article's panel of stories with those its reader has not opened.
import { known } from "./known_stories.js";

const SHOWN = 4;

export async function fill({ body, dataset }) {
  const answer = await fetch(dataset.from, { signal: AbortSignal.timeout(15000) });
  if (!answer.ok) throw answer;
  const opened = known();
  const made = document.createElement("template");
  made.innerHTML = await answer.text();
  const items = [...made.content.querySelectorAll("[data-story]")];
  const fresh = items.filter((item) => !(item.dataset.story in opened) && item.dataset.story !== dataset.without);
  for (const item of items) if (!fresh.slice(0, SHOWN).includes(item)) item.remove();
  body.replaceChildren(made.content);
  return fresh.length;
}
