/** Remembers the latest `most` things by name; the one that was noted first is forgotten first. */
export function lately<Value>(most: number) {
  const kept = new Map<string, Value>();
  return {
    get: (name: string): Value | undefined => kept.get(name),
    set: (name: string, value: Value): void => {
      if (kept.size >= most) {
        const [first] = kept.keys();
        if (first !== undefined) kept.delete(first);
      }
      kept.set(name, value);
    },
  };
}
