import { createServer, type Server } from "node:http";
import type { Browser, Page } from "@playwright/test";
import { expectAxeClean } from "./support/axe";
import { type OwnServer, startMarketWithModel } from "./support/own-server";
import { signInAs } from "./support/sign-in";
import { stored } from "./support/stored";
import { expect, expectNoSideScroll, test, watch } from "./support/test";

const START_MS = 180_000;

/** A carrier of Kazakhstan, which says in Kazakh and English what it offers. */
type Carrier = { readonly id: string; readonly summary: string };

const WORDS = {
  mark: /^Машинный перевод с (?:казахского|английского); решает оригинал\./,
  unreliable: "Перевод ненадёжен: числа или коды в нём расходятся с текстом.",
  press: /^Перевести через /,
} as const;

const sent: string[] = [];
let answers = (text: string): string => text;

/** In place of a model: notes what it was sent and answers as the test says. */
const model: Server = createServer((request, answer) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const { messages } = JSON.parse(Buffer.concat(chunks).toString()) as { messages: { content: string }[] };
    const { text } = JSON.parse(messages.at(-1)?.content ?? "{}") as { text: string };
    sent.push(text);
    answer.setHeader("content-type", "application/json");
    const content = JSON.stringify({ translation: answers(text) });
    answer.end(JSON.stringify({ choices: [{ message: { role: "assistant", content } }] }));
  });
});

// One server for all of them.
test.describe.configure({ mode: "default" });

let server: OwnServer;
test.beforeAll(async () => {
  test.setTimeout(START_MS);
  await new Promise<void>((resolve) => model.listen(0, "127.0.0.1", resolve));
  const address = model.address();
  server = await startMarketWithModel(`http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/v1`);
});
test.afterAll(async () => {
  await server.stop();
  model.closeAllConnections();
  model.close();
});

/** One of the carriers with one service, whose words have no numbers; each test takes another, so that none has what another had translated. */
function carrierAt(place: number): Carrier {
  const rows = stored(
    `select o.id, l.summary from organisations o join listings l on l.organisation_id = o.id
    where o.country = 'KZ' and l.is_active order by o.id`,
  ) as unknown as Carrier[];
  const ofOne = rows.filter(({ id }) => rows.filter((row) => row.id === id).length === 1);
  const without = ofOne.filter(({ summary }) => !/\d/.test(summary));
  const found = without[place];
  if (!found) throw new Error("The demo has too few carriers of Kazakhstan");
  return found;
}

type Reader = { readonly role: "buyer" | "visitor"; readonly javaScriptEnabled?: boolean };

/** A carrier's page on that server, in a window of its own: that of the run knows another origin. */
async function open(browser: Browser, { id }: Carrier, { role, ...window }: Reader): Promise<Page> {
  const page = await (await browser.newContext(window)).newPage();
  const { complaints } = watch(page, server.url);
  await signInAs(page, role);
  await page.goto(`${server.url}/ru/providers/${id}`);
  expect(complaints, "the browser complained").toEqual([]);
  return page;
}

test("what a member wrote is translated on a press, marked, with the original one press away", async ({ browser }) => {
  const carrier = carrierAt(0);
  answers = () => "Возим грузы через Хоргос каждый день.";
  const page = await open(browser, carrier, { role: "buyer" });
  const summary = page.locator(".panel", { hasText: carrier.summary.split("\n")[0] as string });
  await summary.getByRole("button", { name: WORDS.press }).click();
  await expect(summary.getByText(WORDS.mark)).toBeVisible();
  await expect(summary.getByText("Возим грузы через Хоргос каждый день.")).toBeVisible();
  expect(sent.at(-1)).toBe(carrier.summary);
  const original = summary.locator("details.translated p");
  await expect(original).toBeHidden();
  await summary.locator("details.translated summary").click();
  await expect(original).toBeVisible();
  expect((await original.innerText()).trim()).toBe(carrier.summary);
  await expectNoSideScroll(page);
  await expectAxeClean(page);
});

test("a translation with other numbers is not shown, and the page says what to do", async ({ browser }) => {
  answers = () => "Возим 100 грузов в день.";
  const page = await open(browser, carrierAt(1), { role: "buyer" });
  const press = page.getByRole("button", { name: WORDS.press });
  const offered = await press.count();
  await press.last().click();
  await expect(page.getByText(WORDS.unreliable)).toBeVisible();
  await expect(press).toHaveCount(offered);
  await expect(page.getByText("Возим 100 грузов")).toHaveCount(0);
});

test("a visitor is offered none, and reads the words as they were written", async ({ browser }) => {
  const carrier = carrierAt(2);
  const page = await open(browser, carrier, { role: "visitor" });
  await expect(page.getByText(carrier.summary.split("\n")[0] as string).first()).toBeVisible();
  await expect(page.getByRole("button", { name: WORDS.press })).toHaveCount(0);
});

test("a press translates without a script as well", async ({ browser }) => {
  answers = () => "Возим грузы через Хоргос каждый день.";
  const page = await open(browser, carrierAt(3), { role: "buyer", javaScriptEnabled: false });
  const press = page.getByRole("button", { name: WORDS.press });
  const offered = await press.count();
  await press.first().click();
  await expect(page.locator("details.translated").first()).toBeVisible();
  await expect(press).toHaveCount(offered - 1);
});
