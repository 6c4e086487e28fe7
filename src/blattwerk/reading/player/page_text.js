// Where a sentence stands on the page: found by its letters and figures alone, so that white space,
// soft hyphens and the printer's quotation marks may differ.
const LETTERS = /[\p{L}\p{N}]/gu;
const letters = (text) => text.replace(/[^\p{L}\p{N}]/gu, "");
let text;
let spots;

export function read(root) {
  text = "";
  spots = [];
  if (!root) return;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.parentElement.closest("nav, .related, .for-ears")) continue;
    for (const { 0: letter, index } of node.data.matchAll(LETTERS)) {
      text += letter;
      for (let unit = 0; unit < letter.length; unit += 1) spots.push([node, index + unit]);
    }
  }
}

// [from, to) of each sentence in the page's letters, or null for one that is not printed.
export function places(sentences) {
  let cursor = 0;
  return sentences.map((written) => {
    const wanted = letters(written);
    let at = text.indexOf(wanted, cursor);
    if (at < 0) at = text.indexOf(wanted); // read before its turn, as names are
    // A short one far away is another one: "Ja." stands everywhere.
    if (!wanted || at < 0 || at - cursor > 60 * wanted.length) return null;
    cursor = Math.max(cursor, at + wanted.length);
    return [at, at + wanted.length];
  });
}

// The range of [from, to), with the marks that cling to its ends.
export function rangeOf([from, to]) {
  const range = new Range();
  const [first, start] = spots[from];
  const [last, end] = spots[to - 1];
  range.setStart(first, first.data.slice(0, start).search(/[^\s\p{L}\p{N}]*$/u));
  range.setEnd(last, end + last.data.slice(end).match(/.[^\s\p{L}\p{N}]*/su)[0].length);
  return range;
}

export function wordIn([start], written, [from, to]) {
  const at = start + letters(written.slice(0, from)).length;
  return [at, at + letters(written.slice(from, to)).length];
}

// Which letter stands at a spot of the page; -1 outside the text.
export const letterAt = (node, offset) => spots.findLastIndex((spot) => spot[0] === node && spot[1] <= offset);
