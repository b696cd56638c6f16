const STRAPI = ' | Strapi';
const OFFICE = ' | 管家 Guanjia';

/**
 * Gives the browser tab the name of the office. Strapi writes its own name behind every page title and
 * offers no setting for it, so the title is corrected whenever it changes.
 */
export function nameThePages(): void {
  const correct = () => {
    if (document.title.endsWith(STRAPI)) {
      document.title = document.title.slice(0, -STRAPI.length) + OFFICE;
    } else if (document.title === 'Strapi Admin') {
      document.title = OFFICE.slice(3);
    }
  };
  correct();
  new MutationObserver(correct).observe(document.head, {
    childList: true,
    subtree: true,
    characterData: true,
  });
}
