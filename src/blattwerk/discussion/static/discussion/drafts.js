// What was typed and not sent yet, by discussion and reader; it survives reloading and closing.
// What was typed signed out goes to whoever signs in; a reader's own goes when they have gone.
const named = ({ number, reader }) => `discussion-draft-${number}${reader && `-${reader}`}`;
const NAME = /^discussion-draft-\d+-?(\d*)$/;

export const drafts = {
  read(place) {
    if (!place.number) return ""; // what was sent already is no draft
    try {
      leave(place.reader);
      return adopted(place);
    } catch {
      return ""; // No room, or none for us: the text stays in its field.
    }
  },
  keep(place, text) {
    if (!place.number) return;
    try {
      if (text.trim()) localStorage.setItem(named(place), text);
      else localStorage.removeItem(named(place));
    } catch {
      // as above
    }
  },
};

// Whoever else was signed in here has signed out.
function leave(reader) {
  for (const name of Object.keys(localStorage)) {
    const whose = NAME.exec(name)?.[1];
    if (whose && whose !== reader) localStorage.removeItem(name);
  }
}

function adopted(place) {
  const loose = { ...place, reader: "" };
  const [own, found] = [place, loose].map((each) => localStorage.getItem(named(each)) ?? "");
  if (!place.reader || !found) return own;
  const text = own && !own.includes(found) ? `${own.trimEnd()}\n\n${found}` : own || found;
  drafts.keep(place, text);
  drafts.keep(loose, "");
  return text;
}
