// <passkey-door data-deed="make|prove|sign-in" data-options='{"publicKey": …}'> around a form with
// a field `credential`: asks the device, fills the field, sends the form. Without a script, or in a
// browser that knows no passkeys, the door is not shown.
const bytes = (text) => {
  const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
};
const written = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");
const known = (keys) => (keys ?? []).map((key) => ({ ...key, id: bytes(key.id) }));

async function make({ publicKey }) {
  const selection = {
    ...publicKey.authenticatorSelection,
    residentKey: "required",
    requireResidentKey: true,
    userVerification: "required",
  };
  return navigator.credentials.create({
    publicKey: {
      ...publicKey,
      authenticatorSelection: selection,
      challenge: bytes(publicKey.challenge),
      user: { ...publicKey.user, id: bytes(publicKey.user.id) },
      excludeCredentials: known(publicKey.excludeCredentials),
    },
  });
}

async function prove({ publicKey }) {
  return navigator.credentials.get({
    publicKey: {
      ...publicKey,
      challenge: bytes(publicKey.challenge),
      allowCredentials: known(publicKey.allowCredentials),
    },
  });
}

function answer(credential) {
  const { response } = credential;
  const told = { clientDataJSON: written(response.clientDataJSON) };
  for (const name of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (response[name]) told[name] = written(response[name]);
  }
  if (response.getTransports) told.transports = response.getTransports();
  return JSON.stringify({
    id: credential.id,
    rawId: written(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: told,
  });
}

class PasskeyDoor extends HTMLElement {
  connectedCallback() {
    this.addEventListener("submit", (event) => {
      event.preventDefault();
      this.open(event.target);
    });
  }

  async open(form) {
    const trouble = document.querySelector("[data-passkey-trouble]");
    if (trouble) trouble.hidden = true;
    try {
      const credential = await (this.dataset.deed === "make" ? make : prove)(await this.options(form));
      form.elements.credential.value = answer(credential);
    } catch {
      if (trouble) trouble.hidden = false;
      return;
    }
    form.submit();
  }

  async options(form) {
    if (this.dataset.options) return JSON.parse(this.dataset.options);
    const reply = await fetch(form.action, { headers: { Accept: "application/json" } });
    if (!reply.ok) throw new Error(String(reply.status));
    return (await reply.json()).request_options;
  }
}

if (window.PublicKeyCredential) customElements.define("passkey-door", PasskeyDoor);
