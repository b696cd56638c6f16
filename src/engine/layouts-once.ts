import type { Core } from '@strapi/strapi';
import { digestOf, unlessDone, valueOf } from './once';

interface Configurations {
  syncConfigurations(): Promise<void>;
}

interface FieldSizes {
  getAllFieldSizes(): object;
}

/** What Strapi has filled up and managers have changed, of forms and lists (? a prefix of their keys). */
const STORED = `SELECT md5(string_agg(key || value, ' ' ORDER BY key)) FROM strapi_core_store_settings WHERE starts_with(key, ?)`;

const PREFIXES = {
  components: 'plugin_content_manager_configuration_components::',
  'content-types': 'plugin_content_manager_configuration_content_types::',
} as const;

/**
 * Strapi fits the layout of every form and list to its record type on every start, which takes a good part of one. Here that
 * is left out as long as neither the types nor the layouts are others than those it fitted last. Called from `register`.
 */
export function fitLayoutsOnce(strapi: Core.Strapi): void {
  const manager = strapi.plugin('content-manager');
  let types: string | undefined;
  const typesNow = (): string =>
    digestOf([
      strapi.config.get('info.strapi'),
      strapi.contentTypes,
      strapi.components,
      manager.service<FieldSizes>('field-sizes').getAllFieldSizes(),
    ]);

  for (const [name, prefix] of Object.entries(PREFIXES)) {
    const service = manager.service<Configurations>(name);
    const fit = service.syncConfigurations.bind(service);
    service.syncConfigurations = () =>
      unlessDone(strapi, {
        key: `fitted-${name}`,
        digest: async () => `${(types ??= typesNow())} ${await valueOf(strapi, STORED, [prefix])}`,
        work: fit,
      });
  }
}
