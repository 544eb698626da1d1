// Keeps the page up to date: server-sent events while it is looked at, asking now and then while it is not or where
// something on the way holds the events back.
import { receive } from "./entries.js";
import { log, path, refusalOf, tellConnection } from "./page.js";

const tick = 5_000;
const silence = 25_000;
const hiddenStays = 30_000;

let cursor = Number(log.dataset.cursor);
let source = null;
let heardAt = 0;
let hiddenAt = 0;
let asking = null;
let ended = false;
let hooks = { clock() {}, unread() {} };

export function startLive(given) {
  hooks = given;
  open();
  setInterval(watch, tick);
  document.addEventListener("visibilitychange", () => {
    hiddenAt = document.hidden ? Date.now() : 0;
    if (!document.hidden) wake();
  });
  window.addEventListener("online", wake);
  // A page kept for going back to comes back as it was left.
  window.addEventListener("pageshow", (event) => event.persisted && wake());
}

/** Asks once for what changed since. */
export function catchUp() {
  asking ??= ask().finally(() => (asking = null));
  return asking;
}

function open() {
  if (ended) return;
  close();
  heardAt = Date.now();
  source = new EventSource(path("stream", { since: cursor }));
  source.addEventListener("entries", (event) => {
    heard();
    cursor = Math.max(cursor, Number(event.lastEventId));
    receive(event.data);
  });
  source.addEventListener("beat", (event) => {
    heard();
    hooks.clock(event.data);
  });
  source.addEventListener("unread", (event) => {
    heard();
    const [count, ...other] = event.data.split(" ");
    hooks.unread(other.join(" "), Number(count));
  });
  source.addEventListener("gone", () => end("登录已失效，请刷新页面重新进入。"));
  source.addEventListener("error", () => {
    // While it is connecting it tries again by itself; an answer that was no stream ends it.
    if (source?.readyState === EventSource.CLOSED) {
      close();
      catchUp();
    }
  });
}

function close() {
  source?.close();
  source = null;
}

function end(sentence) {
  ended = true;
  close();
  tellConnection(sentence);
}

function heard() {
  heardAt = Date.now();
  if (!ended) tellConnection("");
}

function wake() {
  if (ended) return;
  catchUp();
  if (!source || Date.now() - heardAt > silence) open();
}

function watch() {
  if (ended) return;
  const hiddenFor = hiddenAt === 0 ? 0 : Date.now() - hiddenAt;
  if (hiddenFor > hiddenStays) {
    // Browsers open few connections to one place: pages nobody looks at leave them to others.
    close();
    if (Date.now() - heardAt > hiddenStays) catchUp();
    return;
  }
  if (!source || Date.now() - heardAt > silence) {
    catchUp();
    open();
  } else if (source.readyState !== EventSource.OPEN) {
    catchUp();
  }
}

async function ask() {
  if (ended) return;
  try {
    const response = await fetch(path("changes", { since: cursor }));
    if (response.ok) {
      heard();
      cursor = Math.max(cursor, Number(response.headers.get("X-Cursor")));
      receive(await response.text());
    } else if (response.status === 401 || response.status === 404 || response.status === 409) {
      end(await refusalOf(response));
    } else {
      tellConnection("服务暂时不可用，正在重新连接…");
    }
  } catch {
    tellConnection("网络断了，正在重新连接…");
  }
}
