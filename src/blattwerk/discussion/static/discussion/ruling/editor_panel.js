// The article's editor: set a little of its discussion beside the form; what is written stays.
(() => {
  const decide = async (button) => {
    const panel = button.closest("[data-rule-panel]");
    const said = panel.querySelector("[data-rule-said]");
    const body = new FormData();
    const token = document.querySelector("[data-edit-form] [name=csrfmiddlewaretoken]");
    body.set("csrfmiddlewaretoken", token.value);
    for (const field of button.parentElement.querySelectorAll("[data-rule-field]")) {
      body.set(field.dataset.ruleField, field.value);
    }
    said.textContent = "";
    button.disabled = true;
    try {
      const answer = await fetch(button.dataset.ruleDeed, { method: "POST", body });
      if (!answer.ok && answer.status !== 409) throw new Error("refused");
      const inside = document.createElement("div");
      inside.innerHTML = await answer.text();
      const sentence = inside.querySelector("[data-rule-sentence]");
      said.textContent = sentence?.textContent.trim() ?? "";
      sentence?.remove();
      // What was typed stays when it is refused.
      if (answer.ok) panel.querySelector("[data-rule-standing]").replaceChildren(...inside.childNodes);
      said.focus();
    } catch {
      said.textContent = panel.dataset.lost;
    }
    button.disabled = false;
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-rule-deed]");
    if (button) decide(button);
  });
})();
