export * from './groups';
export * from './model';
export * from './naming';
export * from './sections';
export * from './text';
