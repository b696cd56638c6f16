/** How managers have set return visits up (回访规则). */
export interface VisitPolicy {
  /** From which visit of an unsettled matter on somebody must go there; 2: the first may take any form [D-07]. */
  readonly onSiteFrom: number;
  /** From which visit of an unsettled matter on the telephone will do again [D-07]. */
  readonly phoneFrom: number;
  /** How often somebody must have been sought in vain before he counts as unreachable. */
  readonly tries: number;
  /** Whether those tries must fall on different days. */
  readonly onDifferentDays: boolean;
  /** Whose days those are. */
  readonly timeZone: string;
}

/** As the book has it. */
export const BOOK_VISITS: VisitPolicy = {
  onSiteFrom: 2,
  phoneFrom: 4,
  tries: 3,
  onDifferentDays: true,
  timeZone: 'Asia/Shanghai',
};

/** Whether the visit of that number of an unsettled matter must be made on site [D-07]. */
export const onSiteOnly = ({ onSiteFrom, phoneFrom }: VisitPolicy, ordinal: number): boolean =>
  ordinal >= onSiteFrom && ordinal < phoneFrom;
