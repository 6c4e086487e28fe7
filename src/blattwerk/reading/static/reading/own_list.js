// The reader's own list and what was left half heard. Both stay in this browser.
const KEY = "listening";

function shelf() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    return {};
  }
}

const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

async function card(number) {
  const answer = await fetch(`/hoeren/${number}.json`).catch(() => null);
  return answer?.ok ? answer.json() : null;
}

class OwnList extends HTMLElement {
  connectedCallback() {
    addEventListener("listening", this);
    addEventListener("storage", this);
    this.show();
  }

  disconnectedCallback() {
    removeEventListener("listening", this);
    removeEventListener("storage", this);
  }

  handleEvent() {
    if (JSON.stringify(this.wanted()) !== this.shown) this.show();
  }

  wanted() {
    const { list = [], places = {} } = shelf();
    return this.dataset.kind === "list" ? list : Object.keys(places).reverse().slice(0, 10);
  }

  async show() {
    const wanted = this.wanted();
    this.shown = JSON.stringify(wanted);
    const items = this.dataset.kind === "list" ? wanted : await Promise.all(wanted.map(card));
    const lines = items.filter(Boolean).map((item) => this.line(item));
    this.querySelector("ol").replaceChildren(...lines);
    this.hidden = this.dataset.kind === "places" && !lines.length;
  }

  line({ id, title, url, section, seconds }) {
    const line = document.getElementById("eigenes").content.firstElementChild.cloneNode(true);
    const { listen, remove, at } = document.querySelector("own-list[data-listen]").dataset;
    const left = shelf().places?.[id];
    Object.assign(line.dataset, { number: id, title, url, section, seconds });
    line.querySelector("[data-listen]").ariaLabel = listen.replace("{}", title);
    line.querySelector("h3 a").textContent = title;
    line.querySelector("h3 a").href = url;
    const [where, length] = line.querySelectorAll("p span");
    where.textContent = section;
    length.textContent = [left && at.replace("{}", clock(left)), seconds && clock(seconds)].filter(Boolean).join(" / ");
    const drop = line.querySelector("[data-keep]");
    drop.ariaLabel = `${remove}: ${title}`;
    drop.hidden = this.dataset.kind === "places";
    return line;
  }
}

customElements.define("own-list", OwnList);
