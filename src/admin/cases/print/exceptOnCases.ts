import { type BulkActionComponent } from '@strapi/content-manager/strapi-admin';
import { caseTypeOf } from '../http/caseType';

/** The same action on every list but those of cases: a case is never deleted, and never published. */
export function exceptOnCases(action: BulkActionComponent): BulkActionComponent {
  const Elsewhere: BulkActionComponent = (props) => (caseTypeOf(props.model) ? null : action(props));
  return Object.assign(Elsewhere, { type: action.type });
}
