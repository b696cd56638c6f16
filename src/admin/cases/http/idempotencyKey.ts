/** A fresh random key. `crypto.randomUUID` is missing on pages served over plain HTTP, so it is not used. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The keys of one opened form: the same request keeps its key (so a retry is answered, not repeated), a
 * changed one gets a new one (the office refuses a key that comes back with another body).
 */
export function keysOfOneForm(): (request: unknown) => string {
  let lastBody: string | undefined;
  let key = '';
  return (request) => {
    const body = JSON.stringify(request);
    if (body !== lastBody) {
      lastBody = body;
      key = newIdempotencyKey();
    }
    return key;
  };
}
