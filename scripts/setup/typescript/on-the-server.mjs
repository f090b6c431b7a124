import { registerHooks } from "node:module";
import "./short-imports.mjs";

const NOTHING = import.meta.resolve("./nothing.cjs");

// Next gives this mark a meaning by bundling. Node knows it by the condition "react-server" alone, under which React could not draw the
// report of an inspection; so the mark is taken off here instead.
registerHooks({
  resolve: (name, context, next) =>
    name === "server-only" ? { url: NOTHING, format: "commonjs", shortCircuit: true } : next(name, context),
});
