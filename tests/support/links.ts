import { officeOf } from '../../src/engine/office';
import { deliver } from '../../src/engine/worker';
import { kin, look, open, act, type CaseSeen } from './cases';
import { aUnit, type Staff } from './people';
import type { Office } from './office';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export const LINKS = '/api/contractor-links/';

/** Everything that the office mails from now on. */
export function mailbox({ strapi }: Office): Mail[] {
  const mails: Mail[] = [];
  strapi.plugin('email').service('email').send = (mail: Mail) => {
    mails.push(mail);
    return Promise.resolve();
  };
  return mails;
}

let contracted = 0;

/** An outside contractor in the register, with an address for mail unless it is said. */
export async function aContractor({ strapi }: Office, data: object = {}) {
  contracted += 1;
  const code = `CT${contracted}`;
  const made = await strapi.documents('api::contractor.contractor').create({
    data: { name: `安达电梯${code}`, code, email: `${code.toLowerCase()}@contractor.test`, ...data } as never,
  });
  return made as { documentId: string; name: string; email: string };
}

/** A request in a home, given to this contractor by hand; its order as the supervisor sees it. */
export async function givenTo(
  office: Office,
  staff: Staff,
  contractor: { documentId: string },
  more: { register?: object; dispatch?: object } = {},
): Promise<CaseSeen> {
  const ticket = await open(staff.front_desk, 'ticket', {
    matter: '电梯异响 <b>&',
    unit: await aUnit(office.strapi),
    requesterName: '王女士',
    contactPhone: '13812345678',
    ...more.register,
  });
  const sent = await act(staff.front_desk, ticket, 'dispatch', {
    contractor: contractor.documentId,
    ...more.dispatch,
  });
  return look(staff.supervisor, kin(sent, 'dispatch-order'));
}

/** Sends what waits in the outbox about this case, and gives back the tokens of the links in it, in order. */
export async function mailedTokens(office: Office, mails: Mail[], at: CaseSeen): Promise<string[]> {
  const waiting = (await office.strapi.db.query('api::outbox-message.outbox-message').findMany({
    where: { caseId: at.documentId, state: 'queued' },
    orderBy: { id: 'asc' },
  })) as { documentId: string }[];
  const before = mails.length;
  for (const { documentId } of waiting) await deliver(officeOf(office.strapi), documentId);
  return mails.slice(before).flatMap(({ text }) => {
    const found = /contractor-links\/([\w-]+)/.exec(text)?.[1];
    return found === undefined ? [] : [found];
  });
}
