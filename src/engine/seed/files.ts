import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';

/** Reads `database/<folder>/<name>.json` of the office. Its shape is the caller's business; tests hold it to that. */
export function readData<Shape>(strapi: Core.Strapi, folder: 'policy' | 'demo', name: string): Shape {
  return JSON.parse(
    readFileSync(join(strapi.dirs.app.root, 'database', folder, `${name}.json`), 'utf8'),
  ) as Shape;
}
