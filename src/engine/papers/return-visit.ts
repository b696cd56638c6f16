import { paperWords } from '../../rules/words/papers';
import { stageLabel, type Viewing } from '../door/views';
import {
  boxes,
  footerOf,
  heading,
  officeName,
  promises,
  said,
  tell,
  type Told,
  wallTime,
  wide,
} from './facts';
import { addressOfCase } from './find';
import type { Form, Part } from './plan';

const TYPE = 'return-visit';

/**
 * The record of a return visit as a form [D-10]: what was said, the opinion, the result, and the supervisor's review,
 * with places for the signatures [D-05]. Throws CASE_UNKNOWN.
 */
export async function returnVisitForm(viewing: Viewing, id: string): Promise<Form> {
  const visit = await tell(viewing, TYPE, id);
  const { number, stage, ticket: ticketId } = visit.record;
  const ticket = typeof ticketId === 'string' ? await tell(viewing, 'ticket', ticketId) : null;
  return {
    office: await officeName(viewing, ticket?.record ?? null),
    title: said(viewing, paperWords['title.return-visit']),
    number,
    stage: stageLabel(TYPE, stage, viewing.locale),
    code: addressOfCase(viewing.office, { type: TYPE, id, number }),
    codeNote: said(viewing, paperWords.codeNote),
    parts: [
      heading(viewing, paperWords.occasion),
      ...boxes(visit, 'kind', 'dutySince'),
      ...(ticket ? aboutTicket(ticket) : []),
      ...(await promises(viewing, [[TYPE, id]])),
      heading(viewing, paperWords.visit),
      ...boxes(visit, 'form', 'visitedAt', 'visitor', 'interviewee', 'satisfaction', 'solved'),
      wide(visit, 'said', 4),
      wide(visit, 'opinion', 3),
      wide(visit, 'result', 3),
      ...(visit.has('letterText') ? [wide(visit, 'letterText')] : []),
      ...exemption(viewing, visit),
      heading(viewing, paperWords.review),
      wide(visit, 'reviewNote', 2),
      signatures(viewing, visit),
    ],
    footer: footerOf(viewing),
  };
}

const aboutTicket = (ticket: Told): Part[] => [
  ...boxes(ticket, 'number', 'completedAt', 'requesterName', 'contactPhone', 'unit', 'exactLocation'),
  wide(ticket, 'matter', 2),
];

const exemption = (viewing: Viewing, visit: Told): Part[] =>
  visit.has('exemptReason')
    ? [
        heading(viewing, paperWords.exemption),
        ...boxes(visit, 'exemptReason', 'exemptAskedBy'),
        wide(visit, 'exemptNote'),
      ]
    : [];

function signatures(viewing: Viewing, visit: Told): Part {
  const { signature, reviewedAt } = visit.record;
  return {
    kind: 'signatures',
    places: [
      {
        label: said(viewing, paperWords.signInterviewee),
        signature: typeof signature === 'string' ? signature : '',
        below: visit.text('signerName'),
      },
      { label: said(viewing, paperWords.signVisitor), signature: '', below: '' },
      {
        label: said(viewing, paperWords.signSupervisor),
        signature: '',
        below: wallTime(viewing, reviewedAt),
      },
    ],
  };
}
