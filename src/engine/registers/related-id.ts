type Entry = { readonly id?: unknown };
type Relation = { readonly set?: unknown; readonly connect?: unknown; readonly disconnect?: unknown };

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function idOf(value: unknown): number | undefined {
  const raw = isObject(value) ? (value as Entry).id : value;
  const id = typeof raw === 'string' && /^\d+$/.test(raw) ? Number(raw) : raw;
  return typeof id === 'number' && Number.isSafeInteger(id) ? id : undefined;
}

const last = (value: unknown): unknown => (Array.isArray(value) ? value[value.length - 1] : value);

/** The row id that a to-one relation is set to, in any of the forms in which Strapi's database layer takes it. */
export function relatedId(value: unknown): number | undefined {
  if (isObject(value) && !Array.isArray(value) && !('id' in value)) {
    const { set, connect } = value as Relation;
    return idOf(last(connect)) ?? idOf(last(set));
  }
  return idOf(last(value));
}

/** Whether a write would leave a to-one relation empty; one that does not mention it leaves it as it is. */
export function releases(value: unknown): boolean {
  if (value === undefined || relatedId(value) !== undefined) return false;
  if (!isObject(value) || Array.isArray(value)) return true;
  const { set, disconnect } = value as Relation;
  const cut = Array.isArray(disconnect) ? disconnect.length > 0 : isObject(disconnect);
  return cut || set !== undefined;
}
