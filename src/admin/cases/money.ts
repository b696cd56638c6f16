const YUAN = /^(\d{1,12})(?:\.(\d{1,2}))?$/;

/** Yuan as typed ('12.5') to whole fen (1250), by digits and not by fractions; undefined when it is no amount. */
export function fenOfYuan(yuan: string): number | undefined {
  const match = YUAN.exec(yuan.trim());
  if (!match) return undefined;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/** Whole fen (1250) as yuan ('12.50'). */
export function yuanOfFen(fen: number): string {
  const size = Math.abs(Math.trunc(fen));
  return `${fen < 0 ? '-' : ''}${Math.floor(size / 100)}.${String(size % 100).padStart(2, '0')}`;
}
