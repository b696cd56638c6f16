import { linkWords } from '../../rules/words/links';
import { say, type Locale } from '../../rules/words/say';
import type { Office } from '../office';
import { openLinkIn } from './find';
import { momentIn } from './moments';

/** What a mail says of the link that it carries, put together when it is sent; null for a message without one. */
export async function linkOfMessage(
  office: Office,
  message: string,
  locale: Locale,
): Promise<{ token: string; text: string } | null> {
  const link = await openLinkIn(office, message);
  if (!link) return null;
  const until = momentIn(office.timeZone, locale)(link.expiresAt);
  return { token: link.token, text: say(linkWords.inMail, locale, { url: link.url, until }) };
}
