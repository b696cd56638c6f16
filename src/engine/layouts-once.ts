import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';

interface Configurations {
  syncConfigurations(): Promise<void>;
}

interface FieldSizes {
  getAllFieldSizes(): object;
}

/** What Strapi has filled up and managers have changed, of forms and lists ($1 a prefix of their keys), in one word. */
const STORED = `SELECT coalesce(md5(string_agg(key || value, ' ' ORDER BY key)), '') AS digest FROM strapi_core_store_settings
  WHERE starts_with(key, ?)`;

const PREFIXES = {
  components: 'plugin_content_manager_configuration_components::',
  'content-types': 'plugin_content_manager_configuration_content_types::',
} as const;

/** A layout that was just made is changed once more by the next fitting; after that nothing changes. */
const FITTINGS = 3;

/**
 * Strapi fits the layout of every form and list to its record type on every start, which takes a good part of one. Here that
 * is left out as long as neither the types nor the layouts are others than those it fitted last. Called from `register`.
 */
export function fitLayoutsOnce(strapi: Core.Strapi): void {
  const manager = strapi.plugin('content-manager');
  const store = strapi.store({ type: 'core', name: 'office' });
  let types: string | undefined;

  const layouts = async (prefix: string): Promise<string> => {
    types ??= digestOf([
      strapi.config.get('info.strapi'),
      strapi.contentTypes,
      strapi.components,
      manager.service<FieldSizes>('field-sizes').getAllFieldSizes(),
    ]);
    const { rows } = (await strapi.db.connection.raw(STORED, [prefix])) as unknown as {
      rows: readonly { digest: string }[];
    };
    return `${types} ${rows[0]?.digest}`;
  };

  for (const [name, prefix] of Object.entries(PREFIXES)) {
    const service = manager.service<Configurations>(name);
    const fit = service.syncConfigurations.bind(service);
    const key = `fitted-${name}`;
    service.syncConfigurations = async () => {
      let before = await layouts(prefix);
      if ((await store.get({ key })) === before) return;
      for (let fitted = 0; fitted < FITTINGS; fitted += 1) {
        await fit();
        const after = await layouts(prefix);
        if (after === before) return store.set({ key, value: after });
        before = after;
      }
    };
  }
}

const digestOf = (said: unknown): string => createHash('sha256').update(JSON.stringify(said)).digest('hex');
