/** A link to each heading that has an address, for those who want to pass it on. */

import { make } from "./dom.js";

/**
 * Put one behind each heading of the page's own text. It is for the pointer: a screen reader would read it as part of
 * the heading's name, and the keyboard would stop at every heading of a long page.
 */
export function addPermalinks() {
  for (const heading of document.querySelectorAll("article :is(h2, h3, h4)[id]")) {
    const quiet = { title: "Link to this heading", tabindex: -1, "aria-hidden": "true" };
    heading.append(make("a", { class: "headerlink", href: `#${heading.id}`, ...quiet }, "¶"));
  }
}
