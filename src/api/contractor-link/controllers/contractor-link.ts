import type { Core } from '@strapi/strapi';
import { linkDoor } from '../../../engine/links/door';

/** A contractor's one-time link: what the order is about, and his answer [B-03]. */
export default ({ strapi }: { strapi: Core.Strapi }) => linkDoor(strapi);
