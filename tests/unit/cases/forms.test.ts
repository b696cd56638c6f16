import type { CaseDefinition } from '../../../src/rules/cases/types';
import { archiveFileCase } from '../../../src/api/archive-file/case';
import archiveFileSchema from '../../../src/api/archive-file/content-types/archive-file/schema.json';
import { archiveLoanCase } from '../../../src/api/archive-loan/case';
import archiveLoanSchema from '../../../src/api/archive-loan/content-types/archive-loan/schema.json';
import { dispatchOrderCase } from '../../../src/api/dispatch-order/case';
import orderSchema from '../../../src/api/dispatch-order/content-types/dispatch-order/schema.json';
import { incidentCase } from '../../../src/api/incident/case';
import incidentSchema from '../../../src/api/incident/content-types/incident/schema.json';
import { keyAuthorisationCase } from '../../../src/api/key-authorisation/case';
import authorisationSchema from '../../../src/api/key-authorisation/content-types/key-authorisation/schema.json';
import { keyCountCase } from '../../../src/api/key-count/case';
import countSchema from '../../../src/api/key-count/content-types/key-count/schema.json';
import { keyLoanCase } from '../../../src/api/key-loan/case';
import loanSchema from '../../../src/api/key-loan/content-types/key-loan/schema.json';
import { leaseRegistrationCase } from '../../../src/api/lease-registration/case';
import leaseSchema from '../../../src/api/lease-registration/content-types/lease-registration/schema.json';
import { returnVisitCase } from '../../../src/api/return-visit/case';
import visitSchema from '../../../src/api/return-visit/content-types/return-visit/schema.json';
import { ticketCase } from '../../../src/api/ticket/case';
import ticketSchema from '../../../src/api/ticket/content-types/ticket/schema.json';
import { transferCase } from '../../../src/api/transfer/case';
import transferSchema from '../../../src/api/transfer/content-types/transfer/schema.json';

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
