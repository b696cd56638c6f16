import { oneOf, reference, text } from '../cases/inputs';
import { made, type Made, type RecordChange } from '../cases/types';
import { invalid, type Refusal } from '../refusal';

/** The particulars of somebody who is not in the register of owners yet. */
export const newPerson = {
  newPersonName: text(100).nullish(),
  newPersonKind: oneOf(['person', 'company']).nullish(),
  newPersonPhone: text(40).nullish(),
  newPersonIdNumber: text(40).nullish(),
};

/** Somebody of the register, as an optional field. */
export const knownPerson = () => reference('owner').nullish();

interface Given {
  readonly newPersonName?: string | null | undefined;
  readonly newPersonKind?: string | null | undefined;
  readonly newPersonPhone?: string | null | undefined;
  readonly newPersonIdNumber?: string | null | undefined;
}

/** Exactly one is named: somebody of the register, or a new person with his particulars. */
export function onePerson(
  known: string | null | undefined,
  { newPersonName }: Given,
  field: string,
): Refusal | undefined {
  if (known && newPersonName) return invalid('PERSON_NAMED_TWICE', { field });
  return known || newPersonName ? undefined : invalid('PERSON_MISSING', { field });
}

/** Whom the input means, and the record that is made of him where he is new. */
export function personOf(
  known: string | null | undefined,
  given: Given,
): { readonly person: string | Made; readonly records: readonly RecordChange[] } {
  if (known) return { person: known, records: [] };
  const person = made('person');
  return {
    person,
    records: [
      {
        type: 'owner',
        id: person,
        set: {
          name: given.newPersonName,
          kind: given.newPersonKind ?? 'person',
          phone: given.newPersonPhone || null,
          idNumber: given.newPersonIdNumber || null,
        },
      },
    ],
  };
}
