// The article page's few conveniences. Without JavaScript none of them shows, and nothing is missing.
class PrintPage extends HTMLElement {
  connectedCallback() {
    this.querySelector("button").addEventListener("click", () => print());
  }
}

class CopyLink extends HTMLElement {
  connectedCallback() {
    if (!navigator.clipboard) {
      this.hidden = true;
      return;
    }
    this.querySelector("button").addEventListener("click", () => this.copy());
  }

  async copy() {
    const address = document.querySelector("link[rel=canonical]")?.href ?? location.href;
    await navigator.clipboard.writeText(address);
    const words = this.querySelector("span");
    const usual = words.textContent;
    words.textContent = this.dataset.done;
    document.getElementById("meldung").textContent = this.dataset.done;
    setTimeout(() => {
      words.textContent = usual;
    }, 3000);
  }
}

// Nobody outside is contacted before the reader has said so.
class ClickToLoad extends HTMLElement {
  connectedCallback() {
    this.querySelector("button").addEventListener("click", () => this.open());
  }

  open() {
    const frame = document.createElement("iframe");
    frame.src = this.dataset.frame;
    frame.title = this.dataset.title;
    frame.allow = "fullscreen; picture-in-picture; encrypted-media";
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    this.replaceChildren(frame);
    frame.focus();
  }
}

customElements.define("print-page", PrintPage);
customElements.define("copy-link", CopyLink);
customElements.define("click-to-load", ClickToLoad);
