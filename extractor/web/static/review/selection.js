// The selected words as offsets into the article's text. The server counts characters, browsers count UTF-16 units.

const length = (text) => Array.from(text).length;

export function selected() {
  const selection = getSelection();
  const text = document.getElementById("text");
  if (!text || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const words = range.toString();
  const blank = words.length - words.trimStart().length;
  const start = Number(text.dataset.start) + length(before.toString()) + length(words.slice(0, blank));
  const quote = words.trim();
  return quote ? { start, end: start + length(quote), quote } : null;
}
