// Finds the modules of Drizzle in a tenth of the time. Node reads a package's description at each import of one of its modules, to learn of what kind
// it is. Drizzle has six hundred modules and a description of 178 kB: a second of the processor for every process that stores anything.
import { registerHooks } from "node:module";

/** Whether one module of Drizzle names another by its place; all that end so are of one kind. */
const isWithin = (name, from = "") => /^\.\.?\/.*\.js$/.test(name) && from.includes("/node_modules/drizzle-orm/");

registerHooks({
  resolve: (name, context, next) =>
    isWithin(name, context.parentURL)
      ? { url: new URL(name, context.parentURL).href, format: "module", shortCircuit: true }
      : next(name, context),
});
