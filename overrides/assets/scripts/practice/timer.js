/** The clock that a reader sees: it ends without an alarm, with a word that is shown and said. */

import { button, make } from "../dom.js";
import { announce } from "../notice.js";
import { Clock, digits, spoken } from "./clock.js";

const TICK = 250;
const MINUTE = 60_000;

/**
 * A clock towards a target.
 * @param {{label: string, minutes: number, down?: boolean, over: string}} what `down`: it shows what is left, and can
 *   not be set back. `over` is said at the end; the clock runs on.
 */
export function timer({ label, minutes, down = false, over }) {
  const clock = new Clock();
  const target = minutes * MINUTE;
  const face = make("span", { role: "timer", "aria-label": label, class: "ct-face" });
  const word = make("span", { class: "ct-over" });
  const bar = make("span", { class: "ct-spent" });
  const turn = button("", () => toggle(), { key: "t" });
  const [verb, key] = [document.createTextNode(""), turn.lastChild];
  turn.replaceChildren(verb, key);
  const back = button("Reset", () => reset(), { key: "r" });
  let isOver = false;
  let ticking = 0;

  function show() {
    const spent = clock.elapsed;
    const shown = down ? Math.max(0, Math.ceil((target - spent) / 1000) * 1000) : spent;
    if (face.textContent !== digits(shown)) face.textContent = digits(shown);
    bar.style.setProperty("scale", `${Math.min(1, spent / target)} 1`);
    if (spent >= target && !isOver) {
      isOver = true;
      word.textContent = over;
      announce(over);
    }
    verb.data = clock.isRunning ? "Pause" : clock.elapsed ? "Resume" : "Start";
    turn.setAttribute("aria-label", `${verb.data} ${down ? "the clock" : "the timer"}`);
    back.hidden = down || !clock.elapsed;
  }

  function start() {
    clock.start();
    ticking = window.setInterval(show, TICK);
    show();
  }

  function toggle() {
    if (clock.isRunning) stop();
    else start();
    announce(clock.isRunning ? "The clock runs." : `The clock stands at ${spoken(clock.elapsed)}.`);
  }

  function stop() {
    clock.pause();
    clearInterval(ticking);
    show();
  }

  function reset() {
    stop();
    clock.spent = 0;
    isOver = false;
    word.textContent = "";
    if (document.activeElement === back) turn.focus();
    show();
  }

  show();
  const of = make("span", { class: "ct-target" }, down ? "left" : `of ${digits(target)}`);
  const line = make("span", { class: "ct-line", "aria-hidden": "true" }, bar);
  const element = make("div", { class: "ct-timer", role: "group", "aria-label": label }, face, of, turn, back, line, word);
  return {
    element,
    start,
    toggle,
    stop,
    reset,
    get elapsed() { return clock.elapsed; },
    get isRunning() { return clock.isRunning; },
  };
}
