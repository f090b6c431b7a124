import type { Browser } from "@playwright/test";
import { joinMarket, mailOf, PASSWORD, signUp } from "./journey/join-market";
import { arrive, go, openPerson, type Person, press, tick, untilShown, write } from "./journey/person";
import { expect, test } from "./support/test";

const WRITES_A_MINUTE = 600;
const TRIES = 10;
// Each process of the product keeps the limits for itself.
const PROCESSES = Number(process.env.SERVER_PROCESSES ?? 1);
const NOTHING = "0000000000000000000000zzzz";

/** Somebody who comes from an address of their own: a proxy on this machine is believed. */
async function from(browser: Browser, baseURL: string, address: string): Promise<Person> {
  const person = await openPerson(browser, { locale: "en", baseURL });
  await person.page.setExtraHTTPHeaders({ "x-forwarded-for": address });
  return person;
}

async function tryPassword(person: Person, email: string, password: string): Promise<void> {
  await write(person, person.t("accounts.field.email"), email);
  await write(person, person.t("accounts.field.password"), password);
  await press(person, person.t("accounts.signIn.send"));
}

/** Takes every try that an address has at an account, and shows that the right password has to wait then too. */
async function useUpTries(person: Person, email: string): Promise<void> {
  const { page } = person;
  const answerOf = (words: RegExp) => page.getByRole("alert").filter({ hasText: words });
  await go(person, "/sign-in");
  for (let round = 0; round < TRIES * PROCESSES; round++) {
    await tryPassword(person, email, `guess number ${round}`);
    await expect(answerOf(/do not belong together|Too many tries/)).toBeVisible();
    // Each answer is a new one.
    await page.reload();
  }
  await tryPassword(person, email, PASSWORD);
  await expect(answerOf(/Too many tries/)).toBeVisible();
}

const company = {
  person: "Marlene Roth",
  nameOwn: "Roth Grenzhandel",
  nameLatin: "Roth Grenzhandel",
  country: "DE",
  city: "Hamburg",
  registrationNumber: `HRB${process.pid}${Date.now() % 10_000}`,
};

test("Tries at an account wait after ten from one address; whoever signed in before on their own device comes in meanwhile.", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const owner = await from(browser, baseURL as string, "198.51.100.1");
  await joinMarket(owner, company);
  const email = mailOf(company);
  const cookies = await owner.page.context().cookies();
  const device = cookies.find(({ name }) => name.endsWith("kouan.device"));
  expect(device).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  expect(decodeURIComponent(device?.value ?? "")).not.toContain(email.split("@")[1]);

  // From the owner's own address, where it hurts most.
  const stranger = await from(browser, baseURL as string, "198.51.100.1");
  await useUpTries(stranger, email);
  await owner.page.context().clearCookies({ name: /session/ });
  await go(owner, "/sign-in");
  await tryPassword(owner, email, PASSWORD);
  await arrive(owner, /\/home$/);

  await writeTooOften(owner);
  expect([...owner.complaints, ...stranger.complaints]).toEqual([]);
});

/** Writes by the API until the organisation has to wait, which is said as a problem with the time to wait. */
async function writeTooOften(owner: Person): Promise<void> {
  const { page, t } = owner;
  await go(owner, "/organisation/api-keys");
  await write(owner, t("accounts.keys.name"), "limits");
  await tick(owner, "checkbox", t("accounts.scope.files:write"));
  await press(owner, t("accounts.keys.send"));
  const shown = page.getByText(/kouan_[0-9a-z]{26}_[\w-]{43}/);
  const [key] = /kouan_[0-9a-z]{26}_[\w-]{43}/.exec((await shown.first().textContent()) ?? "") ?? [];
  const headers = { authorization: `Bearer ${key}` };
  const remove = () => page.request.delete(`/api/v1/files/${NOTHING}`, { headers });
  const statuses = new Map<number, number>();
  for (let round = 0; round < (WRITES_A_MINUTE * PROCESSES) / 20; round++) {
    for (const answer of await Promise.all(Array.from({ length: 20 }, remove)))
      statuses.set(answer.status(), (statuses.get(answer.status()) ?? 0) + 1);
  }
  // Making the key was a write of the organisation as well.
  let refused = await remove();
  for (let more = 0; more < 3 * PROCESSES && refused.status() !== 429; more++) refused = await remove();
  expect(refused.status(), JSON.stringify([...statuses])).toBe(429);
  expect(Number(refused.headers()["retry-after"])).toBeGreaterThan(0);
  expect(refused.headers()["content-type"]).toContain("application/problem+json");
  expect(await refused.json()).toMatchObject({ status: 429, code: "too_many_requests" });
}

test("Who asks for pages without end is told to wait in words, and nobody who is signed in at the same address is.", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const address = "198.51.100.4";
  const member = await from(browser, baseURL as string, address);
  await joinMarket(member, { ...company, registrationNumber: `HRB${Date.now() % 100_000}${process.pid}` });
  const visitor = await from(browser, baseURL as string, address);
  const ask = () => visitor.page.request.get("/en/sign-in", { headers: { "x-forwarded-for": address } });
  let refused = await ask();
  for (let round = 0; round < 40 * PROCESSES && refused.status() !== 429; round++)
    [refused] = (await Promise.all(Array.from({ length: 10 }, ask))) as [typeof refused];
  expect(refused.status()).toBe(429);
  expect(Number(refused.headers()["retry-after"])).toBeGreaterThan(0);
  expect(await refused.text()).toContain("Too many requests at once");
  await go(member, "/orders");
  await expect(member.page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("A sign-up with an address that has an account is answered as any other, and its owner hears of it by mail.", async ({
  browser,
  baseURL,
}) => {
  const newcomer = await from(browser, baseURL as string, "198.51.100.2");
  const stranger = await from(browser, baseURL as string, "198.51.100.3");
  const email = `first-${process.pid}@sign-up.example`;
  await go(newcomer, "/sign-up");
  await signUp(newcomer, { name: "Jo Brandt", email });
  const screen = async ({ page }: Person) => ({
    path: new URL(page.url()).pathname + new URL(page.url()).search,
    words: await page.locator("main").innerText(),
  });
  const first = await screen(newcomer);
  await go(stranger, "/sign-up");
  await signUp(stranger, { name: "Max Falk", email });
  expect(await screen(stranger)).toEqual(first);

  await go(stranger, "/mailbox");
  const subject = stranger.t("accounts.mail.sign_up_again.subject");
  const mail = () => stranger.page.getByRole("listitem").filter({ hasText: email }).filter({ hasText: subject });
  await untilShown(stranger, mail);
  await go(stranger, "/sign-in");
  await tryPassword(stranger, email, PASSWORD);
  await expect(stranger.page.getByText("do not belong together")).toBeVisible();
});
