/** The way into the search on every page: a button, two keys, an address with a query. The search itself comes when asked for. */

// What the dialog builds on, and most pages have anyway: with the page, it need not be waited for later.
import "../dom.js";
import "../site.js";

const TYPED_INTO = "textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=button], [type=submit])";

/** Let the search be opened. @param {HTMLElement} button */
export function offerSearch(button) {
  button.hidden = false;
  button.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    if (!asksForSearch(event)) return;
    event.preventDefault();
    open();
  });
  if (new URLSearchParams(location.search).has("q")) open();
}

async function open() {
  const { openSearch } = await import("./dialog.js");
  openSearch();
}

/** @param {KeyboardEvent} event */
function asksForSearch(event) {
  const typing = event.target instanceof Element && event.target.closest(TYPED_INTO) !== null;
  if (typing || event.altKey || event.isComposing) return false;
  const command = event.ctrlKey || event.metaKey;
  return command ? event.key.toLowerCase() === "k" && !event.shiftKey : event.key === "/";
}
