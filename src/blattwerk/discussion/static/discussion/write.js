// The comment form with a script: counts down, keeps the draft, sends without leaving the page.
// Without one every form here works by itself.
import { drafts } from "./drafts.js";
import "./written.js";

const graphemes = (text) =>
  Intl.Segmenter ? [...new Intl.Segmenter().segment(text)].length : [...text].length;
// The server's own cleaning, as far as it changes the length.
const cleaned = (text) =>
  text.normalize().replace(/\r\n?/g, "\n").replace(/[^\S\n]+$/gm, "").replace(/\n{3,}/g, "\n\n").trim();

class CommentForm extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.field = this.querySelector("textarea");
    this.restore();
    if (this.field) {
      this.field.addEventListener("input", () => this.typed());
      this.typed(); // Somebody may have been faster than this script.
    }
    this.form?.addEventListener("submit", (event) => this.submitted(event));
    const frame = this.closest("turbo-frame");
    if (frame && /[?&]antwort=/.test(frame.src ?? "")) this.field?.focus();
  }

  // What was typed before the page was left; what the server brings goes before it.
  restore() {
    const draft = drafts.read(this.dataset);
    if (!draft) return;
    if (!this.field) {
      const kept = this.querySelector("[data-draft]");
      kept.querySelector("blockquote").innerText = draft;
      kept.hidden = false;
      return;
    }
    const brought = this.field.value.trim();
    if (!brought) this.field.value = draft;
    else if (brought.startsWith(">") && !draft.includes(brought)) {
      this.field.value = `${draft.trimEnd()}\n\n${brought}\n\n`;
    }
  }

  typed() {
    const { value, defaultValue } = this.field;
    if (value !== defaultValue || !value) drafts.keep(this.dataset, value);
    this.count();
  }

  count() {
    const text = cleaned(this.field.value);
    const length = Math.max(graphemes(text), Math.ceil([...text].length / 8));
    const left = Number(this.dataset.longest) - length;
    const show = (name, number) => {
      const part = this.querySelector(`[data-${name}]`);
      part.hidden = number === null;
      if (number !== null) part.querySelector("b").textContent = number;
      return part;
    };
    this.querySelector("[data-plain]").hidden = true;
    const within = show("within", left < 0 ? null : left);
    const over = show("over", left < 0 ? -left : null);
    const said = left < 0 ? over : within;
    // Ears hear it now and then, not with every letter.
    if (left < 0 || [50, 20, 10, 0].includes(left)) {
      this.querySelector("[data-ears]").textContent = said.textContent;
    }
  }

  async submitted(event) {
    if (this.dataset.is === "door") return; // to sign in; the draft stays here
    event.preventDefault();
    if (this.sending) return;
    this.busy(true);
    this.trouble("");
    try {
      await this.send();
    } catch {
      this.trouble(this.querySelector("[data-trouble]").dataset.offline);
    }
    this.busy(false);
  }

  async send() {
    const reply = await fetch(this.form.action, {
      method: "POST",
      headers: { Accept: "application/json" },
      body: new URLSearchParams(new FormData(this.form)),
    });
    const told = await reply.json();
    if (told.next) location.assign(told.next);
    else if (told.error) this.trouble(told.error);
    else this.after(told);
  }

  after({ address, form, state }) {
    drafts.keep(this.dataset, "");
    const frame = this.closest("turbo-frame");
    if (frame) frame.src = form;
    else location.assign(state === "public" ? address : form);
  }

  busy(is) {
    this.sending = is;
    this.form.ariaBusy = String(is);
    for (const button of this.form.querySelectorAll("button")) button.ariaDisabled = String(is);
  }

  trouble(sentence) {
    const line = this.querySelector("[data-trouble]");
    line.textContent = sentence;
    line.hidden = !sentence;
    this.querySelector("#text_fehler")?.remove();
    if (!this.field) return;
    this.field.ariaInvalid = String(Boolean(sentence));
    if (sentence) this.field.focus();
  }
}

if (!customElements.get("comment-form")) customElements.define("comment-form", CommentForm);
