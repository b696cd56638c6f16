/** Office manuals S0–S4, or the card that asked for the product. */
export type Source = 'S0' | 'S1' | 'S2' | 'S3' | 'S4' | 'card';

/** One row of the rule book. Figures in it are defaults, which managers may change. */
export interface Clause {
  /** Letter of the chapter and number within it: 'A-01'. */
  readonly id: string;
  readonly en: string;
  readonly zh: string;
  readonly source: readonly Source[];
}
