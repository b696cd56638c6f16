import { z } from 'zod';
import { moment, oneOf, reference, signature, someText, text } from '../../rules/cases/inputs';
import type { ActionContext, CaseRecord } from '../../rules/cases/types';
import { EXEMPT_REASONS, NATURES, SATISFACTIONS, VISIT_KINDS } from '../../rules/terms';
import { matterRaised, newMatter } from '../ticket/raised';

/** The duty as the request hands it over: what it is about, since when, and for which of its cycles. */
export const duty = z.object({
  ticket: reference('ticket'),
  kind: oneOf(VISIT_KINDS),
  nature: oneOf(NATURES),
  dutySince: moment(),
  ofCycle: z.number().int().min(1),
  exemptReason: oneOf(['anonymous']).nullish(),
  /** Asked for, and not owed by the rule [D-05]. */
  requested: z.boolean().default(false),
  requestReason: text(1000).nullish(),
});

export const recounted = z.object({ dutySince: moment(), ofCycle: z.number().int().min(1).nullish() });

/** Who went, and when; by default the one who writes it down, now. */
const going = { visitor: reference('staff-member').nullish(), visitedAt: moment().nullish() };

/** A visit at which the requester was spoken to [D-03][D-10]; an open letter comes in by its own action. */
export const visit = z.object({
  form: oneOf(['on_site', 'phone', 'letter']),
  ...going,
  interviewee: someText(100),
  said: someText(),
  opinion: text().nullish(),
  result: someText(),
  satisfaction: oneOf(SATISFACTIONS),
  solved: z.boolean().default(true),
  signature: signature().nullish(),
  signerName: text(100).nullish(),
  letterText: text().nullish(),
  ...newMatter,
});

/** A visit at which nobody was reached, or the requester would not be visited. */
export const attempt = z.object({
  form: oneOf(['on_site', 'phone', 'letter']),
  ...going,
  outcome: oneOf(['no_answer', 'refused']),
  note: text(1000).nullish(),
});

export const exemption = z.object({
  exemptReason: oneOf(EXEMPT_REASONS).exclude(['anonymous']),
  exemptNote: someText(1000),
});

export const raising = z.object(matterRaised);

export type Context<Schema extends z.ZodType> = ActionContext<CaseRecord, z.output<Schema>>;
