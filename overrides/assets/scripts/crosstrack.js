/** What every page does, once it is there to be read. Nothing on a page needs it to be read. */

import { load } from "./store.js";

load(); // what cannot be read is said at once, on whatever page
ticks();

/** Boxes to tick, and how far the reader is: only on pages that have a use for them. */
async function ticks() {
  const header = /** @type {HTMLElement | null} */ (document.querySelector(".ct-progress[data-track]"));
  const starts = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".ct-start"));
  if (!header && !starts.length) return;
  const { catchUp, headerMeter, startMeters } = await import("./track/meter.js");
  startMeters(starts);
  if (!header?.dataset.track) return;
  await catchUp(header.dataset.track);
  headerMeter(header, header.dataset.track);
  const { addTicks } = await import("./track/ticks.js");
  await addTicks(header.dataset.track);
}
