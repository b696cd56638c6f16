import type { Core } from '@strapi/strapi';

/**
 * Kinds of fields that the panel has an input of its own for (`src/admin/fields`). Underneath each is a plain type, so that
 * the data does not change with the input. Called from `register`.
 */
export function registerCustomFields(strapi: Core.Strapi): void {
  strapi.customFields.register([
    // Whole minutes, typed in minutes, hours or days.
    { name: 'duration', type: 'integer', inputSize: { default: 4, isResizable: true } },
    // One keyword or phrase a line.
    { name: 'keywords', type: 'text', inputSize: { default: 12, isResizable: true } },
    // The same as a JSON list of texts.
    { name: 'names', type: 'json', inputSize: { default: 12, isResizable: true } },
    // Personal data: masked, and shown in full one at a time.
    { name: 'personal', type: 'string', inputSize: { default: 6, isResizable: true } },
    // Photos of a case: ids, names, who sent them and when; the pictures themselves are behind the office's door.
    { name: 'photos', type: 'json', inputSize: { default: 12, isResizable: true } },
    // A drawn signature (PNG as a data URL), or a note where the signed paper is.
    { name: 'signature', type: 'text', inputSize: { default: 12, isResizable: true } },
  ]);
}
