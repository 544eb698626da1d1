// Photos and files on their way: shown at once, uploaded one by one while the text is being written.
import { path, refusalOf } from "./page.js";

const list = document.getElementById("previews");
const template = document.getElementById("preview-template");
const refusal = document.getElementById("refusal");
const most = 20;
const atOnce = 2;
const drawn = new Set(["image/jpeg", "image/png", "image/webp"]);
let items = [];
let running = 0;
const queue = [];

export const isEmpty = () => items.length === 0;

export function addFiles(files) {
  refusal.textContent = "";
  for (const file of files) {
    if (items.length >= most) {
      refusal.textContent = `一条消息最多${most}张照片或文件，多出来的没有添加，请分几条发。`;
      break;
    }
    add(file);
  }
}

/** Takes the photos for a message: their tickets in order, or the sentence that says why not. */
export function takeAll() {
  const taken = items;
  items = [];
  list.replaceChildren();
  list.hidden = true;
  return {
    names: taken.map((item) => item.file.name),
    tickets: Promise.all(taken.map((item) => item.done)).finally(() => taken.forEach(release)),
  };
}

/** The sentence about photos that were not taken, if there are any. */
export function trouble() {
  const bad = items.find((item) => item.sentence);
  return bad ? `${bad.sentence}（点照片上的×移除，再发送）` : "";
}

function add(file) {
  const preview = template.content.cloneNode(true).firstElementChild;
  const item = { file, preview, sentence: "" };
  items.push(item);
  preview.querySelector(".preview-name").textContent = file.name;
  const remove = preview.querySelector(".close");
  remove.setAttribute("aria-label", `移除 ${file.name}`);
  remove.addEventListener("click", () => discard(item));
  preview.querySelector(".retry").addEventListener("click", () => restart(item));
  preview.querySelector("progress").setAttribute("aria-label", `${file.name} 上传进度`);
  draw(item);
  list.append(preview);
  list.hidden = false;
  restart(item);
}

function draw(item) {
  const image = item.preview.querySelector("img");
  if (drawn.has(item.file.type)) {
    item.url = URL.createObjectURL(item.file);
    image.src = item.url;
    image.alt = item.file.name;
  } else {
    image.hidden = true;
    const type = item.preview.querySelector(".file-type");
    type.textContent = item.file.name.split(".").pop().slice(0, 4).toUpperCase() || "文件";
    type.hidden = false;
  }
}

function restart(item) {
  item.sentence = "";
  item.preview.classList.remove("refused");
  item.preview.querySelector(".retry").hidden = true;
  item.done = new Promise((resolve, reject) => {
    item.resolve = resolve;
    item.reject = reject;
  });
  item.done.catch(() => {}); // It is told where it is shown.
  queue.push(item);
  next();
}

function next() {
  while (running < atOnce && queue.length > 0) {
    running++;
    upload(queue.shift()).finally(() => {
      running--;
      next();
    });
  }
}

function upload(item) {
  return new Promise((finished) => {
    const progress = item.preview.querySelector("progress");
    const request = new XMLHttpRequest(); // fetch tells no progress of what is sent
    item.request = request;
    request.open("POST", `/uploads?${path("", { name: item.file.name }).split("?")[1]}`);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) progress.value = (event.loaded / event.total) * 100;
    });
    request.addEventListener("load", async () => {
      if (request.status === 200) {
        progress.value = 100;
        progress.hidden = true;
        item.resolve(JSON.parse(request.responseText).ticket);
      } else {
        const answer = new Response(request.responseText, { status: Math.max(request.status, 200) });
        refuse(item, request.status >= 500 ? lost(item) : await refusalOf(answer), request.status >= 500);
      }
      finished();
    });
    request.addEventListener("error", () => {
      refuse(item, lost(item), true);
      finished();
    });
    request.addEventListener("abort", () => {
      item.reject("照片已移除。");
      finished();
    });
    request.send(item.file);
  });
}

const lost = (item) => `网络不通，“${item.file.name}”没有传上去，请点“重试”。`;

function refuse(item, sentence, mayRetry) {
  item.sentence = sentence;
  item.preview.classList.add("refused");
  item.preview.querySelector("progress").hidden = true;
  item.preview.querySelector(".retry").hidden = !mayRetry;
  if (item.preview.isConnected) refusal.textContent = sentence;
  item.reject(sentence);
}

function discard(item) {
  items = items.filter((i) => i !== item);
  item.request?.abort();
  item.preview.remove();
  list.hidden = items.length === 0;
  refusal.textContent = trouble();
  release(item);
  (list.querySelector(".close") ?? document.getElementById("text")).focus();
}

function release(item) {
  if (item.url) URL.revokeObjectURL(item.url);
}
