/**
 * Keeps the site on the reader's device: what was kept is answered from there, whether there is a network or not.
 *
 * `offline.json` says which files the site has and what each must hold, by its hash; the hash of that list stands
 * here, so that a new edition of the site is a new script, and a new cache. A file that did not change is taken over
 * from the cache before; a file that does not hold what the list says is not kept. Nothing of other origins, no answer
 * but a good one. A new edition waits until the reader asks for it, or until no page of the old one is open; a page that
 * came from the network because it is not of the edition that is kept here gets all that it needs from there as well,
 * while there is a network and as long as the browser lets this script run: which pages those are is not kept.
 *
 * Where the browser has no room for all of it, nothing is kept, and this edition does not try again.
 */

const LIST_HASH = "@list@";
const ROOT = new URL("./", self.location.href);
const OURS = `crosstrack ${ROOT.pathname} `;
const CACHE = OURS + LIST_HASH;
/** An empty cache, as a sign that there was no room for this edition. */
const NO_ROOM = `${CACHE} no room`;
const LIST = new URL("offline.json", ROOT).href;
const AT_ONCE = 6;

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("message", (event) => {
  if (event.data === "take over") self.skipWaiting();
});
self.addEventListener("fetch", (event) => {
  const path = pathOf(event.request);
  if (path === null) return;
  if (live.has(event.clientId) && event.request.mode !== "navigate") {
    event.respondWith(fetch(event.request, { cache: "no-cache" }).catch(() => answer(event.request, path)));
    return;
  }
  event.respondWith(answer(event.request, path, event.resultingClientId));
  const track = event.request.mode === "navigate" && /^tracks\/([^/]+)\//.exec(path);
  if (track) event.waitUntil(keepTrack(track[1]));
});

/** The address of a file of the list. */
function addressOf(path) {
  return new URL(path.split("/").map(encodeURIComponent).join("/"), ROOT).href;
}

/** What the list calls that which is asked for; null if it is none of this site's, or no plain question. */
function pathOf(request) {
  const url = new URL(request.url);
  const isOurs = url.origin === ROOT.origin && url.pathname.startsWith(ROOT.pathname);
  if (request.method !== "GET" || !isOurs || request.headers.has("range")) return null;
  try {
    return decodeURIComponent(url.pathname.slice(ROOT.pathname.length)).replace(/(^|\/)index\.html$/, "$1");
  } catch {
    return null;
  }
}

/** What was fetched is of use to the next try if the network failed, and of none if there is no room. */
async function install() {
  if (await caches.has(NO_ROOM)) throw new Error("There was no room for this edition.");
  try {
    await keepAll();
  } catch (error) {
    if (isFull(error)) {
      await caches.delete(CACHE);
      await caches.open(NO_ROOM);
    }
    throw error;
  }
}

/** @param {any} error */
const isFull = (error) => error?.name === "QuotaExceededError";

async function keepAll() {
  const response = await fetch(LIST, { cache: "no-cache", integrity: LIST_HASH });
  if (!response.ok) throw new Error(`${LIST}: ${response.status}`);
  const list = await response.clone().json();
  const cache = await caches.open(CACHE);
  const before = await olderCaches();
  const wanted = new Set(list.first ?? Object.keys(list.files));
  for (const { paths } of before) for (const path of paths) if (Object.hasOwn(list.files, path)) wanted.add(path);
  await each([...wanted], (path) => take(cache, path, list.files[path], before));
  await cache.put(LIST, response);
}

/** The caches of other editions of this site: each with its list, and with what it holds. */
async function olderCaches() {
  const found = [];
  for (const name of await caches.keys()) {
    if (!name.startsWith(OURS) || name === CACHE) continue;
    const cache = await caches.open(name);
    const list = await (await cache.match(LIST))?.json();
    if (!list) continue;
    const held = new Set((await cache.keys()).map((request) => request.url));
    found.push({ cache, files: list.files, paths: Object.keys(list.files).filter((path) => held.has(addressOf(path))) });
  }
  return found;
}

/** See that the cache holds a file: as it is there, from an older cache, or from the network. */
async function take(cache, path, hash, before = []) {
  const address = addressOf(path);
  if (await cache.match(address, { ignoreVary: true })) return;
  for (const older of before) {
    const same = older.files[path] === hash && (await older.cache.match(address, { ignoreVary: true }));
    if (same) return cache.put(address, same);
  }
  await cache.put(address, await fetched(path, hash));
}

/** A file from the network, past what other caches on the way may hold; an error if it is not what the list says. */
async function fetched(path, hash) {
  const response = await fetch(addressOf(path), { cache: "no-cache", integrity: hash, redirect: "error" });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}

/** Do something for each, a few at a time. After a failure no other is begun, and none is under way when it is told. */
async function each(paths, act) {
  const left = paths[Symbol.iterator]();
  let failure = null;
  const worker = async () => {
    for (const path of left) {
      if (failure) return;
      await act(path).catch((error) => (failure ??= error));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  if (failure) throw failure;
}

async function takeOver() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== CACHE).map((name) => caches.delete(name)));
  await self.clients.claim();
}

let listed = null;

/** The list of this edition; null if the browser has thrown it away. */
async function list() {
  listed ??= await (await (await caches.open(CACHE)).match(LIST))?.json();
  return listed ?? null;
}

/** The pages that came from the network as it has them. */
const live = new Set();

/** @param {string} client The page that the answer becomes, if it becomes one. */
async function answer(request, path, client = "") {
  const files = (await list())?.files ?? {};
  const known = Object.hasOwn(files, path);
  if (known) {
    const response = await kept(path, files[path]);
    if (response) return response;
  }
  try {
    const response = await fetch(request);
    if (client && files["404.html"]) live.add(client);
    return response;
  } catch (error) {
    if (request.mode !== "navigate") throw error;
    if (Object.hasOwn(files, `${path}/`)) return Response.redirect(addressOf(`${path}/`) + new URL(request.url).search);
    return known ? Response.redirect(addressOf("offline/")) : nowhere(files);
  }
}

/** A file from the cache, or from the network and into it if it can; nothing if the network has it not as the list says. */
async function kept(path, hash) {
  const cache = await caches.open(CACHE);
  const found = await cache.match(addressOf(path), { ignoreVary: true });
  if (found) return found;
  const response = await fetched(path, hash).catch(() => null);
  await (response && cache.put(addressOf(path), response.clone()).catch(() => {}));
  return response;
}

/** What is not in the list is nowhere: the site's own page says so. */
async function nowhere(files) {
  const page = await kept("404.html", files["404.html"]);
  return page ? new Response(page.body, { status: 404, headers: page.headers }) : Response.error();
}

const keeping = new Set();

/** Keep the pages of a track that the reader has opened, and its data. */
async function keepTrack(slug) {
  if (keeping.has(slug)) return;
  keeping.add(slug);
  try {
    const files = (await list())?.files ?? {};
    const own = Object.keys(files).filter((path) => path.split(/[/.]/).includes(slug));
    const cache = await caches.open(CACHE);
    await each(own, (path) => take(cache, path, files[path]));
  } catch (error) {
    if (!isFull(error)) keeping.delete(slug);
  }
}
