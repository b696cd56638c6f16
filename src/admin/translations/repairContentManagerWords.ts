import type { StrapiApp } from '@strapi/strapi/admin';

const DOUBLED = /^content-manager\.(?=content-manager\.)/;

/**
 * Strapi 5.54 ships the Chinese file of the content manager with keys that carry the plugin's prefix
 * already, so that loading doubles it and nothing is found. The doubled prefix is taken off again.
 */
export function repairContentManagerWords(app: StrapiApp): void {
  const plugin = app.appPlugins['content-manager'];
  const load = plugin?.registerTrads;
  if (!plugin || !load) return;
  plugin.registerTrads = async (args) => {
    const files = await load(args);
    return files.map(({ locale, data }) => ({
      locale,
      data: Object.fromEntries(Object.entries(data).map(([id, text]) => [id.replace(DOUBLED, ''), text])),
    }));
  };
}
