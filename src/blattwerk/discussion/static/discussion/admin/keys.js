// Single keys at the community desk: each presses what carries its letter, so all works without too.
(() => {
  const hint = document.querySelector("[data-keys-hint]");
  if (!hint) return;
  const KEPT = "blattwerk-forum-keys";
  const dialog = hint.querySelector("dialog");
  const onOff = hint.querySelector("[data-keys-switch]");
  let going = false; // a deed is on its way; what is typed meanwhile is for nobody

  const remembered = () => {
    try {
      return localStorage.getItem(KEPT) !== "off";
    } catch {
      return true;
    }
  };
  const show = () => document.documentElement.classList.toggle("bw-forum-without-keys", !onOff.checked);

  onOff.checked = remembered();
  onOff.addEventListener("change", () => {
    try {
      localStorage.setItem(KEPT, onOff.checked ? "on" : "off");
    } catch {
      // not kept then
    }
    show();
  });
  hint.hidden = false;
  show();
  hint.querySelector("[data-keys-help]").addEventListener("click", () => dialog.showModal());
  document.addEventListener("submit", (event) => {
    if (event.target.method === "post") going = true;
  });
  addEventListener("pageshow", () => (going = false));

  const writing = (target) =>
    target.isContentEditable ||
    target.matches("textarea, select, input:not([type=radio]):not([type=checkbox])");

  const seen = (element) => element.checkVisibility?.() ?? element.offsetParent !== null;

  const rows = () => [...document.querySelectorAll("[data-row]")];
  const rowOf = (element) => element.closest?.("[data-row]");

  const step = (by) => {
    const all = rows();
    const at = all.indexOf(rowOf(document.activeElement));
    const next = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))];
    next?.querySelector("[data-open]").focus();
    next?.scrollIntoView({ block: "nearest" });
  };

  const open = (summary) => {
    const details = summary.parentElement;
    for (const other of document.querySelectorAll(".bw-forum-deed[open]")) {
      if (other !== details) other.open = false;
    }
    details.open = true;
    details.querySelector("[data-cut-text], input:not([type=hidden])")?.focus();
  };

  const digit = (key) => {
    const panel = [...document.querySelectorAll(".bw-forum-deed[open]")].at(-1);
    const radio = panel?.querySelector(`[data-digit="${key}"]`);
    if (!radio) return false;
    radio.checked = true;
    radio.focus();
    return true;
  };

  const press = (key) => {
    const found = [...document.querySelectorAll(`[data-key="${key}"]`)].find(seen);
    if (!found) return false;
    if (found.tagName === "SUMMARY") open(found);
    else found.click();
    return true;
  };

  const on = (event) => {
    const { key, target } = event;
    if (key === "?") {
      dialog.showModal();
      return true;
    }
    if (/^[1-9]$/.test(key)) return digit(key);
    if (rows().length && (key === "j" || key === "k")) {
      step(key === "j" ? 1 : -1);
      return true;
    }
    if (event.repeat) return false; // a key held down decides nothing
    if (key === "x" && rowOf(target)) {
      rowOf(target).querySelector("input[type=checkbox]").click();
      return true;
    }
    return /^[a-z]$/.test(key) && press(key);
  };

  document.addEventListener(
    "keydown",
    (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      if (!onOff.checked || going || dialog.open || writing(event.target)) return;
      if (document.querySelector("[role=dialog][aria-modal=true]:not([hidden]):not([aria-hidden=true])")) return;
      if (on(event)) {
        event.preventDefault();
        event.stopImmediatePropagation(); // Wagtail has a “?” of its own
      }
    },
    true,
  );
})();
