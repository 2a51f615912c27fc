/** A link to each heading that has an address, for those who want to pass it on. */

import { make } from "./dom.js";

/** Put one behind each heading of the page's own text. */
export function addPermalinks() {
  for (const heading of document.querySelectorAll("article :is(h2, h3, h4)[id]")) {
    const label = `Link to ${heading.textContent?.trim()}`;
    heading.append(make("a", { class: "headerlink", href: `#${heading.id}`, "aria-label": label }, "¶"));
  }
}
