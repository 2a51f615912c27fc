/** How far a reader is, in the header of a track's pages and beside its start on the home page. */

import { make } from "../dom.js";
import { address, data } from "../site.js";
import { load, watch } from "../store.js";
import { inWords, items, mayCount, progress } from "./progress.js";

/** Show the progress on the page's track in its header, from the first tick on. @param {HTMLElement} place @param {string} track */
export function headerMeter(place, track) {
  const show = meter(place, track, () => [make("a", { href: address(`tracks/${track}/roadmap/`) }), make("span", {})]);
  watch(show);
  show();
}

/** Show the progress beside each start. @param {Iterable<HTMLElement>} starts */
export function startMeters(starts) {
  for (const start of starts) {
    const link = start.querySelector("a[href*='tracks/']");
    const track = link && new URL(link.href).pathname.match(/tracks\/([^/]+)\/$/)?.[1];
    if (!track) continue;
    const place = make("p", { class: "ct-progress", hidden: true });
    start.append(place);
    const show = meter(place, track, () => [make("span", {}), make("span", {})]);
    watch(show);
    show();
  }
}

/** @param {HTMLElement} place @param {string} track @param {() => HTMLElement[]} parts */
function meter(place, track, parts) {
  return async () => {
    if (!mayCount(load(), track)) return void (place.hidden = true);
    const all = items(await data(`plans/${track}.json`).catch(() => ({ phases: [], skills: [] })));
    const of = progress(load(), all);
    if (!of.done) return void (place.hidden = true);
    const [words, room] = parts();
    words.textContent = `${of.done} of ${of.all} done`;
    words.title = inWords(of);
    room.append(make("progress", { value: of.done, max: of.all, "aria-label": "Progress on this track" }));
    place.replaceChildren(words, room);
    place.hidden = false;
  };
}
