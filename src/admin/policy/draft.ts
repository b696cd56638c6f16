/** What Strapi keeps in a form for itself and does not send. */
const ITS_OWN: ReadonlySet<string> = new Set(['__temp_key__']);

/**
 * The values of a content-manager form as it would send them: relations as what is connected and disconnected, by the ids
 * that it took from the server.
 */
export function draftOf(values: unknown): unknown {
  if (Array.isArray(values)) return values.map(draftOf);
  if (typeof values !== 'object' || values === null) return values;
  if ('apiData' in values) return values.apiData;
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]: [string, unknown]) =>
      ITS_OWN.has(name) ? [] : [[name, draftOf(value)]],
    ),
  );
}
