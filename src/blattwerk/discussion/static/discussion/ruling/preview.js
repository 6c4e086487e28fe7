// The rules' form: what it would mean follows what is entered, a moment after the last change.
(() => {
  const form = document.querySelector("[data-rules-form]");
  const shown = document.querySelector("[data-rules-preview]");
  if (!form || !shown) return;
  let waiting = 0;
  let asked = 0;

  const ask = async () => {
    const turn = ++asked;
    try {
      const answer = await fetch(form.dataset.preview, { method: "POST", body: new FormData(form) });
      if (answer.ok && turn === asked) shown.innerHTML = await answer.text();
    } catch {
      // The preview stays as it is; saving tells what is wrong.
    }
  };

  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 500);
  });
})();
