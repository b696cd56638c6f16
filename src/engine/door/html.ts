/** Text as it stands in a page, whatever is in it. */
export const escaped = (value: unknown): string =>
  String(value ?? '').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
