// What this browser knows of stories: which its reader has opened, and which articles stood there.
// Kept here alone, under one key: {number: {at, seen, before}}. Anything else found there is nothing.
const KEY = "stories";
const MOST_STORIES = 200;

export function known() {
  try {
    const found = JSON.parse(localStorage.getItem(KEY));
    return found && typeof found === "object" && !Array.isArray(found) ? found : {};
  } catch {
    return {};
  }
}

export function keep(number, visit) {
  const all = Object.entries({ ...known(), [number]: visit });
  all.sort(([, one], [, other]) => (other?.at || 0) - (one?.at || 0));
  try {
    localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(all.slice(0, MOST_STORIES))));
  } catch {
    // Full, or not allowed: then nothing is new next time.
  }
}
