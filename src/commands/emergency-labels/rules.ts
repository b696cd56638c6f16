import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { HAZARDS, type EmergencyRule } from '../../rules/emergency';

const texts = z.array(z.string().min(1));

/** A row of `database/policy/emergency-rules.json`. */
export const emergencyRow = z.strictObject({
  code: z.string().min(1),
  hazard: z.enum(HAZARDS),
  name: z.string().min(1),
  nameEn: z.string().min(1),
  words: texts.min(1),
  excluding: texts,
  categories: texts,
  outsideParties: texts,
  containFirst: z.boolean(),
  order: z.int(),
});

/** The default rules, with codes for ids. Throws when the file is not there or holds anything else. */
export function readDefaultRules(file: string): EmergencyRule[] {
  const rows = z.array(emergencyRow).parse(JSON.parse(readFileSync(file, 'utf8')));
  return rows.map(({ name, nameEn, ...row }) => ({ ...row, id: row.code, name: { zh: name, en: nameEn } }));
}
