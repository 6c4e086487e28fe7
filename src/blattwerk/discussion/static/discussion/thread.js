// An article's comments lie far below: they are fetched when they are a screen away, and Turbo with
// them. On a page of their own they stand there already. Without JavaScript a link leads to them.
const PATIENCE = 15000;

class CommentThread extends HTMLElement {
  connectedCallback() {
    this.is = (name) => this.querySelector(`:scope > [data-is=${name}]`);
    this.frame = this.querySelector("turbo-frame");
    this.again = this.is("failed")?.querySelector("button");
    if (this.again) this.again.onclick = () => this.load();
    this.eye = new IntersectionObserver((seen) => seen.some((entry) => entry.isIntersecting) && this.begin(), {
      rootMargin: "100% 0px",
    });
    this.eye.observe(this);
    if (location.hash === "#kommentare") this.begin();
  }

  disconnectedCallback() {
    this.eye.disconnect();
    clearTimeout(this.timer);
  }

  begin() {
    this.eye.disconnect();
    if (!this.querySelector("thread-room")) return this.load();
    this.wake().catch(() => {}); // The links work without it.
  }

  async load() {
    if (this.busy) return;
    this.busy = true;
    const again = document.activeElement === this.again;
    this.is("failed").hidden = true;
    this.frame.hidden = false;
    this.frame.ariaBusy = "true";
    try {
      await this.wake();
      await this.fetched();
      delete this.frame.dataset.from;
      if (again) this.querySelector("thread-room a")?.focus();
    } catch {
      this.frame.removeAttribute("src");
      this.frame.hidden = true;
      this.is("failed").hidden = false;
      if (again) this.again.focus();
    }
    this.frame.ariaBusy = "false";
    this.busy = false;
  }

  async wake() {
    const { wake } = await import("./wake.js");
    await wake();
  }

  fetched() {
    return new Promise((done, fail) => {
      const { frame } = this;
      this.timer = setTimeout(fail, PATIENCE);
      const stop = (event) => {
        event.preventDefault();
        fail();
      };
      frame.addEventListener("turbo:frame-load", done, { once: true });
      frame.addEventListener("turbo:frame-missing", stop, { once: true });
      frame.addEventListener("turbo:fetch-request-error", stop, { once: true });
      frame.src = frame.dataset.from;
    });
  }
}

customElements.define("comment-thread", CommentThread);
