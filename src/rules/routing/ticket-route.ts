import type { CaseRecord } from '../cases/types';
import type { OfficeView } from '../office';
import { routeOf, type Route } from './route';

export interface Referring {
  readonly ticket: CaseRecord;
  readonly office: OfficeView;
  /** documentId of the department that the matter concerns, where it is not that of its category. */
  readonly department?: string | null | undefined;
  /** The matter concerns several departments, or nobody knows which. */
  readonly severalDepartments: boolean;
}

/** Where a request would go from the one accountable for it. */
export function routeOfTicket({ ticket, office, department, severalDepartments }: Referring): Route {
  const asker = office.directory.staff.get(String(ticket.accountable));
  const category = office.categories.get(String(ticket.category));
  const concerned = severalDepartments ? null : (department ?? category?.department);
  if (!asker) return { step: 'nobody' };
  return routeOf({
    asker,
    matter: { categories: category?.path ?? [], departments: concerned ? [concerned] : [] },
    directory: office.directory,
  });
}
