export * from './period';
export * from './shape';
export * from './share';
export * from './spans';
