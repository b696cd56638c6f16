/** Where every property begins: `PROPERTY_SEED`, a number or `new` for one of this moment. */
export const PROPERTY_SEED: number =
  process.env.PROPERTY_SEED === 'new'
    ? Date.now() % 1_000_000
    : Number(process.env.PROPERTY_SEED ?? 20261121);

/** How often each is tried, if `PROPERTY_RUNS` says so; a property that states its own number keeps it. */
export const propertyRuns = (): number | undefined =>
  process.env.PROPERTY_RUNS ? Number(process.env.PROPERTY_RUNS) : undefined;
