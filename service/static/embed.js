// Adds to the pages of editors what needs script: a button to copy each piece of code, and the colours of the preview.

const SAID_FOR_MS = 3000;

for (const code of document.querySelectorAll("[data-copy]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = code.dataset.copy;
  button.setAttribute("aria-describedby", `${code.id}-rubrik`);
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  status.className = "help";
  button.addEventListener("click", async () => {
    status.textContent = (await copy(code)) ? " Kopierat" : " Markerat. Kopiera med Ctrl+C.";
    setTimeout(() => (status.textContent = ""), SAID_FOR_MS);
  });
  code.parentElement.after(button, status);
}

/** Copy the code; without https there is no clipboard, and the code is selected instead. */
async function copy(code) {
  try {
    await navigator.clipboard.writeText(code.textContent);
    return true;
  } catch {
    getSelection().selectAllChildren(code);
    return false;
  }
}

const preview = document.getElementById("forhandsvisning");
if (preview) {
  const { accent, onAccent, background, text } = preview.dataset;
  const box = preview.querySelector("protokoll-fraga");
  if (accent || background || text) box.style.colorScheme = "light";
  for (const [name, colour] of Object.entries({ accent, "on-accent": onAccent, background, text })) {
    if (colour) box.style.setProperty(`--protokoll-${name}`, colour);
  }
}
