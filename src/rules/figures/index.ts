export * from './period';
export * from './share';
