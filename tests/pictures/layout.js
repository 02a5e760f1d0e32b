// Faults of a page's layout: what scrolls sideways, is cut off, or lies over other text. Runs in the page; gives a list of sentences.
// A line of text counts by its middle, 0.7 em high, since fonts reserve more than their letters fill.
() => {
  const faults = [];
  const wide = document.documentElement.scrollWidth;
  if (wide > innerWidth) faults.push(`the page is ${wide} wide in a window of ${innerWidth}`);
  const short = (node) => JSON.stringify(node.textContent.trim().slice(0, 30));
  for (const element of document.querySelectorAll("*")) {
    const style = getComputedStyle(element);
    if (style.display === "inline" || element.closest("svg") || element.clientWidth === 0) continue;
    if (element.scrollWidth > element.clientWidth + 1 && style.overflowX !== "visible")
      faults.push(`<${element.tagName.toLowerCase()} class="${element.className}"> scrolls or is cut off: ${short(element)}`);
  }
  const lines = [];
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.textContent.trim() || parent.closest("style, title, head, desc")) continue;
    if (!parent.checkVisibility({ contentVisibilityAuto: true, opacityProperty: true, visibilityProperty: true })) continue;
    const scale = parent.closest("svg") ? parent.getScreenCTM().a : 1;
    const half = parseFloat(getComputedStyle(parent).fontSize) * scale * 0.35;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 0.5) continue;
      const middle = (box.top + box.bottom) / 2;
      lines.push({ node, left: box.left, right: box.right, top: middle - half, bottom: middle + half });
    }
  }
  for (const line of lines)
    if (line.left < -0.5 || line.right > innerWidth + 0.5) faults.push(`cut off at the side: ${short(line.node)}`);
  for (const head of document.querySelectorAll("thead th, .segment .latin")) {
    if (head.tagName !== "TH" && head.parentElement.getBoundingClientRect().width > innerWidth / 2) continue;
    const node = head.firstChild;
    for (const word of node && node.nodeType === 3 ? node.data.matchAll(/[^\s-]+/g) : []) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      if (range.getClientRects().length > 1) faults.push(`text breaks inside ${word[0]}`);
    }
  }
  lines.sort((one, two) => one.top - two.top);
  for (let first = 0; first < lines.length; first++) {
    const one = lines[first];
    for (let second = first + 1; second < lines.length && lines[second].top < one.bottom - 1; second++) {
      const two = lines[second];
      const across = Math.min(one.right, two.right) - Math.max(one.left, two.left);
      if (across > 1) faults.push(`${short(one.node)} lies over ${short(two.node)}`);
    }
  }
  for (const panel of document.querySelectorAll("svg [data-holds]")) {
    const box = panel.getBoundingClientRect();
    for (const text of panel.parentNode.querySelectorAll(`[data-in="${panel.dataset.holds}"]`)) {
      const inner = text.getBoundingClientRect();
      if (inner.left < box.left - 0.5 || inner.right > box.right + 0.5) faults.push(`${short(text)} leaves its box`);
    }
  }
  return [...new Set(faults)];
}
