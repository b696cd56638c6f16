import { watchPage } from './watchPage';

/** What Strapi's design system and its helpers say in English whatever the language, and how the office says it. */
const FIXED: Readonly<Record<string, string>> = {
  'Notifications alt+T': '通知 alt+T',
  Pagination: '分页',
  'Select or enter a value': '选择或输入',
  'Choose date': '选择日期',
  'Choose time': '选择时间',
  'Fold line': '折叠此行',
  'Unfold line': '展开此行',
  'YYYY/MM/DD': '年/月/日',
};
const PLACES = ['aria-label', 'placeholder', 'title'] as const;
const ANY_PLACE = PLACES.map((place) => `[${place}]`).join(',');

/**
 * Says in Chinese what is written into the components in English and cannot be translated otherwise: names of parts for
 * those who listen to the page, and what stands in empty boxes. Each is put right as it comes onto the page, in Chinese
 * only.
 */
export function repairFixedWords(): void {
  watchPage((element) => {
    if (document.documentElement.lang.startsWith('zh')) repairIn(element);
  });
}

function repairIn(root: Element): void {
  for (const element of [root, ...root.querySelectorAll(ANY_PLACE)])
    for (const place of PLACES) {
      const said = element.getAttribute(place);
      const better = said === null ? undefined : FIXED[said];
      if (better) element.setAttribute(place, better);
    }
}
