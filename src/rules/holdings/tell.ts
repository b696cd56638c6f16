import type { Message, Recipient } from '../cases/types';
import type { OfficeView } from '../office';

/**
 * Tells the departments that a change of who holds or lives in a home concerns [G-03]: finance, security, engineering, and
 * the steward of the building.
 */
export function tellDepartments(
  { departments }: OfficeView,
  steward: string | null,
  message: Pick<Message, 'template' | 'params'>,
): Message[] {
  const of = (code: string) => departments.get(code) ?? null;
  const to: Recipient[] = [
    { post: 'finance', department: of('finance') },
    { post: 'security', department: of('security') },
    { post: 'department_head', department: of('engineering') },
    ...(steward ? [{ staff: steward }] : []),
  ];
  return to.map((recipient) => ({ ...message, to: recipient }));
}
