import type { Core } from '@strapi/strapi';
import { fastLane } from '../engine/lane';

/** What outside systems ask for most, past the router. Listed when the body has been read and found sound. */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) => fastLane(strapi);
