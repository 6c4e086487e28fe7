// An article's topics, exchanged in place: without this script the same buttons lead to pages.
(() => {
  "use strict";
  const TYPING = 250; // milliseconds
  const SETTLING = 1500; // after the editor has saved by itself

  const partOf = (node) => node.closest("[data-topics]");
  const addressOf = (part, url, query = "") =>
    `${url}?${new URLSearchParams({ mode: part.dataset.mode, q: query })}`;

  async function fetched(part, url, options = {}) {
    const token = document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";
    const answer = await fetch(url, { ...options, headers: { "X-CSRFToken": token } });
    if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!page.querySelector("[data-topics-body]")) throw new Error("another page");
    return page;
  }

  function exchange(part, page, name) {
    const old = part.querySelector(`[${name}]`);
    const fresh = page.querySelector(`[${name}]`);
    if (old && fresh) old.replaceWith(document.adoptNode(fresh));
  }

  function say(part, sentence) {
    const said = part.querySelector("[data-topics-said]");
    said.textContent = sentence;
    said.classList.add("bw-topics__said--bad");
  }

  // After a deed the keyboard goes on where it was: at the button that took the pressed one's place.
  function focusOn(part, place) {
    const buttons = part.querySelectorAll("[data-topics-deed]");
    const next = buttons[Math.min(place, buttons.length - 1)] ?? afterIt(part);
    (next ?? part.querySelector("[data-topics-said]")).focus();
  }

  function afterIt(part) {
    return part.nextElementSibling?.querySelector("[data-topics-deed]");
  }

  async function act(button) {
    const part = partOf(button);
    const place = [...part.querySelectorAll("[data-topics-deed]")].indexOf(button);
    const body = new FormData();
    if (button.name) body.append(button.name, button.value);
    button.disabled = true;
    try {
      const url = addressOf(part, button.dataset.topicsDeed);
      const page = await fetched(part, url, { method: "POST", body });
      exchange(part, page, "data-topics-body");
      exchange(part, page, "data-topics-results");
      const search = part.querySelector("[data-topics-search]");
      if (search) search.value = "";
      focusOn(part, place);
    } catch {
      button.disabled = false;
      say(part, part.dataset.lost);
    }
  }

  async function look(search) {
    const part = partOf(search);
    const asked = search.value;
    try {
      const page = await fetched(part, addressOf(part, part.dataset.topics, asked));
      if (search.value === asked) exchange(part, page, "data-topics-results");
    } catch {
      say(part, part.dataset.lost);
    }
  }

  // What is being written is read again when it has been saved, unless somebody is at the buttons.
  async function refresh(part) {
    if (part.contains(document.activeElement)) return;
    try {
      const page = await fetched(part, addressOf(part, part.dataset.fresh), { method: "POST" });
      if (!part.contains(document.activeElement)) exchange(part, page, "data-topics-body");
    } catch {
      // The button is still there.
    }
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-topics-deed]");
    if (!button || !partOf(button)) return;
    event.preventDefault();
    act(button);
  });

  let typing = 0;
  document.addEventListener("input", (event) => {
    if (!event.target.matches("[data-topics-search]") || !partOf(event.target)) return;
    clearTimeout(typing);
    typing = setTimeout(look, TYPING, event.target);
  });
  document.addEventListener("keydown", (event) => {
    // In the editor the field stands inside the article's form, which Enter would send.
    if (event.key === "Enter" && event.target.matches("[data-mode=editor] [data-topics-search]")) {
      event.preventDefault();
      look(event.target);
    }
  });

  function watch() {
    for (const part of document.querySelectorAll("[data-topics][data-fresh]")) {
      let [stale, visible, settling] = [true, false, 0];
      const renew = () => {
        if (!stale || !visible) return;
        stale = false;
        refresh(part);
      };
      new IntersectionObserver((seen) => {
        visible = seen.at(-1).isIntersecting;
        renew();
      }).observe(part);
      document.addEventListener("w-autosave:success", () => {
        stale = true;
        clearTimeout(settling);
        settling = setTimeout(renew, SETTLING);
      });
    }
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", watch);
  else watch();
})();
