// While somebody works on a comment it stays theirs; who goes away gives it back by doing nothing.
(() => {
  const place = document.querySelector("[data-renew]");
  const token = document.querySelector("[name=csrfmiddlewaretoken]")?.value;
  if (!place || !token) return;
  const EVERY = 120_000;
  let used = true;

  for (const event of ["keydown", "pointerdown", "scroll"]) {
    addEventListener(event, () => (used = true), { passive: true });
  }

  const renew = async () => {
    if (!used || document.hidden) return;
    used = false;
    try {
      const answer = await fetch(place.dataset.renew, {
        method: "POST",
        headers: { "X-CSRFToken": token, Accept: "application/json" },
      });
      if (answer.status === 409) say((await answer.json()).refused);
    } catch {
      used = true; // no network just now; the next round tries again
    }
  };

  const say = (sentence) => {
    clearInterval(rounds);
    const line = document.createElement("p");
    line.className = "bw-forum-error";
    line.setAttribute("role", "alert");
    line.textContent = sentence;
    place.before(line);
  };

  const rounds = setInterval(renew, EVERY);
})();
