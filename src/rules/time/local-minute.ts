/** The local date and time 'YYYY-MM-DD HH:mm' at an instant, epoch milliseconds. */
export const localMinute = (timeZone: string, at: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at);
