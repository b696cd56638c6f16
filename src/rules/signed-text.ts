/** What is written on one line of a text to sign: its label, and what is known; what is not known is left out. */
export type LineToSign = readonly [label: string, value: unknown];

const AGREED = '以上内容属实，本人签字确认。';

/** The text that somebody puts his name to, one line each; kept with the signature, because the record may be put right later [B-07]. */
export function textToSign(lines: readonly LineToSign[]): string {
  const body = lines.flatMap(([label, value]) =>
    typeof value === 'string' && value.trim() !== '' ? [`${label}：${value.trim()}`] : [],
  );
  return [...body, AGREED].join('\n');
}
