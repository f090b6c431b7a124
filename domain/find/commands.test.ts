import { expect, test } from "vitest";
import { type Action, type Actor, mayEver, type Role } from "../access/policy";
import { COMMANDS, commandsFor } from "./commands";

const actorOf = (facts: Partial<Actor>): Actor =>
  ({
    ...{ kind: "user", userId: "u", organisationId: null, role: null, scopes: null, apiKeyId: null, link: null },
    ...facts,
  }) as Actor;
const member = (role: Role) => actorOf({ organisationId: "own", role });

test("a command that needs a permission is offered to whoever has it, and to nobody else", () => {
  for (const role of ["owner", "operations", "quoter", "viewer", "administrator"] as const) {
    const offered: readonly string[] = commandsFor(member(role), "en");
    for (const [name, { of }] of Object.entries<{ of: unknown }>(COMMANDS)) {
      if (typeof of === "object") {
        const { action } = of as { action: Action };
        expect(offered.includes(name), `${name} to ${role}`).toBe(mayEver(member(role), action));
      }
    }
  }
});

test("whoever has no account is led in, and whoever has one is not", () => {
  const visitor = commandsFor(actorOf({ kind: "anonymous", userId: null }), "en");
  expect(visitor).toEqual(expect.arrayContaining(["start", "signIn", "signUp", "requests"]));
  expect(visitor).not.toEqual(expect.arrayContaining(["home"]));
  expect(visitor).not.toContain("account");
  const person = commandsFor(actorOf({}), "en");
  expect(person).toContain("account");
  expect(person).not.toContain("inbox");
  expect(person).not.toContain("signIn");
});

test("the language that is read is not offered", () => {
  expect(commandsFor(member("owner"), "en")).not.toContain("english");
  expect(commandsFor(member("owner"), "en")).toContain("chinese");
  expect(commandsFor(member("owner"), "zh-CN")).not.toContain("chinese");
});
