import './settle-validation';
import type { Core } from '@strapi/strapi';
import { guardRelations, refuseUnknownDeletes } from './guard';
import { keepServing } from './keep-serving';

/** Puts the guards in front of Strapi's writes. Called from `register`, before any other document middleware. */
export function registerRobust(strapi: Core.Strapi): void {
  guardRelations(strapi);
  refuseUnknownDeletes(strapi);
}

const lettingGo = new WeakMap<Core.Strapi, () => void>();

/** From here on a forgotten promise does not end the process. Called from `bootstrap`. */
export function openRobust(strapi: Core.Strapi): void {
  const stop = (): void => {
    setTimeout(() => process.exit(1), 10_000).unref();
    void strapi.destroy().finally(() => process.exit(1));
  };
  lettingGo.set(strapi, keepServing(process, { log: (line) => strapi.log.error(line), stop }));
}

/** Takes the process listeners away again. Called from `destroy`. */
export function closeRobust(strapi: Core.Strapi): void {
  lettingGo.get(strapi)?.();
  lettingGo.delete(strapi);
}
