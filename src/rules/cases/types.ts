import type { z } from 'zod';
import type { Appointment } from '../appointments';
import type { OfficeView } from '../office';
import type { Refusal } from '../refusal';

/** The posts of the office (岗位); a staff member has one, the super administrator counts as a manager. */
export const POSTS = [
  'front_desk',
  'steward',
  'technician',
  'supervisor',
  'security',
  'clerk',
  'finance',
  'department_head',
  'director',
  'manager',
] as const;
export type Post = (typeof POSTS)[number];

/**
 * Who asks: a member of staff, an outside system with a token, a resident, a contractor with a one-time link, or the
 * office itself (a timer, an import, a step that follows from another).
 */
export interface Actor {
  readonly kind: 'staff' | 'integration' | 'resident' | 'contractor' | 'timer' | 'import' | 'system';
  /** documentId of the staff-member, token, resident or contractor; null for the office itself. */
  readonly id: string | null;
  readonly name: string;
  readonly posts: readonly Post[];
  /** documentIds of the teams that the staff member belongs to. */
  readonly teams: readonly string[];
  /** By which door it came in. */
  readonly via: 'panel' | 'form' | 'api' | 'link' | 'timer' | 'import' | 'follow';
}

/** A case record as the rules see it: moments are ISO strings, relations are documentIds (or null). */
export type CaseRecord<Stage extends string = string> = {
  readonly documentId: string;
  readonly number: string;
  readonly stage: Stage;
  readonly cycle: number;
  readonly version: number;
} & Readonly<Record<string, unknown>>;

/** Other records of the same matter, read along when an action asks for them with `needs`. */
export type Relatives = Readonly<Record<string, readonly CaseRecord[]>>;

/** Entitlement by relation to the record ("the technician of this order"): small, named, documented. */
export interface Entitlement {
  readonly name: string;
  /** True when this actor stands in that relation to the record. */
  readonly test: (actor: Actor, record: CaseRecord) => boolean;
}

export type Who = Post | 'integration' | 'resident' | 'import' | 'system' | Entitlement;

/** What an action is judged by: everything it needs, given as arguments. */
export interface ActionContext<Record_ extends CaseRecord = CaseRecord, Input = unknown> {
  /** The record before the action; for a first action an empty draft (stage ''). */
  readonly record: Record_;
  readonly input: Input;
  readonly actor: Actor;
  /** Now, epoch milliseconds. */
  readonly now: number;
  /** When the thing happened (declared moment or now), epoch milliseconds. */
  readonly at: number;
  readonly relatives: Relatives;
  /** Records named by the input's `reference()` fields, by field name. */
  readonly named: Readonly<Record<string, Readonly<Record<string, unknown>> | null>>;
  /** How managers have set the office up. */
  readonly office: OfficeView;
  /** What was asked of the records (see `ActionDefinition.asks`), by name; nothing for histories of other registers. */
  readonly answers: Readonly<Record<string, unknown>>;
}

/** A message for the outbox. `to` is resolved to people by the engine when it is written. */
export interface Message {
  readonly template: string;
  readonly to: Recipient;
  readonly params?: Readonly<Record<string, unknown>>;
  /** It carries a one-time link by which the recipient answers (see `LinkDefinition`). */
  readonly link?: true;
}

export type Recipient =
  | { readonly staff: string }
  | { readonly team: string }
  | { readonly contractor: string }
  /** Code of a party outside the office. */
  | { readonly outsideParty: string }
  /** Somebody without an account, by mail to the address that an attribute of the case holds; looked up when it is sent. */
  | { readonly addressIn: string; readonly name: string | null }
  | {
      readonly post: Post;
      /** documentId of the department whose one is meant. */ readonly department?: string | null;
    };

/** An action on another case that follows from this one, performed in the same transaction. */
export interface FollowUp {
  readonly type: string;
  /** documentId of the case, 'new' for a first action, 'self' for the case that the action is performed on. */
  readonly id: string;
  readonly action: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** An action of this case that the office performs by itself at its time, once. */
export interface Deed {
  readonly action: string;
  readonly input?: Readonly<Record<string, unknown>>;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Stands for the documentId of a record that the same outcome makes: the rules draw no ids. */
export interface Made {
  readonly made: string;
}

/** The record that the same outcome makes under this name. */
export const made = (name: string): Made => ({ made: name });

/** A record of a register (a type without stages) that is made or changed together with a case. */
export interface RecordChange {
  /** The API name of the register, e.g. 'occupancy'. */
  readonly type: string;
  /** documentId of the record; for one that is to be made `made(name)`, by which the others may refer to it. */
  readonly id: string | Made;
  /** Attributes to set, all others stay; relations by documentId or `made(name)`, days as 'YYYY-MM-DD'. */
  readonly set: Readonly<Record<string, unknown>>;
}

/**
 * What an action brings about besides its change of stage: all of it in one transaction with the case, or nothing.
 *
 * Plain records that follow from a case (who holds a home after a transfer) are `records`: the engine writes them in the
 * statement that writes the case, personal data sealed, under the constraints of the database. A form's hooks do not see
 * them: what those would fill in must be given. In `set`, of the case and of the records, `made(name)` is a record that
 * this outcome makes.
 */
export interface Outcome<Stage extends string = string> {
  /** Only for actions whose `to` names several stages. */
  readonly stage?: Stage;
  /** Attributes to set; relations by documentId or `made(name)`; moments as ISO strings. */
  readonly set?: Readonly<Record<string, unknown>>;
  /** Records of registers to be made or changed, in the order in which one refers to another. */
  readonly records?: readonly RecordChange[];
  /** A new cycle begins: running clocks of the old one are closed with their verdict. */
  readonly newCycle?: boolean;
  readonly messages?: readonly Message[];
  readonly follow?: readonly FollowUp[];
  /** What the office will do by itself later, unless the rules refuse it then. */
  readonly later?: readonly Deed[];
  /** Where the turn of a dispatch rule (its documentId) stands after this: the key of whoever was chosen. */
  readonly turn?: { readonly rule: string; readonly key: string };
  readonly note?: string;
}

export interface ActionDefinition<Stage extends string = string> {
  /** The stages it is open in; 'nothing' marks the first action of a case. */
  readonly from: readonly Stage[] | 'nothing';
  /** The stage it leads to; 'same' keeps it; several: the outcome picks one of them. */
  readonly to: Stage | 'same' | readonly Stage[];
  readonly who: readonly Who[];
  readonly input: z.ZodObject;
  /** Rules of the book that this action carries out. */
  readonly rules: readonly string[];
  /** Names of the relatives to read along (see `CaseDefinition.relatives`). */
  readonly needs?: readonly string[];
  /** Questions to the records that must be answered before it is decided (`engine/asks`). */
  readonly asks?: readonly string[];
  /** The declared moment of what happened, where it may be typed in later; ISO string or undefined. */
  readonly at?: (input: never) => string | undefined;
  /** What else must hold; a refusal if it does not. */
  readonly requires?: (context: ActionContext<CaseRecord<Stage>, never>) => Refusal | undefined;
  /** What follows. */
  readonly then?: (context: ActionContext<CaseRecord<Stage>, never>) => Outcome<Stage>;
  /** Performed by the office itself only: never offered, never open to a caller. */
  readonly internal?: boolean;
}

/** How to find the relatives of a case: the cases of `type` whose relation `by` points here (or which `via` points to). */
export interface RelativeDefinition {
  readonly type: string;
  readonly by: string;
}

/** One action of an answer. */
export interface LinkStep {
  readonly action: string;
  /** The fields of its input that are asked for; one that is not the first is left out when none of its fields is given. */
  readonly fields: readonly string[];
}

/** How whoever holds a case from outside the office answers for it by one-time links, without an account [B-03]. */
export interface LinkDefinition<Stage extends string = string> {
  /** The relation that names the holder; a link is void as soon as it names somebody else. */
  readonly holder: string;
  /** A moment of the record from which a link lasts its days, where that is later than when it was made. */
  readonly lastsFrom?: string;
  /** Stages in which there is nothing left to answer: links are void. */
  readonly over: readonly Stage[];
  /** What may be answered, each as the actions that it performs; open as long as the first of them is. */
  readonly answers: Readonly<Record<string, readonly LinkStep[]>>;
}

export interface CaseDefinition<Stage extends string = string> {
  /** The API name of its record type, e.g. 'dispatch-order'. */
  readonly type: string;
  /** Prefix of its numbers, e.g. 'WX' (see design: Numbers people read). */
  readonly prefix: string | ((record: Readonly<Record<string, unknown>>) => string);
  readonly stages: readonly Stage[];
  /** Stages in which nothing more is owed. */
  readonly finalStages: readonly Stage[];
  /** The relation to the case that this one belongs to; locked first, its clocks see this one's events. */
  readonly root?: { readonly type: string; readonly by: string };
  readonly relatives?: Readonly<Record<string, RelativeDefinition>>;
  /** Attributes that the generated form may change by `edit`; everything else is guarded. */
  readonly editable: readonly string[];
  /** Relation to the member of staff who answers for it; warnings go there and climb from there [C-11]. */
  readonly responsible?: string;
  /** Attribute that says when the matter came in; clocks count from there. Default: when it is performed. */
  readonly receivedAt?: string;
  /**
   * The window that a case stands in somebody's calendar with, as long as it does, and the action that the office performs
   * by itself when that window has ended (with `until`, its end) [B-05].
   */
  readonly appointment?: {
    readonly of: (record: CaseRecord) => Appointment | null;
    readonly lapse: string;
  };
  readonly links?: LinkDefinition<Stage>;
  /** The text that somebody puts his name to when it is signed, as the record stands [B-07]. */
  readonly toSign?: (record: CaseRecord) => string;
  readonly actions: Readonly<Record<string, ActionDefinition<Stage>>>;
}
