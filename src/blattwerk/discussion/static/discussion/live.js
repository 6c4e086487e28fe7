// What a discussion on screen does by itself: it asks for newer comments and keeps them behind a
// button, so that nothing moves under the reader's eye; it marks what is the reader's own.
import { openForm } from "./form.js";
import { markOwn, pressed } from "./own.js";

const [OFTEN, SELDOM] = [20_000, 300_000];

export class ThreadRoom extends HTMLElement {
  connectedCallback() {
    this.is = (name) => this.querySelector(`[data-is=${name}]`);
    this.fresh = this.is("fresh");
    this.waiting = [];
    this.pause = OFTEN;
    this.usual = document.title;
    this.onclick = (event) => this.clicked(event);
    this.turned = (event) => event.target.id === "diskussion" && this.turn();
    addEventListener("turbo:frame-load", this.turned);
    markOwn(this);
    this.wrote = () => this.changed();
    document.addEventListener("comment-written", this.wrote);
    if (!this.dataset.newer) return;
    this.eye = new IntersectionObserver(([entry]) => this.look(entry.isIntersecting));
    this.eye.observe(this);
    this.awake = () => this.look(this.seen);
    document.addEventListener("visibilitychange", this.awake);
  }

  disconnectedCallback() {
    removeEventListener("turbo:frame-load", this.turned);
    document.removeEventListener("comment-written", this.wrote);
    document.removeEventListener("visibilitychange", this.awake);
    this.eye?.disconnect();
    clearTimeout(this.timer);
    if (document.title === this.told) document.title = this.usual;
  }

  clicked(event) {
    const { target, ctrlKey, metaKey, shiftKey, button } = event;
    if (ctrlKey || metaKey || shiftKey || button) return;
    if (target.closest("[data-is=fresh]")) return this.show();
    const link = target.closest("a");
    const deed = link?.dataset.deed ?? link?.dataset.own;
    if (/^(write|reply|quote|edit)$/.test(deed)) openForm(this, link, event);
    else if (/^(recommend|mute|follow)$/.test(deed)) pressed(this, link, event);
    else if (link?.dataset.to) this.jump(link.dataset.to, event);
    else if (link?.dataset.turboFrame) this.closest("turbo-frame").dataset.turned = "";
  }

  // The reader has written: what is public now stands behind the button like all that is new.
  changed() {
    markOwn(this, true);
    if (this.dataset.newer) this.ask();
  }

  // After a turn of the page or another order one reads on from the top of the list.
  turn() {
    const frame = this.closest("turbo-frame");
    if (!frame?.isConnected || !("turned" in frame.dataset)) return;
    delete frame.dataset.turned;
    const head = this.querySelector(".discussion__bar h3");
    if (head) Object.assign(head, { tabIndex: -1 }).focus({ preventScroll: true });
    (head ?? this).scrollIntoView({ block: "start" });
  }

  jump(number, event) {
    const there = document.getElementById(`k${number}`);
    if (!there) return;
    event.preventDefault();
    this.focusOn(there);
  }

  focusOn(comment) {
    comment.tabIndex = -1;
    comment.focus({ preventScroll: true });
    comment.scrollIntoView({ block: "center" });
  }

  look(seen) {
    clearTimeout(this.timer);
    this.seen = seen;
    if (seen && !document.hidden) this.timer = setTimeout(() => this.ask(), this.pause);
  }

  async ask() {
    clearTimeout(this.timer);
    const before = this.waiting.length;
    try {
      const headers = this.etag ? { "If-None-Match": this.etag } : {};
      const asked = { headers, signal: AbortSignal.timeout(15000) };
      const answer = await fetch(`${this.dataset.newer}?after=${this.dataset.newest}`, asked);
      if (answer.status === 200) this.take(answer.headers.get("ETag"), await answer.text());
      else if (answer.status !== 304) throw answer;
      const calm = this.waiting.length === before;
      this.pause = calm ? Math.min(this.pause * 1.4, SELDOM) : OFTEN;
    } catch {
      this.pause = Math.min(this.pause * 2, SELDOM);
    }
    if (this.isConnected) this.look(this.seen);
  }

  take(etag, text) {
    const made = document.createElement("template");
    made.innerHTML = text;
    this.etag = etag;
    this.came = made.content.firstElementChild;
    const items = [...this.came.children];
    this.waiting = items.filter((item) => !document.getElementById(item.firstElementChild.id));
    this.tell("more" in this.came.dataset ? "+" : "");
  }

  tell(more) {
    const { length } = this.waiting;
    const { one, many } = this.fresh.dataset;
    const words = length === 1 ? one : many.replace("{}", length + more);
    this.told = length ? `(${length}${more}) ${this.usual}` : this.usual;
    document.title = this.told;
    if (length && this.fresh.textContent !== words) document.getElementById("meldung").textContent = words;
    this.fresh.textContent = words;
    this.fresh.hidden = !length;
  }

  show() {
    const list = this.is("list");
    for (const item of this.waiting) {
      const branch = document.getElementById(`k${item.dataset.root}`)?.closest(".branch");
      item.firstElementChild.classList.add("comment--new");
      if (branch) place(branch, item);
      else if (this.dataset.order === "aelteste" && !item.dataset.root) list.append(item);
      else list.prepend(item);
      if (!branch) item.className = "branch";
    }
    const first = this.waiting.at(this.dataset.order === "aelteste" ? 0 : -1);
    this.dataset.newest = this.came.dataset.newest;
    this.waiting = [];
    this.etag = null;
    this.tell("");
    markOwn(this);
    this.focusOn(first.firstElementChild);
  }
}

function place(branch, item) {
  let list = branch.querySelector(".branch__replies");
  if (!list) {
    list = Object.assign(document.createElement("ol"), { className: "branch__replies" });
    list.setAttribute("role", "list");
    branch.firstElementChild.after(list);
  }
  list.append(item);
}
