/** An open loan of a key: who has it, and until when (ISO string). */
export interface KeyOut {
  readonly id: string;
  readonly number: string;
  readonly borrower: string;
  readonly dueAt: string;
}

/** The dispatch order that a key is asked for with; `unit` is the home that its request is about. */
export interface OrderShown {
  readonly number: string;
  readonly stage: string;
  readonly unit: string | null;
}

/** The owner's authorisation that a key is asked for with; `key` where it is about that one only. */
export interface AuthorisationShown {
  readonly number: string;
  readonly stage: string;
  readonly unit: string | null;
  readonly key: string | null;
  /** The last day that it holds, `yyyy-MM-dd`. */
  readonly validUntil: string;
}

/** How a key stands: what the register says of it, who has it, whether it is lost, and what it is asked for with. */
export interface KeyStanding {
  readonly code: string;
  readonly label: string;
  readonly kind: string;
  readonly active: boolean;
  readonly copies: number;
  readonly unit: string | null;
  readonly unitLabel: string | null;
  readonly community: string | null;
  readonly out: KeyOut | null;
  /** The incident by which it is reported lost, as long as that is open. */
  readonly lost: { readonly number: string } | null;
  readonly dispatchOrder: OrderShown | null;
  readonly authorisation: AuthorisationShown | null;
  /** The open order for the key's home that the borrower himself has on his hands. */
  readonly ownOrder: (OrderShown & { readonly id: string }) | null;
}

/** A key that is still out on an authorisation. */
export interface StillOut {
  readonly number: string;
  readonly borrower: string;
  readonly dueAt: string;
}

/** What the registers say of an authorisation about to be given. */
export interface Entrusting {
  /** Whether whoever gives it holds the home today, as owner or co-owner. */
  readonly holds: boolean;
  /** The home of the key that it is about; null where it names none, or a key of no home. */
  readonly unitOfKey: string | null;
}
