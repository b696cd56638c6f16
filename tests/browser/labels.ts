import type { Page } from 'playwright-core';

/** What is Latin in Chinese, too: names of keys, formats, products and time zones, numbers, addresses, codes of actions and fields. */
const NAMES = [
  /[\w.+-]+@[\w.-]+/g,
  // What Strapi says to those who listen until the data have come; it has no text of its own for it.
  /^Loading$/,
  /\b(?:Strapi|Community|Excel|Asia\/Shanghai)\b/g,
  /\b[A-Z]{2,4}-\d+\b/g,
  // The code of a category before what it is.
  /^[A-Z]{2}(?= ·)/,
  /\b[a-z-]+\.[a-z_]+\b/g,
  /\b[a-z]+(?:[A-Z][a-z]+)+\b/g,
  /\b[A-Z]{2}-\d{8}-\d{4}\b/g,
  /\b(?:PDF|QR|ID|CSV|XLSX|JSON|Ctrl|[Aa]lt|Esc|Tab)\b/g,
];

/** The labels on the page, data left out, that have a Latin word in them which is not a name. */
export async function foreignLabels(page: Page): Promise<string[]> {
  return (await page.evaluate(labelsOnThePage)).filter(isForeign);
}

/** Whether a label has a Latin word in it which is not a name. */
export const isForeign = (label: string): boolean =>
  /[A-Za-z]{2}/.test(NAMES.reduce((text, name) => text.replace(name, ''), label));

/** Runs in the page: every visible text and what is read out or shown in an empty field; no rows of tables, they are data. */
function labelsOnThePage(): string[] {
  const found = new Set<string>();
  const isData = (element: Element): boolean =>
    element.closest('tbody, script, style, noscript, [data-row]') !== null;
  const add = (text: string | null, element: Element): void => {
    const words = text?.replace(/\s+/g, ' ').trim();
    if (words && !isData(element) && element.checkVisibility()) found.add(words.slice(0, 120));
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode;
    if (parentElement) add(textContent, parentElement);
  }
  for (const name of ['placeholder', 'aria-label', 'title', 'alt'])
    for (const element of document.querySelectorAll(`[${name}]`)) add(element.getAttribute(name), element);
  return [...found];
}
