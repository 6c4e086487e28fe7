// The listening card of what is heard: its title, its files, its neighbours.
import { audio, now } from "./now.js";
import { fail } from "./sound.js";

// The card of what is heard now; null, and said so, where there is none.
export async function ask() {
  const { number } = now;
  try {
    const answer = await fetch(`/hoeren/${number}.json`);
    const card = answer.ok && (await answer.json());
    if (number !== now.number) return null;
    if (card) return (now.card = card);
    fail(answer.status < 500 ? "gone" : "broken");
  } catch {
    if (!audio.readyState) fail("offline");
  }
  return null;
}
