export * from './types';
export * from './clock';
export * from './targets';
export * from './standing';
export * from './plan';
