/** What every page does, once it is there to be read. Nothing on a page needs it to be read. */

import { keepSite } from "./offline.js";

const page = document.body;
page.classList.add("ct-scripted");
keepSite();
