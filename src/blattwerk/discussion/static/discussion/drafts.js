// What was typed and not sent yet, by discussion; it survives reloading and closing.
export const drafts = {
  name: (number) => `discussion-draft-${number}`,
  read(number) {
    try {
      return localStorage.getItem(this.name(number)) ?? "";
    } catch {
      return ""; // No room, or none for us: the text stays in its field.
    }
  },
  keep(number, text) {
    try {
      if (text.trim()) localStorage.setItem(this.name(number), text);
      else localStorage.removeItem(this.name(number));
    } catch {
      // as above
    }
  },
};
