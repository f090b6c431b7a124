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

const read = (): Map<string, Promise<unknown>> => onePerProcess("read once", () => new Map<string, Promise<unknown>>());

/**
 * What is read once a process and kept under a name. Whoever comes while another reads takes that answer too; where it fails, which may have been
 * the end of the other's transaction, they read for themselves.
 */
export async function readOnce<T>(name: string, ask: () => Promise<T>): Promise<T> {
  const known = read();
  for (let others = known.get(name); others; others = known.get(name))
    try {
      return (await others) as T;
    } catch {
      if (known.get(name) === others) known.delete(name);
    }
  const own = ask();
  known.set(name, own);
  try {
    return await own;
  } catch (error) {
    if (known.get(name) === own) known.delete(name);
    throw error;
  }
}

/** Has what is kept under a name read again by whoever asks next. */
export const forgetRead = (name: string): void => void read().delete(name);

/** Runs so many pieces of work at a time, the others in the order of their coming: what each holds in memory is held so often. */
export function slots(count: number): <T>(work: () => Promise<T>) => Promise<T> {
  let free = count;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}
