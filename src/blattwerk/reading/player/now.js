// What is being heard, and what the page's own script has lent: sound, shelf, clock.
export const now = { queue: [], at: 0, kept: 0 };
export let audio, shelf, clock, keep, play, list;

export function borrow(things) {
  ({ audio, shelf, clock, keep, play, list } = things);
}

export const later = () => new Promise((done) => setTimeout(done, 1000));

export const total = () => (audio.duration < Infinity ? audio.duration : (now.card?.seconds ?? 0));

// A recording that is still being made comes as a stream, without an end to jump to.
export const streams = () => audio.duration === Infinity;
