/** A label and what stands beside it in the box. */
export interface Entry {
  readonly label: string;
  readonly text: string;
}

/** A place to sign: who, and what there is already. */
export interface SignaturePlace {
  readonly label: string;
  /** A drawn signature as a data URL, or the words that stand for one; empty: to be signed by hand. */
  readonly signature: string;
  /** Name and time under it. */
  readonly below: string;
}

/** Columns under a head, ruled; widths are shares of the page. */
export interface Grid {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

export interface Column {
  readonly title: string;
  readonly share: number;
  readonly align?: 'left' | 'right';
}

export type Part =
  | { readonly kind: 'heading'; readonly text: string }
  /** One or two entries side by side; `lines` keeps room to write by hand where there is no text. */
  | { readonly kind: 'entries'; readonly entries: readonly Entry[]; readonly lines?: number }
  | { readonly kind: 'grid'; readonly grid: Grid }
  | { readonly kind: 'signatures'; readonly places: readonly SignaturePlace[] };

/** A paper about one case: portrait, boxed, with a code that finds the case again. */
export interface Form {
  readonly office: string;
  readonly title: string;
  readonly number: string;
  readonly stage: string;
  /** What the code says. */
  readonly code: string;
  /** Beside the code: what it is for. */
  readonly codeNote: string;
  readonly parts: readonly Part[];
  readonly footer: string;
}

/** A paper about many: landscape, the head row on every page, totals at the end. */
export interface Register {
  readonly office: string;
  readonly title: string;
  /** Span and place. */
  readonly scope: string;
  readonly grid: Grid;
  readonly totals: readonly string[];
  readonly footer: string;
}

/** "Page 2 of 5". */
export type PageWords = (page: number, of: number) => string;
