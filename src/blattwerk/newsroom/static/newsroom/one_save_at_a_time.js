// The editor saves by itself while one writes. A click on “Publish” during such a save would send
// the form a second time, and a new article would exist twice: so the click waits for the save.
(() => {
  "use strict";
  const PATIENCE = 10_000; // milliseconds; a lost answer must not hold the editor up for ever
  let saving = false;
  let sent = false;
  let waiting = null;

  function send() {
    const { form, button, timer } = waiting;
    waiting = null;
    saving = false;
    clearTimeout(timer);
    if (button?.name) {
      // By now the button shows that it works and is disabled; its name must travel all the same.
      const field = document.createElement("input");
      Object.assign(field, { type: "hidden", name: button.name, value: button.value });
      form.append(field);
    }
    form.requestSubmit();
  }

  document.addEventListener("w-autosave:save", (event) => {
    if (sent) event.preventDefault();
    else saving = true;
  });
  for (const outcome of ["success", "error"]) {
    document.addEventListener(`w-autosave:${outcome}`, () => {
      saving = false;
      if (waiting) send();
    });
  }
  document.addEventListener(
    "submit",
    (event) => {
      if (!event.target.matches("[data-edit-form]") || sent) return;
      if (!saving) {
        sent = true;
        // Still here a while later: the answer was stopped, and saving goes on.
        setTimeout(() => { sent = false; }, PATIENCE * 2);
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
      if (waiting) return;
      waiting = { form: event.target, button: event.submitter, timer: setTimeout(send, PATIENCE) };
    },
    true,
  );
  // Back to a page the browser kept: it may save again.
  addEventListener("pageshow", (event) => {
    if (event.persisted) saving = sent = false;
  });
})();
