import type { CaseDefinition } from '../rules/cases/types';
import { archiveFileCase } from './archive-file/case';
import archiveFileSchema from './archive-file/content-types/archive-file/schema.json';
import { archiveLoanCase } from './archive-loan/case';
import archiveLoanSchema from './archive-loan/content-types/archive-loan/schema.json';
import { dispatchOrderCase } from './dispatch-order/case';
import orderSchema from './dispatch-order/content-types/dispatch-order/schema.json';
import { incidentCase } from './incident/case';
import incidentSchema from './incident/content-types/incident/schema.json';
import { keyAuthorisationCase } from './key-authorisation/case';
import authorisationSchema from './key-authorisation/content-types/key-authorisation/schema.json';
import { keyCountCase } from './key-count/case';
import countSchema from './key-count/content-types/key-count/schema.json';
import { keyLoanCase } from './key-loan/case';
import loanSchema from './key-loan/content-types/key-loan/schema.json';
import { leaseRegistrationCase } from './lease-registration/case';
import leaseSchema from './lease-registration/content-types/lease-registration/schema.json';
import { returnVisitCase } from './return-visit/case';
import visitSchema from './return-visit/content-types/return-visit/schema.json';
import { ticketCase } from './ticket/case';
import ticketSchema from './ticket/content-types/ticket/schema.json';
import { transferCase } from './transfer/case';
import transferSchema from './transfer/content-types/transfer/schema.json';

interface Schema {
  readonly config: { readonly layouts: { readonly edit: readonly (readonly { readonly name: string }[])[] } };
  readonly attributes: Readonly<
    Record<string, { readonly type: string; readonly conditions?: { readonly visible?: unknown } }>
  >;
}

/** What people give when they make such a case, and may correct later. */
const givenIn = ({ actions }: CaseDefinition): ReadonlySet<string> =>
  new Set(
    Object.entries(actions)
      .filter(([name, { from, internal }]) => name === 'edit' || (from === 'nothing' && !internal))
      .flatMap(([, { input }]) => Object.keys(input.shape)),
  );

describe('the forms of cases', () => {
  const forms: readonly [CaseDefinition, Schema][] = [
    [ticketCase, ticketSchema],
    [dispatchOrderCase, orderSchema],
    [returnVisitCase, visitSchema],
    [keyLoanCase, loanSchema],
    [keyAuthorisationCase, authorisationSchema],
    [keyCountCase, countSchema],
    [incidentCase, incidentSchema],
    [transferCase, transferSchema],
    [leaseRegistrationCase, leaseSchema],
    [archiveFileCase, archiveFileSchema],
    [archiveLoanCase, archiveLoanSchema],
  ];

  it.each(forms)(
    '%# show what the office fills in when it stands there, and not before',
    (definition, schema) => {
      const given = givenIn(definition);
      const shownEmpty = schema.config.layouts.edit
        .flat()
        .map(({ name }) => ({ name, attribute: schema.attributes[name] }))
        .filter(({ name, attribute }) => attribute?.type !== 'relation' && !given.has(name))
        .filter(({ attribute }) => attribute?.conditions?.visible === undefined)
        .map(({ name }) => name);
      expect(shownEmpty).toEqual([]);
    },
  );

  it('keep what belongs to complaints out of every other request', () => {
    const { attributes } = ticketSchema as Schema;
    for (const name of ['complainedOf', 'complainedDepartment', 'demand', 'demandedBy', 'complaintClass'])
      expect(JSON.stringify(attributes[name]?.conditions)).toContain('"complaint"');
  });
});
