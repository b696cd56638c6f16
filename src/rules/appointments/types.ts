/** A window that was agreed on, and whose time it takes; moments as ISO strings. */
export interface Appointment {
  /** documentId of the member of staff; null where a team or somebody outside comes. */
  readonly staff: string | null;
  readonly from: string;
  readonly to: string;
}

/** Another matter in the same person's calendar. */
export interface Booking {
  readonly number: string;
  readonly from: string;
  readonly to: string;
}

/** A stretch of time, epoch milliseconds, its end not included. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}
