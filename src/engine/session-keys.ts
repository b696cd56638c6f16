import { createSecretKey } from 'node:crypto';
import type { Core } from '@strapi/strapi';

interface OriginConfig {
  readonly jwtSecret?: unknown;
}

interface SessionManager {
  defineOrigin(origin: string, config: OriginConfig): void;
}

/**
 * Turns the secret that sessions are signed with into a key once. Given as text it is tried as a public key first for every
 * request, which takes longer than checking the signature. Called from `register`, before Strapi hands its secrets over.
 */
export function makeSessionKeys(strapi: Core.Strapi): void {
  const manager = strapi.sessionManager as unknown as SessionManager;
  const define = manager.defineOrigin;
  manager.defineOrigin = (origin, config) => {
    const { jwtSecret } = config;
    const asKey = typeof jwtSecret === 'string' && jwtSecret !== '';
    define(origin, asKey ? { ...config, jwtSecret: createSecretKey(Buffer.from(jwtSecret)) } : config);
  };
}
