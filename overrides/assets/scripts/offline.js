/** The site without a network: has it kept on this device, and says when a newer edition is ready. */

import { offer } from "./notice.js";
import { ROOT } from "./site.js";

/** Where someone who works on the site looks at it: what was kept would hide what was just built. */
const WORKSHOPS = ["localhost", "127.0.0.1", "[::1]"];

/** Have the site kept, once the page is there. A browser that cannot, or a reader who saves data, does without. */
export function keepSite() {
  const isServed = /^https?:$/.test(location.protocol) && !WORKSHOPS.includes(location.hostname);
  if (!isServed || !navigator.serviceWorker || navigator.connection?.saveData) return;
  if (document.readyState === "complete") void register();
  else window.addEventListener("load", () => void register(), { once: true });
}

async function register() {
  const workers = navigator.serviceWorker;
  watchChange(workers);
  try {
    const registration = await workers.register(new URL("sw.js", ROOT), { updateViaCache: "none" });
    if (registration.waiting && workers.controller) tellReady(registration.waiting);
    registration.addEventListener("updatefound", () => follow(registration.installing));
    follow(registration.installing); // it may have begun to come in before this page asked
  } catch {
    // Without it the site is what it is: read from the network.
  }
}

/** @type {ServiceWorker | null} */
let followed = null;

/** Tell the reader when an edition that is coming in has come. @param {ServiceWorker | null} coming */
function follow(coming) {
  if (coming === followed) return;
  followed = coming;
  coming?.addEventListener("statechange", () => {
    if (coming.state === "installed" && navigator.serviceWorker.controller) tellReady(coming);
  });
}

let asked = false;

/** Where it is noted that the reader does not want the newer edition yet: until the window is closed. */
const LATER = "crosstrack.later";

/** @param {ServiceWorker} coming */
function tellReady(coming) {
  if (isPutOff()) return;
  const show = () => {
    asked = true;
    coming.postMessage("take over");
  };
  offer("A newer edition of this site is ready.", "Show it", show, putOff);
}

function isPutOff() {
  try {
    return sessionStorage.getItem(LATER) !== null;
  } catch {
    return false;
  }
}

function putOff() {
  try {
    sessionStorage.setItem(LATER, "");
  } catch {
    // Then the next page offers it again.
  }
}

/** @param {ServiceWorkerContainer} workers */
function watchChange(workers) {
  let isKept = Boolean(workers.controller);
  workers.addEventListener("controllerchange", () => {
    if (asked) location.reload();
    else if (isKept) offer("This site was brought up to date in another window.", "Reload this page", () => location.reload());
    isKept = true;
  });
}
