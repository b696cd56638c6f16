import { isoOfWall } from '../cases/time';
import { type Hit, type IntakeBody } from './http/contract';

/** Who calls, as far as the desk has found him in the registers. */
export interface Caller {
  unit: { documentId: string; label: string } | null;
  person: { documentId: string; name: string; phone: string | null } | null;
}

/** What has been typed of a call. Moments are wall times of the office ('YYYY-MM-DDTHH:mm'). */
export interface Draft {
  caller: Caller | null;
  /** documentId of the community of the caller's home, or of the public place. */
  community: string | undefined;
  matter: string;
  kind: string;
  channel: string;
  category: { documentId: string; label: string } | null;
  /** 'auto': as the office judges. */
  urgency: string;
  urgencyReason: string;
  exactLocation: string;
  requesterName: string;
  contactPhone: string;
  suitableHours: string;
  receivedAt: string;
  promisedReplyAt: string;
  answer: string;
}

export const AS_JUDGED = 'auto';

export const EMPTY_DRAFT: Draft = {
  caller: null,
  community: undefined,
  matter: '',
  kind: 'repair',
  channel: 'phone',
  category: null,
  urgency: AS_JUDGED,
  urgencyReason: '',
  exactLocation: '',
  requesterName: '',
  contactPhone: '',
  suitableHours: '',
  receivedAt: '',
  promisedReplyAt: '',
  answer: '',
};

/** Kinds of request of which an answer is owed, at once or by a time that is promised. */
const ANSWERED_KINDS: ReadonlySet<string> = new Set(['inquiry', 'suggestion', 'help', 'paid_service']);

export const isAnswered = ({ kind }: Pick<Draft, 'kind'>): boolean => ANSWERED_KINDS.has(kind);

/** Whether anything has been typed that would be missed. */
export const isWorthKeeping = ({ caller, matter }: Draft): boolean => caller !== null || matter.trim() !== '';

/** Who was chosen from the list of those found. */
export const callerOf = ({ unit, person }: Hit): Caller => ({
  unit,
  person: person && { documentId: person.documentId, name: person.name, phone: person.phone },
});

const PLAIN = ['exactLocation', 'requesterName', 'contactPhone', 'suitableHours'] as const;

/** The request that a draft stands for: what was left empty is left out, so that the office fills it in. */
export function bodyOf(draft: Draft, timeZone: string): IntakeBody {
  const data: Record<string, unknown> = {
    matter: draft.matter,
    kind: draft.kind,
    channel: draft.channel,
  };
  for (const name of PLAIN) if (draft[name].trim() !== '') data[name] = draft[name].trim();
  if (draft.caller?.unit) data.unit = draft.caller.unit.documentId;
  if (draft.community) data.community = draft.community;
  if (draft.category) data.category = draft.category.documentId;
  if (draft.urgency !== AS_JUDGED) {
    data.urgency = draft.urgency;
    // Without a word of the desk the office judges by itself [B-02].
    if (draft.urgencyReason.trim() !== '') data.urgencyReason = draft.urgencyReason.trim();
  }
  const moments = isAnswered(draft)
    ? (['receivedAt', 'promisedReplyAt'] as const)
    : (['receivedAt'] as const);
  for (const name of moments) {
    const iso = draft[name] === '' ? undefined : isoOfWall(draft[name], timeZone);
    if (iso) data[name] = iso;
  }
  if (isAnswered(draft) && draft.answer.trim() !== '') data.answer = draft.answer;
  return { data, ...(draft.caller?.person ? { caller: draft.caller.person.documentId } : {}) };
}
