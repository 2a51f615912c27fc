/** Words to the reader: said aloud to those who listen, and seen by those who look. */

/** @param {string} id @param {string} classes @param {string} role */
function region(id, classes, role) {
  const there = document.getElementById(id);
  if (there) return there;
  const made = document.createElement("div");
  made.id = id;
  made.className = classes;
  made.setAttribute("role", role);
  document.body.append(made);
  return made;
}

/** Say something to those who listen, without showing it. @param {string} words */
export function announce(words) {
  region("ct-said", "ct-said", "status").textContent = words;
}

/** Show a message until the reader puts it away. The same message is shown once. @param {string} words */
export function tell(words) {
  const place = region("ct-notices", "ct-notices", "alert");
  if ([...place.children].some((there) => there.firstChild?.textContent === words)) return;
  const notice = document.createElement("p");
  const said = document.createElement("span");
  said.textContent = words;
  notice.append(said, " ", button("Close", () => notice.remove()));
  place.append(notice);
}

/**
 * Offer to do something, quietly: it is said when the reader pauses, and nothing happens until it is taken up. A new
 * offer takes the place of the one before.
 * @param {string} words @param {string} label What the button says. @param {() => void} act
 * @param {() => void} [putOff] What follows if the reader does not want it now.
 */
export function offer(words, label, act, putOff) {
  const place = region("ct-offers", "ct-notices ct-offers", "status");
  const notice = document.createElement("p");
  const said = document.createElement("span");
  said.textContent = words;
  const later = () => {
    notice.remove();
    putOff?.();
  };
  notice.append(said, " ", button(label, act), " ", button("Later", later));
  place.replaceChildren(notice);
}

/** @param {string} label @param {() => void} act */
function button(label, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  made.addEventListener("click", act);
  return made;
}
