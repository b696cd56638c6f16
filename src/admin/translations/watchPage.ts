/** Calls `handle` with whatever comes onto the page, and with the element around a text that changes there. */
export function watchPage(handle: (element: Element) => void): void {
  const begin = () => {
    const observer = new MutationObserver((changes) => {
      for (const { type, target, addedNodes } of changes) {
        if (type === 'characterData' && target.parentElement) handle(target.parentElement);
        for (const node of addedNodes) {
          const element = node instanceof Element ? node : node.parentElement;
          if (element) handle(element);
        }
      }
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin, { once: true });
  else begin();
}
