import { query } from '../db';
import type { Viewing } from './views';

interface Acting {
  readonly type: string;
  readonly id: string;
  readonly action: string;
}

/**
 * Whether somebody reaches for an order that went to whoever was first: if another was, it is not his to see any more, and
 * the refusal still tells him who has it [B-03].
 */
export async function wasOffered({ office }: Viewing, { type, id, action }: Acting): Promise<boolean> {
  if (type !== 'dispatch-order' || action !== 'grab') return false;
  const rows = await query(
    office.pool,
    "SELECT 1 AS offered FROM dispatch_orders WHERE document_id = $1 AND came_by = 'grab'",
    [id],
  );
  return rows.length > 0;
}
