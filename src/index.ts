import type { Core } from '@strapi/strapi';
import { keepAbilities } from './engine/abilities';
import { registerCustomFields } from './engine/custom-fields';
import { caseUids, closeEngine, openEngine, registerEngine, startBackground } from './engine/engine';
import { registerRights } from './engine/rights';
import { registerConditions } from './engine/scope/conditions';
import { closeRobust, openRobust, registerRobust } from './engine/robust';
import { fitLayoutsOnce } from './engine/layouts-once';
import { openPrivacy, registerPrivacy } from './engine/privacy';
import { ensureAccountable } from './engine/registers/accountable';
import { ensureRegisterConstraints } from './engine/registers/constraints';
import { showDemo } from './engine/seed/first-start';
import { settleRightsOnce } from './engine/rights-once';
import { makeSessionKeys } from './engine/session-keys';
import { loadPolicy } from './engine/seed/policy';

export default {
  async register({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    registerCustomFields(strapi);
    makeSessionKeys(strapi);
    fitLayoutsOnce(strapi);
    settleRightsOnce(strapi);
    await registerRights(strapi);
    await registerConditions(strapi);
    registerRobust(strapi);
    registerPrivacy(strapi, { sealedElsewhere: caseUids(strapi) });
    registerEngine(strapi);
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    openRobust(strapi);
    keepAbilities(strapi);
    await openEngine(strapi);
    await openPrivacy(strapi);
    await ensureRegisterConstraints(strapi);
    await loadPolicy(strapi);
    await ensureAccountable(strapi);
    await showDemo(strapi);
    await startBackground(strapi);
  },

  async destroy({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    await closeEngine(strapi);
    closeRobust(strapi);
  },
};
