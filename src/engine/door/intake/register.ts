import { firstAction } from '../../../rules/cases/define';
import type { CaseRecord } from '../../../rules/cases/types';
import { Refusal } from '../../../rules/refusal';
import { clockOf, CLOCK_SELECT } from '../../clock-rows';
import { query } from '../../db';
import { inputOfBody } from '../../guard/body';
import { definitionOf, tableFor, tableOfLink } from '../../office';
import { selectList } from '../../tables';
import { createCase, type Asking } from '../handlers';
import { readCase, type Viewing } from '../views';
import { withCaller } from './caller';
import { assertMayRegister, type Sight } from './may';
import { outcomeView, type Decided } from './outcome';

/** Registers a request and tells what the desk tells the caller. Throws what registering throws. */
export async function registerRequest(viewing: Viewing, sight: Sight, asking: Asking & { caller?: unknown }) {
  assertMayRegister(viewing);
  const { caller, ...asked } = asking;
  const action = firstAction(definitionOf(viewing.office, 'ticket'));
  const given = await inputOfBody(viewing.office, { type: 'ticket', action, body: asked.input });
  const input = await withCaller(viewing, sight, {
    input: given as Readonly<Record<string, unknown>>,
    caller,
  });
  const { documentId } = await createCase(viewing, 'ticket', { ...asked, input }).catch(ofTicket);
  return registered(viewing, documentId);
}

/** A request that was registered, as the desk tells of it. Throws CASE_UNKNOWN. */
export async function registered(viewing: Viewing, documentId: string) {
  const decided = await decidedOf(viewing, documentId);
  const { number } = decided.record;
  return { documentId, number, ...(await outcomeView(viewing, decided)) };
}

/** A refusal that names a field says of what, so that its sentence can name it as people do. */
function ofTicket(error: unknown): never {
  if (!(error instanceof Refusal) || error.details.type !== undefined) throw error;
  throw new Refusal(error.code, error.kind, { type: 'ticket', ...error.details });
}

/** The request with its orders and promises as they stand. */
export async function decidedOf({ office }: Viewing, documentId: string): Promise<Decided> {
  const record = await readCase(office, 'ticket', documentId);
  const orders = tableFor(office, 'dispatch-order');
  const link = tableOfLink(office, 'dispatch-order', 'ticket');
  const rows = await query<CaseRecord & Record<string, unknown>>(
    office.pool,
    `SELECT ${selectList(orders)} FROM "${orders.table}" t JOIN "${link.table}" k ON k."${link.ownColumn}" = t.id
     JOIN "${link.otherTable}" r ON r.id = k."${link.otherColumn}" WHERE r.document_id = $1 ORDER BY t.id`,
    [documentId],
  );
  const clocks = (
    await query(
      office.pool,
      `SELECT ${CLOCK_SELECT} FROM clocks c WHERE c.case_id = ANY($1::text[]) ORDER BY c.id`,
      [[documentId, ...rows.map((order) => order.documentId)]],
    )
  ).map(clockOf);
  await office.policy.fetchVersions(office.pool, clocks);
  return { record, orders: rows, clocks, policy: await office.policy.current(office.pool) };
}
