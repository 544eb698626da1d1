// What every module needs to know of the page it is on.
export const log = document.getElementById("log");
export const scroller = document.getElementById("scroller");
export const room = log.dataset.room;
export const viewer = log.dataset.viewer;

/** A path of this room, saying for whom the page was made. */
export function path(rest, parameters = {}) {
  return `/chat/${encodeURIComponent(room)}/${rest}?${new URLSearchParams({ viewer, ...parameters })}`;
}

const notice = document.getElementById("notice");
const readable = 10_000;
let said = "";
let connection = "";
let forget = 0;

/** One line above the conversation: what became of something just done. It goes by itself. */
export function tell(sentence) {
  clearTimeout(forget);
  said = sentence;
  forget = setTimeout(() => {
    said = "";
    draw();
  }, readable);
  draw();
}

/** The same line: what is wrong with the connection, until nothing is. */
export function tellConnection(sentence) {
  connection = sentence;
  draw();
}

function draw() {
  const sentence = connection || said;
  if (notice.textContent === sentence) return;
  notice.textContent = sentence;
  notice.classList.toggle("shown", sentence !== "");
}

/** What storage holds under a name, or nothing: it may be switched off or hold somebody else's shape. */
export function recall(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key));
  } catch {
    return null;
  }
}

export function remember(key, value) {
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Full or switched off: the page works, only a reload forgets.
  }
}

/** The sentence of an answer that says no. */
export async function refusalOf(response) {
  if (response.status === 401) return "登录已过期，请刷新页面重新进入。";
  try {
    return (await response.json()).sentence || unknown;
  } catch {
    return response.status === 413 ? "发的内容太大，请分几条发。" : unknown;
  }
}

const unknown = "没有发成功，请刷新页面后再试。";

/** A random UUID, also where the page is not served over https. */
export function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((b) => b.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
