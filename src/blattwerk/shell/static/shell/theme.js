// Light or dark: the system's way until a reader chooses; choosing the system's way forgets.
// Runs before the first paint, so that a chosen dress never flashes in the other one.
(() => {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");

  try {
    const chosen = localStorage.getItem("theme");
    if (chosen === "dark" || chosen === "light") root.dataset.theme = chosen;
  } catch {
    // A browser that keeps nothing follows the system.
  }

  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);

  function choose(dark) {
    if (dark === system.matches) delete root.dataset.theme;
    else root.dataset.theme = dark ? "dark" : "light";
    try {
      if (root.dataset.theme) localStorage.setItem("theme", root.dataset.theme);
      else localStorage.removeItem("theme");
    } catch {
      // Then the choice lasts for this page.
    }
  }

  class ThemeSwitch extends HTMLElement {
    connectedCallback() {
      // The button inside is parsed after its element when the script came first.
      this.addEventListener("click", () => {
        choose(!isDark());
        this.show();
      });
      system.addEventListener("change", () => this.show());
      addEventListener("DOMContentLoaded", () => this.show());
      this.show();
    }

    show() {
      this.querySelector("button")?.setAttribute("aria-pressed", String(isDark()));
    }
  }

  customElements.define("theme-switch", ThemeSwitch);
})();
