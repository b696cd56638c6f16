import type { Core } from '@strapi/strapi';
import { keepSealed } from './documents';
import { privacyRoutes } from './routes';
import { fillTails } from './rotate';
import { readKeys } from './seal';
import { ensureViews } from './views';

export { revealPersonal } from './reveal';
export { fillTails, rotatePersonalKeys } from './rotate';
export { privacyRoutes, REVEAL_RIGHT } from './routes';
export { masked, open, seal, tailHash } from './seal';

interface PrivacyOptions {
  /** Uids of the types that the engine writes: it seals them itself. */
  readonly sealedElsewhere?: readonly string[];
}

/**
 * Puts the keeping of personal data in front of the Document Service and opens the way to see one in full.
 * Called from `register`. Throws when a key is missing: an office without its keys must not open.
 */
export function registerPrivacy(strapi: Core.Strapi, options: PrivacyOptions = {}): void {
  readKeys();
  keepSealed(strapi, options);
  strapi.server.routes(privacyRoutes(strapi) as never);
}

/** Lays down the log of who saw what, and the ends of numbers kept before there were any. Called from `bootstrap`, after the engine is open. */
export async function openPrivacy(strapi: Core.Strapi): Promise<void> {
  await ensureViews(strapi);
  await fillTails(strapi);
}
