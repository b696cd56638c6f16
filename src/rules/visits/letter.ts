/** A return visit as a letter looks at it. */
export interface VisitOfLetter {
  readonly id: string;
  readonly number: string;
  /** What of it the letter is not about; null for nothing. */
  readonly strange: 'category' | 'community' | 'building' | 'period' | null;
}
