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

// The panel of stories lies far below: what fills it is fetched when it is a screen away.
class StoryDiscovery extends HTMLElement {
  connectedCallback() {
    this.is = (name) => this.querySelector(`[data-is=${name}]`);
    this.body = this.is("body");
    this.is("again").onclick = () => this.load();
    if (this.body.querySelector("[data-story]")) return; // come back by Back
    this.eye = new IntersectionObserver((seen) => seen.some((entry) => entry.isIntersecting) && this.load(), {
      rootMargin: "100% 0px",
    });
    this.eye.observe(this);
  }

  disconnectedCallback() {
    this.eye?.disconnect();
  }

  async load() {
    this.eye?.disconnect();
    const again = document.activeElement === this.is("again");
    this.is("failed").hidden = true;
    this.body.hidden = false;
    this.body.ariaBusy = true;
    try {
      const { fill } = await import("./discovery.js");
      const found = await fill(this);
      this.body.hidden = !found;
      this.is("none").hidden = found > 0;
      if (again) this.querySelector("[data-story] a")?.focus();
    } catch {
      this.body.hidden = true;
      this.is("failed").hidden = false;
      if (again) this.is("again").focus();
    }
    this.body.ariaBusy = false;
    // Nothing moves under the reader's eye: room that is not needed goes while it is out of sight.
    if (this.getBoundingClientRect().top > innerHeight) this.dataset.free = "";
  }
}

customElements.define("story-discovery", StoryDiscovery);
customElements.define("print-page", PrintPage);
customElements.define("copy-link", CopyLink);
customElements.define("click-to-load", ClickToLoad);

// The comments lie far below: what wakes them is fetched when they are a screen away.
const wake = () => import("../discussion/thread.js");
const eye = new IntersectionObserver(
  (seen) => {
    if (!seen.some((entry) => entry.isIntersecting)) return;
    eye.disconnect();
    wake();
  },
  { rootMargin: "100% 0px" },
);

function lookForComments() {
  const comments = document.querySelector("comment-thread:not(:defined)");
  if (comments && location.hash === "#kommentare") wake();
  else if (comments) eye.observe(comments);
}

lookForComments();
addEventListener("turbo:load", lookForComments);
