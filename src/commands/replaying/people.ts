import type { Core } from '@strapi/strapi';
import { codeOf } from '../../rules/import/convert';
import type { Log } from './read-log';
import type { LogKind } from './types';

/** The teams and people of a log as they are in the office's register. */
export interface People {
  /** documentId of the team of that name; null for none. */
  team(name: unknown): string | null;
  handler(name: unknown): string | null;
}

/** Puts the teams and people that a log mentions into the register. */
export async function registerPeople(strapi: Core.Strapi, log: Log, kind: LogKind): Promise<People> {
  const teams = new Map<string, string>();
  const handlers = new Map<string, string>();
  for (const events of log.values()) {
    for (const event of events) {
      const { team, handler } = kind.namesIn(event);
      if (team !== undefined && !teams.has(team)) teams.set(team, await newTeam(strapi, team));
      if (handler !== undefined && !handlers.has(handler)) {
        handlers.set(handler, await newHandler(strapi, handler));
      }
    }
  }
  const find = (known: ReadonlyMap<string, string>) => (name: unknown) =>
    typeof name === 'string' ? (known.get(name) ?? null) : null;
  return { team: find(teams), handler: find(handlers) };
}

async function newTeam(strapi: Core.Strapi, name: string): Promise<string> {
  const data = { name, code: `log-${codeOf(name)}`, active: true };
  return (await strapi.documents('api::team.team').create({ data: data as never })).documentId;
}

async function newHandler(strapi: Core.Strapi, name: string): Promise<string> {
  const data = { name, jobNumber: `log-${codeOf(name)}`, post: 'technician', active: true };
  return (await strapi.documents('api::staff-member.staff-member').create({ data: data as never }))
    .documentId;
}
