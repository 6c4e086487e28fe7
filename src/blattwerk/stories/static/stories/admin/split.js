// Split by dragging: what is dropped on “New story” is ticked; the ticks alone work as well.
(() => {
  const form = document.querySelector("[data-split]");
  const tray = form?.querySelector("[data-tray]");
  if (!tray) return;
  const said = tray.querySelector("[data-tray-said]");
  const ticks = () => [...form.querySelectorAll("[data-member] input[type=checkbox]")];

  const tell = () => {
    const count = ticks().filter((tick) => tick.checked).length;
    const { none, one, many } = said.dataset;
    said.textContent = count === 0 ? none : count === 1 ? one : many.replace("{count}", count);
    for (const tick of ticks()) tick.closest("[data-member]").classList.toggle("bw-member--chosen", tick.checked);
  };

  let dragged = null;
  for (const tick of ticks()) tick.closest("[data-member]").draggable = true;

  form.addEventListener("dragstart", (event) => {
    dragged = event.target.closest?.("[data-member]");
    if (!dragged) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged.querySelector("input").value);
    tray.classList.add("bw-tray--open");
  });
  form.addEventListener("dragend", () => {
    dragged = null;
    tray.classList.remove("bw-tray--open", "bw-tray--over");
  });
  tray.addEventListener("dragover", (event) => {
    if (!dragged) return;
    event.preventDefault();
    tray.classList.add("bw-tray--over");
  });
  tray.addEventListener("dragleave", () => tray.classList.remove("bw-tray--over"));
  tray.addEventListener("drop", (event) => {
    if (!dragged) return;
    event.preventDefault();
    dragged.querySelector("input").checked = true;
    tell();
  });
  form.addEventListener("change", tell);
  addEventListener("pageshow", tell); // Back brings the ticks along
  tell();
})();
