// Decisions on their way to the server. Each is kept in the browser until the server has it, and its token makes
// the server take it once, however often it is sent.

const KEY = "extractor.outbox";
const PATIENCE = 15000; // milliseconds until an answer counts as lost
const SETTLED = [400, 404, 409, 413, 422]; // sending these again would change nothing

export function waiting() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) || [];
  } catch {
    return [];
  }
}

function keep(entries) {
  localStorage.setItem(KEY, JSON.stringify(entries));
}

export function put(address, fields) {
  const entry = { token: newToken(), address, fields, at: Date.now() };
  keep([...waiting(), entry]);
  return entry;
}

function drop(token) {
  keep(waiting().filter((entry) => entry.token !== token));
}

// {state: "done" | "refused" | "lost" | "session", status, html}
export async function send(entry) {
  const body = new URLSearchParams([...entry.fields, ["token", entry.token]]);
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  try {
    const answer = await fetch(entry.address, {
      method: "POST",
      body,
      headers: { "X-CSRF-Token": document.body.dataset.csrf, "HX-Request": "true" },
      signal: stop.signal,
    });
    const html = await answer.text();
    if (answer.ok || SETTLED.includes(answer.status)) drop(entry.token);
    if (answer.ok) return { state: "done", status: answer.status, html };
    if (SETTLED.includes(answer.status)) return { state: "refused", status: answer.status, html };
    return { state: [401, 403].includes(answer.status) ? "session" : "lost", status: answer.status, html };
  } catch {
    return { state: "lost", status: 0, html: "" };
  } finally {
    clearTimeout(timer);
  }
}

// Not crypto.randomUUID: browsers have it for HTTPS and this machine only.
function newToken() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
