/** What every page does, once it is there to be read. Nothing on a page needs it to be read. */

import { offerMenu } from "./menu.js";
import { keepSite } from "./offline.js";
import { addPermalinks } from "./permalinks.js";
import { offerSearch } from "./search/opener.js";
import { load } from "./store.js";

document.body.classList.add("ct-scripted");
const opener = /** @type {HTMLElement | null} */ (document.querySelector(".ct-search-opener"));
if (opener) offerSearch(opener);
offerMenu();
addPermalinks();
load(); // what cannot be read is said at once, on whatever page
ticks();
keepSite();

/** Boxes to tick, and how far the reader is: only on pages that have a use for them. */
async function ticks() {
  const header = /** @type {HTMLElement | null} */ (document.querySelector(".ct-progress[data-track]"));
  const starts = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".ct-start"));
  if (!header && !starts.length) return;
  const { catchUp, headerMeter, startMeters } = await import("./track/meter.js");
  const tracks = startMeters(starts);
  const track = header?.dataset.track ?? tracks[0];
  if (track) await catchUp(track);
  if (!header?.dataset.track) return;
  headerMeter(header, header.dataset.track);
  const { addTicks } = await import("./track/ticks.js");
  await addTicks(header.dataset.track);
}
