import type * as React from 'react';
import type { StrapiApp } from '@strapi/strapi/admin';
import { BulletList, Clock, Eye, Feather, Images, PriceTag } from '@strapi/icons';

type Load = () => Promise<{ default: unknown }>;

/** Strapi types an input as if it were given no properties. */
const input = (load: Load) => ({ Input: load as () => Promise<{ default?: React.ComponentType }> });

const words = (name: string) => ({
  intlLabel: { id: `guanjia.field.${name}`, defaultMessage: name },
  intlDescription: { id: `guanjia.field.${name}.about`, defaultMessage: name },
});

const duration = input(() => import('./duration/DurationInput'));
const keywords = input(() => import('./keywords/KeywordInput'));
const personal = input(() => import('./personal/PersonalInput'));
const photos = input(() => import('./photos/PhotosField'));
const signature = input(() => import('./signature/SignatureField'));

/**
 * The inputs of the office's own kinds of fields. The server registers the same names (`src/engine/custom-fields.ts`). They
 * are fetched beside the first page: a form that has to wait for one says meanwhile that it does not know the field.
 */
export function registerFields(app: Pick<StrapiApp, 'customFields'>): void {
  app.customFields.register([
    { name: 'duration', type: 'integer', icon: Clock, ...words('duration'), components: duration },
    { name: 'keywords', type: 'text', icon: PriceTag, ...words('keywords'), components: keywords },
    { name: 'names', type: 'json', icon: BulletList, ...words('names'), components: keywords },
    { name: 'personal', type: 'string', icon: Eye, ...words('personal'), components: personal },
    { name: 'photos', type: 'json', icon: Images, ...words('photos'), components: photos },
    { name: 'signature', type: 'text', icon: Feather, ...words('signature'), components: signature },
  ]);
  for (const { Input } of [duration, keywords, personal, photos, signature])
    // A form asks again for what could not be fetched, and says so itself.
    void Input().catch(() => undefined);
}
