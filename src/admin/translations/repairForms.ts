import { valueWords } from './officeWords';
import { watchPage } from './watchPage';

/** The line of one of several parts in a form; folded, it says nothing but the part's main field. */
const PART = 'button[data-radix-collection-item][aria-expanded]';
/** Where Strapi shows JSON. */
const EDITOR = '.cm-content[role=textbox]:not([aria-label])';
/** How far above an editor the box of its field is at most. */
const NEAR = 6;

/**
 * Puts right what Strapi's forms leave open and give no other way to: codes in the lines of folded parts are said in words
 * (a span of a calendar is "mon" there), and an editor for JSON is named after its field for those who listen to the page.
 */
export function repairForms(): void {
  watchPage((element) => {
    for (const part of found(element, PART)) sayCodes(part);
    for (const editor of found(element, EDITOR)) nameEditor(editor);
  });
}

/** What matches in an element, itself and what it stands in included. */
const found = (element: Element, selector: string): Iterable<Element> => {
  const around = element.closest(selector);
  return around ? [around] : element.querySelectorAll(selector);
};

function sayCodes(part: Element): void {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const words = valueWords[text.nodeValue ?? ''];
    if (words) text.nodeValue = document.documentElement.lang.startsWith('zh') ? words.zh : words.en;
  }
}

function nameEditor(editor: Element): void {
  // The label stands before the editor, in a box that both are in.
  let label: Element | null = null;
  let box = editor.parentElement;
  for (let up = 0; up < NEAR && box && !label; up += 1, box = box.parentElement)
    label = box.querySelector('label');
  const name = label?.textContent?.trim();
  if (name) editor.setAttribute('aria-label', name);
}
