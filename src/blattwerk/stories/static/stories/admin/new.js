// A new story: a search keeps the title that is being written, and what is ticked is taken along.
(() => {
  const begin = document.querySelector("#bw-begin");
  const look = document.querySelector("[data-look]");
  if (!begin || !look) return;

  look.addEventListener("submit", () => {
    look.elements.title.value = begin.elements.title.value;
  });
  begin.addEventListener("submit", () => {
    for (const tick of look.querySelectorAll("input[type=checkbox]:checked")) tick.setAttribute("form", begin.id);
  });
})();
