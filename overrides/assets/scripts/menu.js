/**
 * The menu of narrow screens. The theme opens it with a checkbox that nobody can reach by keyboard; here its label
 * becomes a button, and the checkbox stays what says whether the menu is open, for the theme's own script minds it too.
 */

import { make } from "./dom.js";

/** Offer the menu by keyboard and by name, where the page has one. */
export function offerMenu() {
  const box = /** @type {HTMLInputElement | null} */ (document.getElementById("__drawer"));
  const menu = document.getElementById("ct-menu");
  const label = document.querySelector(".md-header [for=__drawer]");
  const title = menu?.querySelector("[for=__drawer]");
  if (!box || !menu || !label || !title) return;
  const toggle = () => box.click();
  const says = { type: "button", "aria-controls": menu.id, "aria-expanded": "false", "aria-label": "Menu" };
  const opener = make("button", { ...says, class: `${label.className} ct-menu-opener`, onclick: toggle }, ...label.children);
  label.replaceWith(opener);
  title.after(make("button", { type: "button", class: "ct-menu-close", onclick: toggle }, "Close"));

  box.addEventListener("change", () => {
    opener.setAttribute("aria-expanded", String(box.checked));
    if (box.checked) menu.querySelector("a")?.focus({ preventScroll: true });
    else if (menu.contains(document.activeElement) || document.activeElement === document.body) opener.focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && box.checked && !event.defaultPrevented) toggle();
  });
  document.addEventListener("focusin", ({ target }) => {
    if (box.checked && target instanceof Node && !menu.contains(target)) toggle();
  });
}
