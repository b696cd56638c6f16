import { tableOfLink } from '../office';
import { tableNameOf } from '../tables';
import type { Ask } from './ask';

/**
 * documentId of the steward of the building that the unit of the input is in, or null. Asked only where whoever acts
 * is not in the register of staff himself.
 */
export const steward: Ask<string | null> = {
  when: ({ actor, input }, { directory }) =>
    typeof input.unit === 'string' &&
    !(actor.kind === 'staff' && actor.id !== null && directory.staff.get(actor.id)?.active),
  answer: ({ office }, asked) => {
    const building = tableOfLink(office, 'unit', 'building');
    const keeper = tableOfLink(office, 'building', 'steward');
    return {
      text: `SELECT u.document_id AS unit, s.document_id AS steward FROM "${tableNameOf(office.strapi, 'unit')}" u
       JOIN "${building.table}" b ON b."${building.ownColumn}" = u.id
       JOIN "${keeper.table}" k ON k."${keeper.ownColumn}" = b."${building.otherColumn}"
       JOIN "${keeper.otherTable}" s ON s.id = k."${keeper.otherColumn}"
       WHERE u.document_id = ANY($1::text[])`,
      values: [[...new Set(asked.map(({ input }) => String(input.unit)))]],
      answers: (rows: readonly { unit: string; steward: string }[]) => {
        const byUnit = new Map(rows.map((row) => [row.unit, row.steward]));
        return asked.map(({ input }) => byUnit.get(String(input.unit)) ?? null);
      },
    };
  },
};
