import { randomInt } from 'node:crypto';
import type { Core } from '@strapi/strapi';

/** Letters and digits that nobody takes for one another. */
const ALPHABETS = ['abcdefghjkmnpqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789'];
const GROUPS = 3;
const GROUP_LENGTH = 4;

/** A password fit to be read off a screen, such as `kR7m-w4Tq-9pXb`: about 65 bits, every kind of character in it. */
export function newPassword(): string {
  const all = ALPHABETS.join('');
  const letter = (alphabet: string): string => alphabet.charAt(randomInt(alphabet.length));
  for (;;) {
    const characters = Array.from({ length: GROUPS * GROUP_LENGTH }, () => letter(all)).join('');
    const everyKind = ALPHABETS.every((alphabet) => [...alphabet].some((one) => characters.includes(one)));
    if (everyKind) return characters.match(/.{4}/g)?.join('-') ?? characters;
  }
}

export interface Account {
  readonly id: number;
  readonly email: string;
  readonly password: string;
}

/** Makes a panel account with one role. The password is in what comes back and nowhere else. */
export async function openAccount(
  strapi: Core.Strapi,
  { email, name, role }: { email: string; name: string; role: string },
): Promise<Account> {
  const found = (await strapi.service('admin::role').findOne({ code: role })) as { id: number } | null;
  if (!found) throw new Error(`There is no role ${role} for ${email}`);
  const password = newPassword();
  // Past Strapi's user service: that one counts users for its statistics without waiting for the count, which
  // would be left behind in a transaction that has ended.
  const user = (await strapi.db.query('admin::user').create({
    data: {
      email,
      firstname: name,
      password: await strapi.service('admin::auth').hashPassword(password),
      isActive: true,
      blocked: false,
      registrationToken: null,
      roles: [found.id],
      preferedLanguage: 'zh-Hans',
    },
  })) as { id: number };
  return { id: user.id, email, password };
}
