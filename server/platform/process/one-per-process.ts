const holder = globalThis as unknown as { kouanOnePerProcess?: Map<string, unknown> };

/**
 * What must be one in a process, made when it is first asked for. A module's own variables are not that: the build holds several copies of a
 * module, one a bundle. For the same reason `instanceof` says nothing of what is kept here; compare by a property.
 */
export function onePerProcess<T>(name: string, make: () => T): T {
  holder.kouanOnePerProcess ??= new Map();
  const all = holder.kouanOnePerProcess;
  if (!all.has(name)) all.set(name, make());
  return all.get(name) as T;
}
