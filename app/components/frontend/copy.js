// Writes text/html and text/plain together: a word processor takes the first and keeps italics and tables.
async function write(item) {
  const parts = { "text/html": item.html, "text/plain": item.text };
  if (window.ClipboardItem && navigator.clipboard && navigator.clipboard.write) {
    const blobs = Object.entries(parts).map(([type, text]) => [type, new Blob([text], { type })]);
    try {
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
      return true;
    } catch {
      // refused or not in focus: the older way may still be allowed
    }
  }
  const fill = (event) => {
    Object.entries(parts).forEach(([type, text]) => event.clipboardData.setData(type, text));
    event.preventDefault();
    event.stopPropagation();
  };
  document.addEventListener("copy", fill, { capture: true, once: true });
  const done = document.execCommand("copy");
  document.removeEventListener("copy", fill, { capture: true });
  return done;
}

export default function ({ data, parentElement }) {
  const box = document.createElement("div");
  box.className = data.items.length === 1 ? "kajian-copy one" : "kajian-copy";
  const status = document.createElement("div");
  status.setAttribute("role", "status");
  let timer = 0;
  for (const item of data.items) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(item.label);
    if (data.items.length > 1 && item.shown) {
      const shown = document.createElement("small");
      shown.textContent = item.shown;
      button.append(shown);
    }
    button.addEventListener("click", async () => {
      status.textContent = (await write(item)) ? data.words.done : data.words.failed;
      clearTimeout(timer);
      timer = setTimeout(() => (status.textContent = ""), 4000);
    });
    box.append(button);
  }
  box.append(status);
  parentElement.querySelector(".kajian-copy-host").replaceChildren(box);
  return () => clearTimeout(timer);
}
