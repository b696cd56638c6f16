import type { PriceLine } from '../../rules/prices';
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
  yuan,
} from './facts';
import { addressOfCase } from './find';
import type { Form, Part } from './plan';

const TYPE = 'dispatch-order';

/**
 * The dispatch order as a form [B-03]: what was asked for, who was sent, what was promised, what was done and what it
 * costs, with places for the signatures [B-07]. Throws CASE_UNKNOWN.
 */
export async function dispatchOrderForm(viewing: Viewing, id: string): Promise<Form> {
  const order = await tell(viewing, TYPE, id);
  const ticketId = String(order.record.ticket);
  const ticket = await tell(viewing, 'ticket', ticketId);
  const { number, stage } = order.record;
  return {
    office: await officeName(viewing, ticket.record),
    title: said(viewing, paperWords['title.dispatch-order']),
    number,
    stage: stageLabel(TYPE, stage, viewing.locale),
    code: addressOfCase(viewing.office, { type: TYPE, id, number }),
    codeNote: said(viewing, paperWords.codeNote),
    parts: [
      heading(viewing, paperWords.request),
      ...boxes(ticket, 'number', 'receivedAt', 'requesterName', 'contactPhone', 'unit', 'exactLocation'),
      wide(ticket, 'matter', 2),
      ...boxes(ticket, 'suitableHours', 'urgency'),
      heading(viewing, paperWords.dispatch),
      ...sentTo(viewing, order),
      wide(order, 'workDescription'),
      ...(await promises(viewing, [
        [TYPE, id],
        ['ticket', ticketId],
      ])),
      heading(viewing, paperWords.work),
      ...boxes(order, 'arrivedAt', 'finishedAt'),
      wide(order, 'workEstablished', 2),
      wide(order, 'workDone', 3),
      wide(order, 'materials', 2),
      ...boxes(order, 'warranty', 'waterTestAt'),
      ...priceParts(viewing, order),
      heading(viewing, paperWords.signatures),
      signatureParts(viewing, order),
      ...(order.has('noSignatureReason') ? [wide(order, 'noSignatureReason')] : []),
    ],
    footer: footerOf(viewing),
  };
}

function sentTo(viewing: Viewing, order: Told): Part[] {
  const [from, to] = [order.text('appointmentFrom'), order.text('appointmentTo')];
  const appointment = {
    label: said(viewing, paperWords.appointment),
    text: [from, to].filter(Boolean).join(' – '),
  };
  const outside = order.has('contractor') ? 'contractor' : 'team';
  return [
    ...boxes(order, 'technician', outside),
    ...boxes(order, 'dispatchedAt', 'acceptedAt'),
    { kind: 'entries', entries: [appointment] },
  ];
}

function priceParts(viewing: Viewing, order: Told): Part[] {
  const { priceLines, priceFen } = order.record;
  const lines = Array.isArray(priceLines) ? (priceLines as PriceLine[]) : [];
  const parts = [heading(viewing, paperWords.price), ...boxes(order, 'paid', 'paidReason')];
  if (lines.length === 0 && typeof priceFen !== 'number') return order.has('paid') ? parts : [];
  const { lineItem, lineUnit, lineQuantity, lineEach, lineSum, total } = paperWords;
  const columns = [
    { title: said(viewing, lineItem), share: 5 },
    { title: said(viewing, lineUnit), share: 1.6 },
    { title: said(viewing, lineQuantity), share: 1.8, align: 'right' as const },
    { title: said(viewing, lineEach), share: 2.2, align: 'right' as const },
    { title: said(viewing, lineSum), share: 2.4, align: 'right' as const },
  ];
  const rows = lines.map(({ name, unit, quantity, unitPriceFen, sumFen }) => [
    ...[name, unit, String(quantity)],
    ...[yuan(unitPriceFen), yuan(sumFen)],
  ]);
  const sum = [said(viewing, total), '', '', '', yuan(priceFen)];
  return [...parts, { kind: 'grid', grid: { columns, rows: [...rows, sum] } }, wide(order, 'consentedBy')];
}

function signatureParts(viewing: Viewing, order: Told): Part {
  const { signature, signedAt, filedAt } = order.record;
  const when = (moment: unknown) => wallTime(viewing, moment);
  return {
    kind: 'signatures',
    places: [
      {
        label: said(viewing, paperWords.signRequester),
        signature: typeof signature === 'string' ? signature : '',
        below: [order.text('signerName'), when(signedAt)].filter(Boolean).join('  '),
      },
      { label: said(viewing, paperWords.signTechnician), signature: '', below: '' },
      { label: said(viewing, paperWords.signClerk), signature: '', below: when(filedAt) },
    ],
  };
}
