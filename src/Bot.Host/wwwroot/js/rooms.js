// The list of conversations: opened on a phone, and what is new in the others.
import { recall, remember, room, viewer } from "./page.js";

const key = `unread:${viewer}`;
const nav = document.getElementById("rooms");
const toggle = document.querySelector(".rooms-toggle");
const counts = recall(key) ?? {};
const title = document.title;
let whileAway = 0;

export function startRooms() {
  delete counts[room];
  draw();
  toggle.addEventListener("click", () => show(!nav.classList.contains("open")));
  nav.addEventListener("keydown", (event) => event.key === "Escape" && (show(false), toggle.focus()));
  document.addEventListener("pointerdown", (event) => !nav.contains(event.target) && !toggle.contains(event.target) && show(false));
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return;
    whileAway = 0;
    document.title = title;
  });
}

/** Another conversation has new bubbles. */
export function addUnread(other, count) {
  counts[other] = (counts[other] ?? 0) + count;
  draw();
  noticeAway(count);
}

/** The window's title tells what came while nobody looked. */
export function noticeAway(count) {
  if (!document.hidden || count === 0) return;
  whileAway += count;
  document.title = `（${whileAway}条新消息）${title}`;
}

function show(open) {
  nav.classList.toggle("open", open);
  toggle.setAttribute("aria-expanded", String(open));
}

function draw() {
  let total = 0;
  for (const link of nav.querySelectorAll("[data-room]")) {
    const count = counts[link.dataset.room] ?? 0;
    total += count;
    badge(link.querySelector(".unread"), count);
  }
  badge(toggle.querySelector(".unread"), total);
  toggle.setAttribute("aria-label", total > 0 ? `会话列表，${total}条新消息` : "会话列表");
  remember(key, counts);
}

function badge(element, count) {
  element.hidden = count === 0;
  element.textContent = count > 99 ? "99+" : String(count);
  if (count > 0) element.setAttribute("aria-label", `${count}条新消息`);
}
