// The article's editor: decide about its story beside the form; what is being written stays.
(() => {
  const decide = async (button) => {
    const panel = button.closest("[data-story-panel]");
    const said = panel.querySelector("[data-story-said]");
    const token = document.querySelector("[data-edit-form] [name=csrfmiddlewaretoken]");
    const buttons = panel.querySelectorAll("[data-story-deed]");
    for (const each of buttons) each.disabled = true;
    said.textContent = "";
    const again = button.dataset.storyAgain;
    try {
      const body = new FormData();
      body.set("csrfmiddlewaretoken", token.value);
      body.set("next", again); // the answer is the panel's inside, with the deed's sentence
      const answer = await fetch(button.dataset.storyDeed, { method: "POST", body });
      if (!answer.ok || new URL(answer.url).pathname !== again) throw new Error("refused");
      panel.querySelector("[data-story-standing]").innerHTML = await answer.text();
      const sentence = panel.querySelector("[data-story-sentence]");
      said.textContent = sentence?.textContent.trim() ?? "";
      sentence?.remove();
      said.focus();
    } catch {
      said.textContent = panel.dataset.lost;
      for (const each of buttons) each.disabled = false;
    }
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-story-deed]");
    if (button) decide(button);
  });
})();
