// Editing out: what is marked becomes […]; what was marked in the shown text counts as well.
(() => {
  const details = document.querySelector("[data-cut]");
  if (!details) return;
  const MARK = "[…]";
  const field = details.querySelector("[data-cut-text]");
  const button = details.querySelector("[data-cut-out]");
  const shown = document.querySelector("#bw-text");

  const cut = (start, end) => {
    if (end > start) field.setRangeText(MARK, start, end, "end");
  };

  // Where the selection lies in the shown text, as long as the field still holds the same.
  const marked = () => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed || field.value !== shown.textContent) return null;
    const range = selection.getRangeAt(0);
    if (!shown.contains(range.startContainer) || !shown.contains(range.endContainer)) return null;
    const before = document.createRange();
    before.setStart(shown, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const start = before.toString().length;
    return [start, start + range.toString().length];
  };

  button.hidden = false;
  button.addEventListener("click", () => {
    cut(field.selectionStart, field.selectionEnd);
    field.focus();
  });
  let kept = null;
  document.addEventListener("selectionchange", () => {
    if (!details.open) kept = marked();
  });
  details.addEventListener("toggle", () => {
    if (details.open && kept) cut(...kept);
    kept = null;
  });
})();
