import type { Core } from '@strapi/strapi';
import { uidOf } from '../../tables';

/** A unit of the estate and who is to be called about it; all by documentId, the occupant by name. */
export interface Home {
  readonly unit: string;
  readonly community: string;
  readonly steward: string | null;
  readonly occupant: string | null;
}

interface UnitRow {
  readonly documentId: string;
  readonly fullLabel: string;
  readonly building: {
    readonly community: { readonly documentId: string };
    readonly steward: { readonly documentId: string } | null;
  };
  readonly occupancies: readonly { readonly owner: { readonly name: string } }[];
}

/** Every unit by its full label. */
export async function homesByLabel(strapi: Core.Strapi): Promise<Map<string, Home>> {
  const rows = (await strapi.db.query(uidOf('unit')).findMany({
    select: ['documentId', 'fullLabel'],
    populate: {
      building: { populate: { community: { select: ['documentId'] }, steward: { select: ['documentId'] } } },
      occupancies: { where: { primary: true, toDate: null }, populate: { owner: { select: ['name'] } } },
    },
  })) as UnitRow[];
  return new Map(
    rows.map(({ documentId, fullLabel, building, occupancies }) => [
      fullLabel,
      {
        unit: documentId,
        community: building.community.documentId,
        steward: building.steward?.documentId ?? null,
        occupant: occupancies[0]?.owner.name ?? null,
      },
    ]),
  );
}

export async function documentIdsByCode(strapi: Core.Strapi, type: string): Promise<Map<string, string>> {
  const rows = (await strapi.db.query(uidOf(type)).findMany({ select: ['code', 'documentId'] })) as {
    code: string;
    documentId: string;
  }[];
  return new Map(rows.map(({ code, documentId }) => [code, documentId]));
}

/** The latest case of `type` that belongs to a ticket. Throws when there is none. */
export async function latestOf(strapi: Core.Strapi, type: string, ticket: string): Promise<string> {
  const found = (await strapi.db.query(uidOf(type)).findOne({
    select: ['documentId'],
    where: { ticket: { documentId: ticket } },
    orderBy: { id: 'desc' },
  })) as {
    documentId: string;
  } | null;
  if (!found) throw new Error(`No ${type} belongs to ticket ${ticket}`);
  return found.documentId;
}

/** Whether an order is paid work. */
export async function isPaid(strapi: Core.Strapi, order: string): Promise<boolean> {
  const row = (await strapi.db
    .query(uidOf('dispatch-order'))
    .findOne({ where: { documentId: order }, select: ['paid'] as never })) as { paid: boolean } | null;
  return row?.paid === true;
}
