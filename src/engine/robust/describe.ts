/**
 * An unexpected error for the log: its class, its code and where it happened. The text of a database
 * error is left out, because it repeats the statement and may repeat the values in it.
 */
export function describeDefect(error: unknown): string {
  if (!(error instanceof Error)) return `a thrown ${typeof error}`;
  const { code, severity, constraint, table, column } = error as unknown as Record<string, unknown>;
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .join('\n');
  if (typeof code === 'string' && severity !== undefined) {
    const facts = Object.entries({ constraint, table, column }).filter(
      ([, value]) => typeof value === 'string',
    );
    return (
      [`database error ${code}`, ...facts.map(([name, value]) => `${name} ${String(value)}`)].join(', ') +
      `\n${frames}`
    );
  }
  return `${error.name}${typeof code === 'string' ? ` ${code}` : ''}: ${error.message.slice(0, 500)}\n${frames}`;
}
