// The bubbles: put in where they belong, replaced when they change, fetched when somebody scrolls up.
import { log, path, scroller } from "./page.js";

const list = document.getElementById("entries");
const pill = document.getElementById("pill");
const nearBottom = 90;
const listeners = [];
let unseen = 0;
let fetching = null;

export const entryOf = (id) => list.querySelector(`:scope > [data-id="${CSS.escape(id)}"]`);
export const lastEntry = () => list.lastElementChild;
const orderOf = (entry) => Number(entry.dataset.order);

/** Calls back with each bubble that was added below, or changed. */
export function onEntry(listener) {
  listeners.push(listener);
}

/** Puts bubbles in that came live. */
export function receive(markup) {
  const incoming = parse(markup);
  if (incoming.length === 0) return;
  const atBottom = isAtBottom();
  const added = [];
  keepInPlace(() => {
    for (const entry of incoming) {
      const known = entryOf(entry.dataset.id);
      if (known) replace(known, entry);
      else if (insert(entry)) added.push(entry);
    }
    markDays();
  });
  measure(incoming);
  document.getElementById("empty")?.remove();
  for (const entry of incoming) listeners.forEach((listener) => listener(entry, added.includes(entry)));
  if (!atBottom) count(added.filter((entry) => !entry.classList.contains("mine")).length);
}

/** Fetches the bubbles above the first one; false: there are none. */
export function loadEarlier() {
  fetching ??= fetchEarlier().finally(() => (fetching = null));
  return fetching;
}

async function fetchEarlier() {
  const link = document.getElementById("earlier");
  const first = list.firstElementChild;
  if (!link || !first) return false;
  let response;
  try {
    response = await fetch(path("earlier", { before: first.dataset.order }));
  } catch {
    return false;
  }
  if (!response.ok) return false;
  const earlier = parse(await response.text());
  log.setAttribute("aria-busy", "true"); // Nothing new was said: not to be read out.
  keepInPlace(() => {
    list.prepend(...earlier.filter((entry) => !entryOf(entry.dataset.id)));
    if (response.headers.get("X-Earlier") !== "yes" || earlier.length === 0) link.parentElement.remove();
    markDays();
  });
  measure(earlier);
  requestAnimationFrame(() => log.removeAttribute("aria-busy"));
  return earlier.length > 0;
}

export function toBottom() {
  scroller.scrollTop = 0;
  count(-unseen);
}

/** Shows a bubble, fetching upwards until it is there. */
export async function reveal(id) {
  let entry = entryOf(id);
  while (!entry && (await loadEarlier())) entry = entryOf(id);
  if (!entry) return;
  entry.scrollIntoView({ block: "center" });
  entry.focus({ preventScroll: true });
  entry.classList.add("found");
  setTimeout(() => entry.classList.remove("found"), 1600);
}

function parse(markup) {
  const template = document.createElement("template");
  template.innerHTML = markup;
  return [...template.content.children];
}

function insert(entry) {
  const order = orderOf(entry);
  const first = list.firstElementChild;
  // Something far above changed that is not loaded: it comes as it stands when somebody scrolls there.
  if (first && order < orderOf(first) && document.getElementById("earlier")) return false;
  let after = list.lastElementChild;
  while (after && orderOf(after) > order) after = after.previousElementSibling;
  if (after) after.after(entry);
  else list.prepend(entry);
  return true;
}

function replace(known, entry) {
  const focused = known.contains(document.activeElement);
  known.replaceWith(entry);
  if (focused) entry.focus({ preventScroll: true });
}

function markDays() {
  let day = null;
  for (const entry of list.children) {
    entry.classList.toggle("day-first", entry.dataset.day !== day);
    day = entry.dataset.day;
  }
}

const isAtBottom = () => scroller.scrollTop > -nearBottom;

/** Whoever reads further up goes on reading the same line; whoever is at the bottom stays there. */
function keepInPlace(change) {
  if (isAtBottom()) {
    change();
    scroller.scrollTop = 0;
    return;
  }
  const box = scroller.getBoundingClientRect();
  const seen = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 3)?.closest(".entry") ?? list.firstElementChild;
  const id = seen?.dataset.id;
  const before = seen ? topOf(seen) : 0;
  change();
  const now = id ? entryOf(id) : null;
  if (now) scroller.scrollTop += topOf(now) - before;
}

/** Of what was said: the day above it may come and go. */
const topOf = (entry) => entry.lastElementChild.getBoundingClientRect().top;

/** Lets the browser remember how high bubbles are before it leaves out those far off the screen: guesses would jump. */
function measure(entries) {
  requestAnimationFrame(() => requestAnimationFrame(() => entries.forEach((entry) => entry.classList.add("measured"))));
}

function count(more) {
  unseen = Math.max(0, unseen + more);
  pill.hidden = unseen === 0;
  pill.textContent = unseen === 0 ? "" : `${unseen}条新消息`;
}

export function startEntries() {
  measure([...list.children]);
  pill.addEventListener("click", () => {
    toBottom();
    lastEntry()?.focus({ preventScroll: true });
  });
  scroller.addEventListener("scroll", () => isAtBottom() && unseen > 0 && count(-unseen), { passive: true });
  const link = document.getElementById("earlier");
  if (link) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      loadEarlier();
    });
    new IntersectionObserver((seen) => seen.some((s) => s.isIntersecting) && loadEarlier(), { root: scroller, rootMargin: "600px 0px 0px" }).observe(link);
  }
  log.addEventListener("click", (event) => {
    const quote = event.target.closest("a.quote");
    if (!quote) return;
    event.preventDefault();
    reveal(quote.dataset.quoted);
  });
}
