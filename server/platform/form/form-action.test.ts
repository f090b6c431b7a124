import { describe, expect, test } from "vitest";
import { z } from "zod";
import { marketRules } from "@/db/schema/hubs";
import { accept, refuse } from "@/domain/shared/result";
import { accountMarket, visitor } from "@/test/account-market";
import { withinRequest } from "@/test/within-request";
import { command } from "../command";
import { sealSessionCookie, sessionBehind, sessionCookieName } from "../identity/session";
import { answer, faultsOfReading, formAction, placeRefusals, readFields, valuesOfForm } from "./form-action";

function formOf(fields: Readonly<Record<string, string | readonly string[]>>): FormData {
  const data = new FormData();
  for (const [name, values] of Object.entries(fields))
    for (const value of typeof values === "string" ? [values] : values) data.append(name, value);
  return data;
}

const SECRETS = {
  password: "nine wagons",
  newPassword: "ten wagons",
  PASSWORD: "eleven wagons",
  passwordAgain: "nine wagons",
  clientSecret: "hush",
  token: "t-1",
  inviteToken: "t-2",
  idempotencyKey: "sentonce0001",
};
const TYPED = { name: "Li Na", email: "li@example.com", services: ["customs", "payment"], key: "a name of a key" };

describe("What a form sends back", () => {
  test("is everything that was typed, and no password, secret, token or key of the call.", () => {
    expect(valuesOfForm(formOf({ ...TYPED, ...SECRETS }))).toEqual(TYPED);
  });

  test("holds no file, whose name it keeps with nothing in it.", () => {
    const data = formOf({ name: "Li Na" });
    data.append("licence", new File(["secret text"], "licence.pdf"));
    expect(valuesOfForm(data)).toEqual({ name: "Li Na", licence: [] });
  });

  test("is the same in an answer beside its problems, with a key of its own for the next try.", () => {
    const data = formOf({ ...TYPED, ...SECRETS });
    const first = answer(data, { fieldErrors: { name: "Too short" } });
    expect(first).toEqual({
      ...{ key: expect.any(String), values: TYPED, fieldErrors: { name: "Too short" }, formErrors: [], notice: null },
    });
    for (const secret of Object.values(SECRETS)) expect(JSON.stringify(first)).not.toContain(secret);
    expect(answer(data, {}).key).not.toBe(first.key);
  });
});

/** A form over the real gate and database, and how many rows its command has written. */
async function market() {
  const of = await accountMarket();
  const lin = await of.owner("lin");
  const note = command({
    name: "common.note",
    action: "organisation.change",
    input: z.strictObject({ value: z.coerce.number() }),
    async run({ tx, now, newId }, { value }) {
      const row = { id: newId(), name: "note", value, effectiveFrom: now, reason: "" };
      await tx.insert(marketRules).values({ ...row, enteredByUserId: null, enteredAt: now });
      return accept({ id: row.id });
    },
  });
  const then = ({ id }: { readonly id: string }) => ({ notice: id, isQuiet: true });
  const action = formAction({ command: note, then });
  const judged = command({
    ...note,
    input: z.strictObject({ value: z.int("whole_number_malformed"), name: z.string(), note: z.string() }),
    async refusedSoFar(_, { name }) {
      return name === "?" ? [refuse("occurred_in_future", { field: "name" }).refusal] : [];
    },
    async run() {
      return accept({ id: "done" });
    },
  });
  const read = readFields(
    { value: z.string("required"), name: z.string("required"), note: z.string("required") },
    (typed, context) => {
      if (typed.note === "!") context.addIssue({ code: "custom", path: ["note"], message: "malformed" });
      return { ...typed, value: Number(typed.value) };
    },
  );
  const readAction = formAction({ command: judged, read, then });
  const checkedAction = formAction({
    command: note,
    form: z.object({ value: z.string() }),
    check: async ({ value }) =>
      accept({ sentences: [`It is ${value.toString()}.`], edit: "Change it", send: "Write it" }),
    then,
  });
  const cookie = `${sessionCookieName()}=${await sealSessionCookie(lin.sessionId)}`;
  const send = async (fields: Readonly<Record<string, string>>) => {
    const state = await withinRequest({ cookie }, () => action(null as never, formOf(fields)));
    if (!state?.notice) throw new Error(JSON.stringify(state));
    return state;
  };
  const sendChecked = (fields: Readonly<Record<string, string>>) =>
    withinRequest({ cookie }, () => checkedAction(null as never, formOf(fields)));
  const faultsOf = async (fields: Readonly<Record<string, string>>) => {
    const actor = (await sessionBehind(lin.sessionId))?.actor ?? visitor;
    const { issues, refusals = [] } = await faultsOfReading(judged, read(formOf(fields)), { actor });
    return [...issues.map(({ path }) => path.join(".")), ...refusals.map(({ code }) => code)];
  };
  const sendRead = (fields: Readonly<Record<string, string>>) =>
    withinRequest({ cookie }, () => readAction(null as never, formOf(fields)));
  const rows = async () => (await of.database.read.select().from(marketRules)).filter(({ name }) => name === "note");
  return { send, sendChecked, sendRead, faultsOf, rows };
}

test("A form that is refused for several reasons says each at its field, the first at a field that has two, and the others of the whole form.", () => {
  const [first, second] = [refuse("payment_not_sent", { field: "a" }), refuse("file_unknown", { field: "a" })];
  const [third, fourth] = [refuse("not_found"), refuse("occurred_in_future", { field: "b" })];
  const all = [first, second, third, fourth].map(({ refusal }) => refusal);
  const placed = placeRefusals(all, ({ details }) => (details?.field === undefined ? null : String(details.field)));
  expect([...placed.atFields]).toEqual([
    ["a", first.refusal],
    ["b", fourth.refusal],
  ]);
  expect(placed.ofForm).toEqual([third.refusal]);
});

test("A form that is read field by field says what it lacks, what its command cannot read and what that refuses in one answer, and is done without faults.", async () => {
  const { sendRead, faultsOf } = await market();
  expect(await faultsOf({ value: "1.5", name: "?", note: "" })).toEqual(["note", "value", "occurred_in_future"]);
  expect(await faultsOf({ value: "7", name: "", note: "!" })).toEqual(["name", "note"]);
  expect(await sendRead({ value: "7", name: "Li", note: "n" })).toMatchObject({ notice: "done", fieldErrors: {} });
});

describe("A form that is sent twice", () => {
  test("has one effect with one key, and is answered the same.", async () => {
    const { send, rows } = await market();
    const first = await send({ value: "7", idempotencyKey: "k1" });
    const [second, third] = await Promise.all([1, 2].map(() => send({ value: "7", idempotencyKey: "k1" })));
    expect([second?.notice, third?.notice]).toEqual([first.notice, first.notice]);
    expect(await rows()).toMatchObject([{ value: 7 }]);
  });

  test("has two effects with two keys, and with keys that no page of ours minted.", async () => {
    const { send, rows } = await market();
    await send({ value: "7", idempotencyKey: "k1" });
    await send({ value: "7", idempotencyKey: "k2" });
    expect(await rows()).toHaveLength(2);
    for (const key of ["", "K 3", "x".repeat(65)])
      for (const _ of [1, 2]) await send({ value: "8", idempotencyKey: key });
    expect(await rows()).toHaveLength(8);
  });

  test("sends nothing back of what was typed once it is done.", async () => {
    const { send } = await market();
    expect((await send({ value: "7", idempotencyKey: "k1" })).values).toEqual({});
  });
});

describe("A form that is checked first", () => {
  const typed = { value: "7", idempotencyKey: "k1" };

  test("says what follows and does nothing, also where no button says which step it is.", async () => {
    const { sendChecked, rows } = await market();
    for (const sent of [{ ...typed, intent: "check" }, typed])
      expect(await sendChecked(sent)).toMatchObject({
        ...{ notice: null, fieldErrors: {}, formErrors: [], values: { value: "7" } },
        toConfirm: { sentences: ["It is 7."], edit: "Change it", send: "Write it" },
      });
    expect(await rows()).toEqual([]);
  });

  test("is typed on with what was typed, and sent by the button that says what it does.", async () => {
    const { sendChecked, rows } = await market();
    const again = await sendChecked({ ...typed, intent: "edit" });
    expect([again?.values.value, again?.toConfirm]).toEqual(["7", undefined]);
    expect(await rows()).toEqual([]);
    expect((await sendChecked({ ...typed, intent: "send" }))?.notice).toBeTruthy();
    expect(await rows()).toMatchObject([{ value: 7 }]);
  });
});
