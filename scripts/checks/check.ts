/** One thing that the house promises. It answers what breaks the promise, a line each, with file and line where it can. */
export type Check = { readonly name: string; readonly find: () => Promise<readonly string[]> | readonly string[] };

export const check = (name: string, find: Check["find"]): Check => ({ name, find });
