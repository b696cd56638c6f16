import { type Words } from '../../rules/words/say';
import { caseWords } from '../translations/cases';
import { actionWord, enumWord, typeWords } from '../translations/officeWords';

type Row = Readonly<Record<string, unknown>>;

/** Columns of plain text that hold codes of the office, as the history and the clocks keep them. */
export const CODE_FIELDS: ReadonlySet<string> = new Set([
  'action',
  'actorName',
  'caseType',
  'fromStage',
  'pauseReason',
  'toStage',
  'via',
]);

/** The words for the code in a field of a record; undefined where it is no code that we know. */
export function wordsOfCode(type: string | undefined, field: string, row: Row): Words | undefined {
  const value = String(row[field]);
  const caseType = String(row.caseType);
  switch (field) {
    case 'action':
      return actionWord(caseType, value);
    case 'actorName':
      return value === row.actorKind ? caseWords['guanjia.timeline.office'] : undefined;
    case 'fromStage':
    case 'toStage':
      return enumWord(caseType, 'stage', value);
    case 'via':
      return caseWords[`guanjia.via.${value}`];
    default:
      return (type && enumWord(type, field, value)) || (field === 'caseType' ? typeWords[value] : undefined);
  }
}
