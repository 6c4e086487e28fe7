// What the page cannot know, since it is the same for everybody: what its reader recommends, mutes
// and wrote. Asked for once, of an address that nobody stores.
const asked = {}; // by address

export async function markOwn(room, anew = false) {
  const address = room.dataset.own;
  if (anew) delete asked[address];
  const mine = await (asked[address] ??= ask(address));
  if (!mine?.signed_in) return;
  const [recommended, muted] = [new Set(mine.recommended), new Set(mine.muted)];
  for (const item of room.querySelectorAll("[data-writer]")) {
    if (recommended.has(+item.dataset.comment)) mark(room, item.querySelector("[data-deed=recommend]"), true);
    if (muted.has(+item.dataset.writer)) fold(room, item);
    else unfold(item);
  }
  for (const comment of mine.comments) own(room, comment);
  mark(room, room.querySelector("[data-deed=follow]"), mine.following);
}

// These are pages that ask; whoever is signed in need not be asked. `true` where it was done.
export async function pressed(room, link, event) {
  event.preventDefault();
  const mine = await asked[room.dataset.own];
  if (!mine?.signed_in) return location.assign(link.href);
  if (link.ariaBusy === "true") return;
  link.ariaBusy = "true";
  try {
    const said = await done(link, mine.token);
    if ("muted" in said) await markOwn(room, true);
    else mark(room, link, said.recommended ?? said.following, said.count);
  } catch {
    location.assign(link.href); // there it is said why not
  }
  link.ariaBusy = "false";
}

async function done(link, token) {
  const folded = link.dataset.deed === "mute" && link.closest(".comment__muted");
  const answer = await fetch(link.href, {
    method: "POST",
    headers: { Accept: "application/json", "X-CSRFToken": token },
    body: new URLSearchParams({ an: "on" in link.dataset || folded ? "0" : "1" }),
  });
  if (!answer.ok) throw answer;
  return answer.json();
}

async function ask(address) {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(15000) });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null; // Then nothing is marked.
  }
}

const word = (room, name) => {
  const { content } = room.querySelector("[data-is=words]");
  return content.querySelector(`[data-word=${name}]`).textContent;
};

function mark(room, link, on, count) {
  if (!link) return;
  link.toggleAttribute("data-on", on);
  link.querySelector("span").textContent = word(room, `${link.dataset.deed}-${on ? "on" : "off"}`);
  if (count === undefined) return;
  const number = link.querySelector("b") ?? link.appendChild(document.createElement("b"));
  number.textContent = count || "";
}

function own(room, { id, editable_until: until }) {
  const item = room.querySelector(`[data-comment="${id}"]`);
  const deeds = item?.querySelector(".comment__deeds");
  if (!deeds || "mine" in item.dataset) return;
  item.dataset.mine = "";
  for (const deed of ["mute", "recommend"]) deeds.querySelector(`[data-deed=${deed}]`)?.closest("li").remove();
  const badge = Object.assign(document.createElement("span"), { className: "comment__mine" });
  badge.textContent = word(room, "yours");
  item.querySelector(".comment__head").append(" ", badge);
  const ways = room.querySelector("[data-is=own]").content.cloneNode(true);
  for (const link of ways.querySelectorAll("a")) {
    link.href = `/diskussion/kommentar/${id}/${link.dataset.path}/`;
    if (link.dataset.own === "edit" && !(new Date(until) > new Date())) link.closest("li").remove();
  }
  deeds.append(ways);
}

// A muted writer's comment keeps its place, folded: one can look all the same.
function fold(room, item) {
  if (item.querySelector(":scope > .comment__muted")) return;
  const folded = Object.assign(document.createElement("details"), { className: "comment__muted" });
  const line = document.createElement("summary");
  line.append(item.querySelector(".comment__name").cloneNode(true), ` ${word(room, "muted")}`);
  folded.append(line, ...item.childNodes);
  item.append(folded);
  const link = folded.querySelector("[data-deed=mute]");
  if (link) link.textContent = word(room, "mute-on");
}

function unfold(item) {
  const folded = item.querySelector(":scope > .comment__muted");
  if (!folded) return;
  folded.firstElementChild.remove();
  const room = item.closest("thread-room");
  const link = folded.querySelector("[data-deed=mute]");
  if (link) link.textContent = word(room, "mute-off");
  folded.replaceWith(...folded.childNodes);
}
