import { matchEmergency } from './match';
import { indexOf } from './phrases';
import type { EmergencyRule } from './types';

const PROBE: Omit<EmergencyRule, 'words'> = {
  id: '',
  code: '',
  hazard: 'danger',
  name: { zh: '', en: '' },
  excluding: [],
  categories: [],
  outsideParties: [],
  containFirst: false,
  order: 0,
};

/** Whether a word of a rule can ever be found: it has a letter, and stands within one clause that does not deny it. */
export function isUsableWord(word: string): boolean {
  const text = word.replaceAll(/…+|\.{3,}/g, ' ');
  return matchEmergency([{ ...PROBE, words: [word] }], { text, categories: [] }) !== null;
}

/** Whether a phrase that takes words away can ever be found: it has a letter. */
export const isUsableExclusion = (phrase: string): boolean => indexOf([[phrase, null]]).size > 0;
