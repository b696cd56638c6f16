import { HAZARDS, type EmergencyRule, type Hazard } from '../rules/emergency';
import type { OutsideParty } from '../rules/office';

type Row = Readonly<Record<string, unknown>>;

/** What an emergency-rule row must have populated to be read. */
export const EMERGENCY_RELATIONS = { categories: true, outsideParties: true } as const;

const wordOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const rowsOf = (value: unknown): Row[] => (Array.isArray(value) ? (value as Row[]) : []);

/** The phrases of a field that holds one a line; empty lines and spaces at the ends do not count, nor repeats. */
export const phrasesOf = (text: unknown): string[] => [
  ...new Set(
    String(text ?? '')
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];

/** The rule of one emergency-rule row, categories and outside parties populated [B-02]. */
export function emergencyRuleOf(row: Row): EmergencyRule {
  return {
    id: String(row.documentId),
    code: String(row.code),
    hazard: HAZARDS.find((one) => one === row.hazard) ?? ('danger' satisfies Hazard),
    name: { zh: String(row.name), en: wordOf(row.nameEn) ?? String(row.name) },
    words: phrasesOf(row.words),
    excluding: phrasesOf(row.excluding),
    categories: rowsOf(row.categories).map(({ documentId }) => String(documentId)),
    outsideParties: rowsOf(row.outsideParties).map(({ code }) => String(code)),
    containFirst: row.containFirst === true,
    order: Number(row.sort ?? 0),
  };
}

/** The rules in force; one array, which the matcher reads once. */
export const emergencyRulesOf = (rows: readonly Row[]): readonly EmergencyRule[] =>
  rows.filter(({ active }) => active !== false).map(emergencyRuleOf);

/** Those to be told of emergencies, by code. */
export const outsidePartiesOf = (rows: readonly Row[]): ReadonlyMap<string, OutsideParty> =>
  new Map(
    rows
      .filter(({ active }) => active !== false)
      .map((row): [string, OutsideParty] => [
        String(row.code),
        {
          id: String(row.documentId),
          code: String(row.code),
          name: { zh: String(row.name), en: wordOf(row.nameEn) ?? String(row.name) },
          phone: wordOf(row.phone),
          email: wordOf(row.email),
        },
      ]),
  );
