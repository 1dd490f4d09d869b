// One key, one action. Keys stay letters while something is typed, and buttons keep their own.

const ACTIONS = {
  a: "accept", x: "reject", e: "edit", u: "undo", j: "next", k: "previous", " ": "skip", s: "split", n: "new",
  t: "together", "?": "help", Escape: "leave",
};
const TYPING = "input:not([type=checkbox]), textarea, select";

export function listen(act, choose) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    const key = plain(event);
    if (event.target.matches(TYPING) && key !== "Escape") return;
    if (key === " " && event.target.matches("button, a, summary, input")) return;
    if (/^[1-9]$/.test(key) && choose(Number(key))) {
      event.preventDefault();
    } else if (ACTIONS[key]) {
      event.preventDefault();
      act(ACTIONS[key]);
    }
  });
}

// An input method (Telex) may have taken the letter: its key is then still known by its place.
function plain(event) {
  if (event.isComposing || event.key === "Process") {
    return event.code.replace(/^Key/, "").toLowerCase();
  }
  return event.key.length === 1 ? event.key.toLowerCase() : event.key;
}
