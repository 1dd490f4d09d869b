// The review page: acts on the fact at hand, brings the next one, and says what happened.

import { listen } from "./keys.js";
import { put, send, waiting } from "./outbox.js";
import { selected } from "./selection.js";

const PAUSES = [1000, 2000, 5000, 10000, 30000]; // milliseconds between attempts
const $ = (id) => document.getElementById(id);
const words = $("words").dataset;
const visited = []; // addresses of the facts that were shown, the newest last
let back = 0; // how far the reviewer went back in them
let attempt = 0;
let timer = 0;
let sending = false;
let ended = false; // the session, not the connection

const desk = () => $("desk");
const pending = () => waiting().some((entry) => entry.fields.some(([, value]) => value === desk().dataset.page));

// ---- what is shown

function show(html, { announce = true, remember = true } = {}) {
  desk().outerHTML = html;
  htmx.process(desk());
  $("notice").replaceChildren();
  if (remember) remembered();
  arrive(announce);
}

function remembered() {
  if (!desk().dataset.item) return;
  visited.length -= back;
  back = 0;
  if (visited.at(-1) !== desk().dataset.item) visited.push(desk().dataset.item);
}

function arrive(announce) {
  const quote = document.querySelector(".mark.current");
  if (quote) quote.scrollIntoView({ block: "center", behavior: "instant" });
  if (matchMedia("(max-width: 700px)").matches) $("statement")?.scrollIntoView({ block: "start", behavior: "instant" });
  $("statement")?.focus({ preventScroll: true });
  if (announce) say(desk().dataset.announce);
}

function say(text) {
  $("announce").textContent = text || "";
}

function banner(text, again) {
  $("banner").hidden = !text;
  $("banner-text").textContent = text || "";
  $("banner-again").hidden = !again;
}

function notice(html) {
  // Of a whole page, as an error may be, its words.
  $("notice").innerHTML = new DOMParser().parseFromString(html, "text/html").querySelector("main")?.innerHTML ?? html;
  htmx.process($("notice"));
  $("notice").querySelector("h2, li")?.scrollIntoView({ block: "nearest" });
  $("notice").querySelector("button, a")?.focus();
}

async function fetched(address) {
  try {
    const answer = await fetch(address, { headers: { "HX-Request": "true" } });
    if (!answer.ok) throw new Error(answer.status);
    banner("");
    return await answer.text();
  } catch {
    banner(words.unreachable, true);
    return null;
  }
}

async function go(address, options) {
  const html = await fetched(address);
  if (html !== null) show(html, options);
}

// ---- decisions

function decide(action, more = {}, form = $("slots")) {
  if (!form || desk().dataset.readOnly !== undefined) return;
  if (pending()) return say(words.pending);
  const fields = [...new FormData(form)].filter(([name]) => !(name in more) && name !== "action");
  fields.push(["action", action], ["page", desk().dataset.page], ...Object.entries(more));
  if (form.id !== "slots") {
    fields.push(["queue", desk().dataset.queue], ["cursor", desk().dataset.cursor], ["shown", desk().dataset.fact]);
  }
  if ($("together")?.checked && ["accept", "reject"].includes(action)) fields.push(["together", "1"]);
  put("/review/decide", fields);
  desk().classList.add("sent");
  flush();
}

async function flush() {
  if (sending) return;
  sending = true;
  clearTimeout(timer);
  try {
    for (let entry = waiting()[0]; entry; entry = waiting()[0]) {
      const answer = await send(entry);
      if (answer.state === "lost" || answer.state === "session") return postponed(answer);
      attempt = 0;
      answered(entry, answer);
    }
    banner("");
  } finally {
    sending = false;
  }
}

function postponed(answer) {
  const number = waiting().length;
  ended = answer.state === "session";
  const text = answer.state === "session" ? words.session : words.lost;
  banner(text.replace("{number}", number), true);
  say($("banner-text").textContent);
  if (answer.state === "lost") timer = setTimeout(flush, PAUSES[Math.min(attempt++, PAUSES.length - 1)]);
}

function answered(entry, answer) {
  const here = entry.fields.some(([name, value]) => name === "page" && value === desk().dataset.page);
  if (answer.state === "done") {
    if (here || entry.address === "/review/undo") show(answer.html);
    else say(words.delivered);
    return;
  }
  desk().classList.remove("sent");
  notice(answer.html);
  $("notice").dataset.fields = JSON.stringify(entry.fields);
  marked();
}

// What the reviewer decided, knowing by now what somebody else did.
function insist(seen) {
  const fields = JSON.parse($("notice").dataset.fields).filter(([name]) => name !== "seen");
  put("/review/decide", [...fields, ["seen", seen]]);
  $("notice").replaceChildren();
  flush();
}

function undo() {
  put("/review/undo", [["page", desk().dataset.page], ["queue", desk().dataset.queue]]);
  flush();
}

// ---- the form

function marked() {
  document.querySelectorAll("#desk [aria-invalid]").forEach((input) => input.removeAttribute("aria-invalid"));
  document.querySelectorAll("[data-slot]").forEach((problem) => {
    const slot = problem.dataset.slot;
    const form = problem.closest("form") || $("slots");
    const inputs = form?.querySelectorAll(`[data-of="${CSS.escape(slot)}"]`) ?? [];
    inputs.forEach((input) => {
      input.setAttribute("aria-invalid", "true");
      input.setAttribute("aria-describedby", problem.id);
    });
  });
}

function useSelection() {
  const found = selected();
  if (!found) return say(words.select);
  const form = document.querySelector("#panel form") || $("slots");
  const fields = form.querySelector("fieldset.part.active") || form;
  fields.querySelector("[data-start]").value = found.start;
  fields.querySelector("[data-end]").value = found.end;
  fields.querySelector("[data-quote]").textContent = found.quote;
  form.querySelector("[data-start]").dispatchEvent(new Event("input", { bubbles: true }));
}

async function panel(address) {
  const html = await fetched(address);
  if (html === null) return;
  $("panel").innerHTML = html;
  htmx.process($("panel"));
  $("panel").querySelector("input:not([type=hidden]), select, textarea")?.focus();
}

function startNew() {
  const found = selected();
  if (!found) return say(words.select);
  const query = new URLSearchParams({ article: desk().dataset.article, start: found.start, end: found.end });
  panel(`/review/new?${query}&kind=counts`);
}

function reasons(open) {
  const list = $("reasons");
  if (!list) return;
  list.hidden = !open;
  if (open) list.querySelector("button").focus();
}

function leave() {
  if (!$("reasons")?.hidden) reasons(false);
  else if ($("panel")?.firstElementChild) $("panel").replaceChildren();
  else if ($("notice").firstElementChild) $("notice").replaceChildren();
  document.activeElement?.blur();
  $("statement")?.focus({ preventScroll: true });
}

// ---- keys and buttons

function previous() {
  const from = visited.length - back - 1;
  if (from > 0) {
    back += 1;
    return go(visited[from - 1], { remember: false });
  }
  return go(`${desk().dataset.address}&before=${encodeURIComponent(desk().dataset.cursor)}`);
}

function next() {
  if (back > 0) {
    back -= 1;
    return go(visited[visited.length - back - 1], { remember: false });
  }
  return go(`${desk().dataset.address}&after=${encodeURIComponent(desk().dataset.cursor)}`);
}

const ACTIONS = {
  accept: () => decide("accept"),
  reject: () => reasons(true),
  because: (button) => decide("reject", { reason: button.dataset.reason, note: $("note").value }),
  save: () => decide("correct"),
  edit: () => $("slots")?.querySelector("[data-of]")?.focus(),
  skip: () => decide("skip"),
  undo,
  next,
  previous,
  split: () => desk().dataset.item && panel(desk().dataset.item.replace("/review/desk", "/review/split")),
  new: startNew,
  quote: useSelection,
  part: (button) => panel(button.dataset.address),
  together: () => $("together")?.click(),
  help: () => $("help").showModal(),
  close: () => $("help").close(),
  leave,
  reload: () => go(desk().dataset.item, { remember: false }),
  insist: (button) => insist(button.dataset.seen),
  again: () => (waiting().length && !ended ? flush() : location.reload()),
};

function act(name, button) {
  ACTIONS[name]?.(button);
}

function choose(number) {
  if (!$("reasons") || $("reasons").hidden) return false;
  const button = $("reasons").querySelectorAll("[data-reason]")[number - 1];
  if (button) act("because", button);
  return Boolean(button);
}

listen((name) => act(name), choose);
document.addEventListener("click", (event) => {
  const mark = event.target.closest("#text a.mark");
  const button = event.target.closest("[data-do]");
  if (mark) {
    event.preventDefault();
    if (!selected()) go(mark.getAttribute("href").replace("/review?", "/review/desk?"));
  } else if (button) {
    act(button.dataset.do, button);
  }
});
document.addEventListener("submit", (event) => {
  if (!event.target.closest("#desk")) return;
  event.preventDefault();
  decide(event.target.dataset.action, {}, event.target);
});
document.addEventListener("focusin", (event) => {
  const part = event.target.closest("fieldset.part");
  if (!part) return;
  document.querySelectorAll("fieldset.part").forEach((one) => one.classList.toggle("active", one === part));
});
document.addEventListener("htmx:afterSwap", marked);
addEventListener("online", () => flush());
remembered();
arrive(false);
if (waiting().length) flush();
