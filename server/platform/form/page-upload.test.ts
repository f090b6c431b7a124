import { expect, test } from "vitest";
import type { Actor } from "@/domain/access/policy";
import { fileMarket } from "@/test/file-market";
import { type SentFile, takeForm } from "./page-upload";

type Sent = { readonly files?: readonly File[]; readonly fields?: Readonly<Record<string, string>> };

/** A market whose request's page sends its form. */
async function formMarket() {
  const market = await fileMarket();
  const take = ({ actor, name, declaredType, body, idempotencyKey }: SentFile) =>
    market.send(actor, { name, type: declaredType, content: body, key: idempotencyKey, subject: market.onRequest });
  const send = async (actor: Actor, { files = [new File(["gate 4"], "装箱单.txt")], fields = {} }: Sent = {}) => {
    const body = new FormData();
    for (const [name, value] of Object.entries({
      subject: "request",
      language: "zh-CN",
      idempotencyKey: "k",
      ...fields,
    }))
      body.set(name, value);
    for (const file of files) body.append("files", file);
    const request = new Request("http://localhost/api/files", { method: "POST", body });
    const read = ({ subject }: Readonly<Record<string, string>>) =>
      subject === "request" ? { back: "/requests/r", take } : null;
    const answer = await takeForm(request, actor, { read });
    return answer.headers.get("location") ?? answer.status;
  };
  const names = async () => (await market.see(market.actors.buyer, market.onRequest)).map(({ name }) => name);
  return { ...market, sendForm: send, names };
}

test("a form with files leads back to its page in its language, and says how it went", async () => {
  const market = await formMarket();
  const { buyer } = market.actors;
  const files = [new File(["gate 4"], "装箱单.txt"), new File(["a,b"], "b.csv")];
  expect(await market.sendForm(buyer, { files })).toBe("/zh-CN/requests/r?files=kept#files");
  expect(await market.names()).toEqual(["装箱单.txt", "b.csv"]);
  expect(await market.sendForm(buyer, { files: [] })).toBe("/zh-CN/requests/r?files=none#files");
  expect(await market.sendForm(buyer, { fields: { language: "../evil" } })).toMatch(/^\/en\/requests/);
});

test("the first file that is refused ends it, and those before it are kept", async () => {
  const market = await formMarket();
  const files = [new File(["x"], "a.txt"), new File(["MZ"], "b.exe"), new File(["x"], "c.txt")];
  expect(await market.sendForm(market.actors.buyer, { files })).toBe("/zh-CN/requests/r?files=type_not_allowed#files");
  expect(await market.names()).toEqual(["a.txt"]);
});

test("a form that is sent twice keeps its files once", async () => {
  const market = await formMarket();
  await market.sendForm(market.actors.buyer);
  expect(await market.sendForm(market.actors.buyer)).toBe("/zh-CN/requests/r?files=kept#files");
  expect(await market.names()).toEqual(["装箱单.txt"]);
});

test("who is not signed in is led to that and back, and what no page of ours sends is refused", async () => {
  const market = await formMarket();
  expect(await market.sendForm(market.actors.visitor)).toBe("/zh-CN/sign-in?next=%2Frequests%2Fr");
  expect(await market.sendForm(market.actors.buyer, { fields: { subject: "elsewhere" } })).toBe(400);
  const json = new Request("http://localhost/api/files", { method: "POST", body: "{}" });
  expect((await takeForm(json, market.actors.buyer, { read: () => null })).status).toBe(415);
  expect(await market.names()).toEqual([]);
});
