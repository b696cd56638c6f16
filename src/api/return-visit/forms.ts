import type { ActionContext, CaseRecord } from '../../rules/cases/types';
import { conflict, invalid, type Refusal } from '../../rules/refusal';
import { onSiteOnly, ordinalOf } from '../../rules/visits';

type Form = 'on_site' | 'phone' | 'letter' | 'open_letter';

/** What each form must bring along [D-03]: a signature on site, the letter itself in writing. */
export function formIsWhole(given: {
  readonly form: Form;
  readonly signature?: string | null | undefined;
  readonly letterText?: string | null | undefined;
}): Refusal | undefined {
  const { form, signature, letterText } = given;
  if (form === 'on_site' && !signature) return invalid('SIGNATURE_MISSING', { field: 'signature' });
  if (form === 'phone' && signature) return invalid('SIGNATURE_NOT_BY_PHONE', { field: 'signature' });
  if (form === 'letter' && !letterText?.trim()) return invalid('LETTER_MISSING', { field: 'letterText' });
  return undefined;
}

/**
 * Which forms are open to the next visit of a matter [D-07]: none but a call in person or a letter of its own for a serious
 * complaint; on site while an unsettled matter is at its second or third visit; any from the fourth on.
 */
export function formIsOpen(
  { record, relatives, office }: Pick<ActionContext<CaseRecord>, 'record' | 'relatives' | 'office'>,
  form: Form,
): Refusal | undefined {
  const { number } = record;
  const serious = relatives.root?.[0]?.complaintClass === 'serious';
  if (serious && form === 'phone') return conflict('SERIOUS_COMPLAINT_BY_PHONE', { number, field: 'form' });
  if (serious && form === 'open_letter')
    return conflict('SERIOUS_COMPLAINT_BY_LETTER', { number, field: 'form' });
  const { phoneFrom } = office.visits;
  const ordinal = ordinalOf(relatives.visits ?? []);
  if (form === 'on_site' || !onSiteOnly(office.visits, ordinal)) return undefined;
  return conflict('VISIT_MUST_BE_ON_SITE', { number, ordinal, phoneFrom, field: 'form' });
}
