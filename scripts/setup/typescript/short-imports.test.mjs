import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

const own = (name) => new URL(name, import.meta.url).href;

// What is registered first is asked last: only what nobody else has answered reaches Node itself.
const COUNT = `
  const { registerHooks } = await import("node:module");
  let within = 0;
  registerHooks({
    resolve(name, context, next) {
      if (/^\\.\\.?\\//.test(name) && context.parentURL?.includes("/node_modules/drizzle-orm/")) within++;
      return next(name, context);
    },
  });
  await import(process.argv[1]);
  const { eq } = await import("drizzle-orm");
  console.log(within, typeof eq);`;

const asksOfNode = (loader) =>
  execFileSync(process.execPath, ["--input-type=module", "--eval", COUNT, own(loader)], {
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: "" },
  }).trim();

test.each(["on-the-server.mjs", "short-imports.mjs"])(
  "behind %s Node is asked for no module of Drizzle by another",
  (loader) => {
    expect(asksOfNode(loader)).toBe("0 function");
  },
);

test("tests run behind it, and so does what they start", () => {
  expect(process.env.NODE_OPTIONS).toContain(own("short-imports.mjs"));
});
