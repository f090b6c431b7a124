import { join } from "node:path";

/** The folder that holds package.json. Every script works there, wherever it was called from. */
export const root = join(import.meta.dirname, "../..");

export const inRoot = (...parts) => join(root, ...parts);

/** A program of an installed package, to be run by the node of this process and no shell. */
export const program = (...parts) => inRoot("node_modules", ...parts);
