import type { Core } from '@strapi/strapi';
import { typeOfUid, uidOf } from '../tables';
import { filterOf, type Ability } from './scope';

type Homepage = { getCountDocuments: () => Promise<Counts> };

interface Counts {
  readonly draft: number;
  readonly published: number;
  readonly modified: number;
}

/**
 * Strapi's own number of entries on the home page counts every row of the types that somebody may read. For whoever is bound
 * by a condition it counts what he may see.
 */
export function boundCounts(strapi: Core.Strapi): void {
  const service = strapi.plugin('content-manager').service<Homepage>('homepage');
  const stock = service.getCountDocuments;
  service.getCountDocuments = async () => {
    const ability = (strapi.requestContext.get() as { state?: { userAbility?: Ability } } | undefined)?.state
      ?.userAbility;
    if (!ability) return stock.call(service);
    const types = Object.keys(strapi.contentTypes).map(typeOfUid).filter(Boolean);
    const filters = types.map((type) => ({ type, filter: filterOf(strapi, ability, type, 'read') }));
    const reads = ({ type }: { type: string }): boolean =>
      ability.can('plugin::content-manager.explorer.read', uidOf(type));
    const open = filters.filter(reads);
    if (open.every(({ filter }) => filter === null)) return stock.call(service);
    const counts = await Promise.all(
      open.map(({ type, filter }) => strapi.db.query(uidOf(type)).count(filter ? { where: filter } : {})),
    );
    return { draft: 0, published: counts.reduce((sum, one) => sum + one, 0), modified: 0 };
  };
}
