// Puts the page's parts to work.
import { startChoices } from "./choices.js";
import { setClock, startClock } from "./clock.js";
import { putBack, startCompose } from "./compose.js";
import { onEntry, startEntries } from "./entries.js";
import { startLightbox } from "./lightbox.js";
import { startLive } from "./live.js";
import { startMenu } from "./menu.js";
import { startOutbox } from "./outbox.js";
import { log } from "./page.js";
import { addUnread, noticeAway, startRooms } from "./rooms.js";

// An older stretch is for pages without scripts; here the newest is shown and older bubbles come on scrolling up.
if ("older" in log.dataset) {
  location.replace(location.pathname);
} else {
  startEntries();
  startOutbox(putBack);
  startCompose();
  startMenu();
  startChoices();
  startLightbox();
  startClock();
  startRooms();
  onEntry((entry, added) => added && !entry.classList.contains("mine") && noticeAway(1));
  startLive({ clock: setClock, unread: addUnread });
  document.documentElement.dataset.ready = "";
}
