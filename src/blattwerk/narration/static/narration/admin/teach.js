// A word selected in the script goes along to the form for its pronunciation.
document.addEventListener("selectionchange", () => {
  const link = document.querySelector("[data-teach]");
  const script = document.querySelector("[data-script]");
  const selection = document.getSelection();
  if (!link || !script?.contains(selection.anchorNode)) return;
  const word = selection.toString().trim().replace(/\s+/g, " ");
  if (!word || word.length > 80) return; // a click on the link clears the selection: keep the last
  const address = new URL(link.href);
  address.searchParams.set("word", word);
  link.href = address;
  link.textContent = link.dataset.teach.replace("%s", word);
});
