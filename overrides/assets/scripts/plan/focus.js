/** The focus, where what had it is made anew. */

/**
 * Change what stands in a place; a link there that had the focus has it afterwards.
 * @param {HTMLElement} place @param {() => void} change @param {() => void} rest Focuses something else, if the link is gone.
 */
export function refocused(place, change, rest) {
  const held = place.contains(document.activeElement) ? document.activeElement?.getAttribute("href") ?? "" : null;
  change();
  if (held === null) return;
  const same = [...place.querySelectorAll("a")].find((link) => link.getAttribute("href") === held);
  if (same) same.focus({ preventScroll: true });
  else rest();
}
