/** The way into the search on every page: a button, two keys, an address with a query. The search itself comes when asked for. */

// What the dialog builds on, and most pages have anyway: with the page, it need not be waited for later.
import "../dom.js";
import { tell } from "../notice.js";
import "../site.js";
import { asked } from "./asked.js";

const TYPED_INTO = "textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=button], [type=submit])";

/** Let the search be opened. @param {HTMLElement} button */
export function offerSearch(button) {
  button.hidden = false;
  button.addEventListener("click", () => void open());
  document.addEventListener("keydown", (event) => {
    if (!asksForSearch(event)) return;
    event.preventDefault();
    void open();
  });
  if (asked(location.search)) void open();
}

/** A page may change its address before the search is there: what counts is what it was when the search was asked for. */
async function open() {
  const now = asked(location.search);
  const dialog = await import("./dialog.js").catch(() => null);
  if (dialog) dialog.openSearch(now);
  else tell("The search could not be loaded. With a connection, reload the page and try again.");
}

/** @param {KeyboardEvent} event */
function asksForSearch(event) {
  const typing = event.target instanceof Element && event.target.closest(TYPED_INTO) !== null;
  if (typing || event.altKey || event.isComposing) return false;
  const command = event.ctrlKey || event.metaKey;
  return command ? event.key.toLowerCase() === "k" && !event.shiftKey : event.key === "/";
}
