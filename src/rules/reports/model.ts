/** The records behind a number, as `figures/:figure/records` takes them. */
export interface Listed {
  readonly figure: string;
  readonly where: Readonly<Record<string, string>>;
  /** On top of what the whole report is narrowed down to, e.g. the building of its row. */
  readonly scope?: Readonly<Record<string, string>>;
}

/** What stands in a table; what is `bad` is set off. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'count'; readonly value: number; readonly list?: Listed; readonly bad?: boolean }
  /** From 0 to 1; null of nothing. */
  | { readonly kind: 'share'; readonly value: number | null; readonly bad?: boolean }
  /** Seconds; null of nothing. */
  | { readonly kind: 'time'; readonly value: number | null };

export interface Row {
  readonly name: string;
  readonly cells: readonly Cell[];
}

/** A table: the head of the names, then one head per cell. */
export interface Section {
  readonly key: string;
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly Row[];
  /** Rows that were left out because there are too many. */
  readonly more?: number;
}

/** Words under a heading of their own. */
export interface Remark {
  readonly title: string;
  readonly text: string;
}

/** A report as it is shown and printed: the same tables on the screen, in a workbook and on paper. */
export interface Report {
  readonly title: string;
  /** What it is about: span, place, number. */
  readonly lines: readonly string[];
  readonly sections: readonly Section[];
  readonly remarks: readonly Remark[];
}
