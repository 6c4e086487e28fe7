// Listen buttons: fetch the sound of what the form holds now, play it, or say why not.
// Without this script the same buttons open the sound in a new window.
(() => {
  const player = new Audio();
  let address = "";

  const play = async (blob) => {
    if (address) URL.revokeObjectURL(address);
    address = URL.createObjectURL(blob);
    player.src = address;
    await player.play();
  };

  const hear = async (button) => {
    const said = button.closest("[data-listen]").querySelector("[data-listen-said]");
    const mark = (state, words = "") => {
      button.dataset.state = state;
      button.setAttribute("aria-busy", String(state === "busy"));
      said.textContent = words;
      said.classList.toggle("bw-listen__said--bad", state === "failed");
    };
    player.pause();
    mark("busy", said.dataset.wait);
    let answer;
    try {
      const body = new FormData(button.form, button);
      answer = await fetch(button.getAttribute("formaction") ?? button.form.action, { method: "POST", body });
    } catch {
      return mark("failed", said.dataset.lost);
    }
    const kind = answer.headers.get("Content-Type") ?? "";
    if (!answer.ok) return mark("failed", kind.startsWith("text/plain") ? await answer.text() : said.dataset.lost);
    if (!kind.startsWith("audio/")) return mark("failed", said.dataset.lost);
    try {
      await play(await answer.blob());
      player.onended = () => mark("heard");
      mark("playing");
    } catch {
      mark("failed", said.dataset.mute);
    }
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-listen-play]");
    if (!button) return;
    event.preventDefault();
    event.stopPropagation();
    hear(button);
  }, true);

  // In the example sentence, Enter listens; it does not store the form.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches("[data-listen-sentence]")) return;
    event.preventDefault();
    event.target.closest("[data-listen]").querySelector("[value=sentence]").click();
  });
})();
