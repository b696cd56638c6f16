/*
 * The office's own words: what its record types, fields and values are called. They are tables of text
 * without behaviour, the one thing besides types that the panel takes from the rules.
 */
/* eslint-disable @typescript-eslint/no-restricted-imports -- tables of text, no rules */
export { actionWord } from '../../rules/words/cases';
export { enumWord, valueWords } from '../../rules/words/enums';
export { fieldWords } from '../../rules/words/fields';
export { typeWords } from '../../rules/words/types';
