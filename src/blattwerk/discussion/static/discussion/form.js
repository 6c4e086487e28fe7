// The form comes to where one wants to write; what was typed in it is kept by the form itself.
export function openForm(room, link, event) {
  event.preventDefault();
  const frame = document.getElementById("kommentarformular") ?? document.createElement("turbo-frame");
  frame.id = "kommentarformular";
  const field = frame.querySelector("textarea");
  if (field && frame.src === link.href) return field.focus();
  // Moving a frame about makes it load again: it is moved empty.
  frame.removeAttribute("src");
  frame.replaceChildren();
  const comment = link.closest(".comment");
  if (comment) comment.after(frame);
  else room.querySelector("[data-is=form]").append(frame);
  const once = { once: true };
  frame.addEventListener("turbo:frame-load", () => arrive(frame), once);
  frame.addEventListener("turbo:frame-missing", (missing) => lead(missing, link), once);
  frame.addEventListener("turbo:fetch-request-error", (broken) => lead(broken, link), once);
  frame.src = link.href;
}

function arrive(frame) {
  const field = frame.querySelector("textarea");
  (field ?? frame.querySelector("a, button"))?.focus();
  field?.setSelectionRange(field.value.length, field.value.length);
}

// What is no form here, such as the door to sign in, is a page of its own.
function lead(event, link) {
  event.preventDefault();
  location.assign(link.href);
}
