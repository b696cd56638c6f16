/** Units in which a warranty is granted; `always`: for as long as the building may reasonably be used. */
export const WARRANTY_UNITS = ['months', 'years', 'seasons', 'always'] as const;
export type WarrantyUnit = (typeof WARRANTY_UNITS)[number];

export const WARRANTY_VERDICTS = ['in_warranty', 'out_of_warranty', 'warranty_unknown'] as const;
export type WarrantyVerdict = (typeof WARRANTY_VERDICTS)[number];

/** How long the builder answers for one kind of part: a row that managers edit [B-04]. */
export interface WarrantyTerm {
  readonly code: string;
  /** documentId of the category it is for; those below it are meant too. */
  readonly category: string;
  readonly unit: WarrantyUnit;
  /** Nothing is counted for `always`. */
  readonly amount: number;
  /** First and last day of a heating or cooling season, 'MM-DD'; only for `seasons`. */
  readonly seasonFrom: string | null;
  readonly seasonTo: string | null;
}

/** The dates of a home that a warranty hangs on, each 'YYYY-MM-DD' or unknown. */
export interface HomeDates {
  /** When the unit was handed over. */
  readonly deliveredOn: string | null;
  /** Until when its warranty was agreed in so many words. */
  readonly warrantyUntil: string | null;
  /** When its building was completed. */
  readonly completedOn: string | null;
  /** When its community was handed over. */
  readonly communityDeliveredOn: string | null;
}

export interface Judgement {
  readonly warranty: WarrantyVerdict;
  /** The last day covered, where there is one and it is known. */
  readonly until: string | null;
  /** Code of the term that decided it, if one did. */
  readonly term: string | null;
}

/** What the records say of the home that an order is for; the answer to the question `home`. */
export interface HomeAnswer {
  /** No household's own: the work there costs the requester nothing. */
  readonly shared: boolean;
  readonly dates: HomeDates;
  /** Who built it, where that is known. */
  readonly builder: string | null;
  /** The day of the report, 'YYYY-MM-DD' in the office's time zone. */
  readonly reportedOn: string;
}
