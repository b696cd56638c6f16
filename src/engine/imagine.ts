import type { Core } from '@strapi/strapi';
import type { Office } from './office';
import type { Policy, PolicyShelf } from './policy';

/** A row of the policy as somebody has it on his screen, not saved yet. */
export interface Draft {
  /** Content type of the row. */
  readonly uid: string;
  /** null for a row that is not there yet. */
  readonly documentId: string | null;
  /** What the form would send. */
  readonly values: Readonly<Record<string, unknown>>;
}

class Undone extends Error {}

/**
 * What `read` finds when the draft is saved: it is, with all that is proved before a save, in a transaction that is rolled
 * back whatever comes. `read` must ask Strapi's own connection, and one question after the other. Throws what
 * saving it would.
 */
export async function asIfSaved<Found>(
  strapi: Core.Strapi,
  { uid, documentId, values }: Draft,
  read: (documentId: string) => Promise<Found>,
): Promise<Found> {
  const documents = strapi.documents(uid as 'api::target.target');
  const data = values as never;
  let found: { readonly value: Found } | undefined;
  try {
    await strapi.db.transaction(async () => {
      const saved = documentId
        ? await documents.update({ documentId, data })
        : await documents.create({ data });
      found = { value: await read(saved?.documentId ?? documentId ?? '') };
      throw new Undone();
    });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
  }
  if (!found) throw new Error(`${uid} was not read`);
  return found.value;
}

/** The same office under another policy, which nobody else sees; to rehearse with. */
export const officeUnder = (office: Office, policy: Policy): Office => ({
  ...office,
  policy: shelfWith(office.policy, policy),
});

/** Targets of a policy that was never in force have no version number: they go by 0. */
const shelfWith = (shelf: PolicyShelf, policy: Policy): PolicyShelf => ({
  at: () => Promise.resolve(policy),
  current: () => Promise.resolve(policy),
  latest: () => Promise.resolve(policy),
  version: (targetId, version) =>
    version === 0 ? policy.targets.find(({ id }) => id === targetId) : shelf.version(targetId, version),
  fetchVersions: (client, clocks) =>
    shelf.fetchVersions(
      client,
      clocks.filter(({ targetVersion }) => targetVersion !== 0),
    ),
});
