/** What stands below the question: the ways onward, and what is archived. */

import { button, make } from "../dom.js";
import { address } from "../site.js";
import { ALL } from "./filters.js";

/**
 * @param {{track: string, archived: {id: string, card: import("../shape.js").Card}[], mock: (() => void) | null,
 *   end: (() => void) | null, keys: () => void}} told
 * @returns {Node[]}
 */
export function foot({ track, archived, mock, end, keys }) {
  const file = track === ALL ? "practice/decks/" : `decks/${track}.apkg`;
  const words = track === ALL ? "Decks for Anki" : "This track as a deck for Anki";
  return [
    make(
      "p",
      { class: "ct-onward" },
      mock && button("Mock interview", mock, { key: "m" }),
      end && button("End the interview", end, { key: "e" }),
      button("Keys", keys, { key: "?" }),
      track && make("a", { href: address(file) }, words),
    ),
    ...(archived.length ? [archive(archived)] : []),
  ];
}

/** @param {{id: string, card: import("../shape.js").Card}[]} archived */
function archive(archived) {
  return make(
    "details",
    { class: "ct-archived" },
    make("summary", {}, `Archived (${archived.length})`),
    make("p", {}, "You graded these questions; the guides no longer ask them. They stay with your other cards."),
    make("ul", {}, ...archived.map(({ card }) => make("li", {}, card.title))),
  );
}
