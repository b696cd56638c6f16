import { invalid } from '../../../rules/refusal';
import { query } from '../../db';
import { open } from '../../privacy';
import type { Viewing } from '../views';
import type { Sight } from './may';

type Input = Readonly<Record<string, unknown>>;

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/**
 * The input of a registration with what is on record of the caller: his name and phone, where the desk typed neither.
 * The desk sees the phone masked and cannot type it back, so it is taken over here. Throws REFERENCE_UNKNOWN, and
 * PERSONAL_DATA_KEY_MISSING where the number cannot be opened.
 */
export async function withCaller(
  { office, scope }: Viewing,
  sight: Sight,
  { input, caller }: { input: Input; caller: unknown },
): Promise<Input> {
  if (isBlank(caller)) return input;
  if (typeof caller === 'string') await scope?.assert('owner', caller);
  const [row] =
    typeof caller === 'string' && sight.people
      ? await query<{ name: string; phone: string | null }>(
          office.pool,
          'SELECT name, phone FROM owners WHERE document_id = $1',
          [caller],
        )
      : [];
  if (!row) throw invalid('REFERENCE_UNKNOWN', { field: 'caller', type: 'owner' });
  return {
    ...input,
    ...(isBlank(input.requesterName) ? { requesterName: row.name } : {}),
    ...(isBlank(input.contactPhone) && row.phone !== null ? { contactPhone: open(row.phone) } : {}),
  };
}
