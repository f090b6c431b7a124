import type { Page } from "@playwright/test";
import { joinMarket, mailOf, offerService } from "./journey/join-market";
import type { Company } from "./journey/lane";
import { closeAndOpen } from "./journey/award";
import { arrive, choose, follow, go, openPerson, type Person, press, untilShown, write } from "./journey/person";
import { expectAxeClean } from "./support/axe";
import { callAs } from "./support/call-as";
import { askForCarriage } from "./support/carriage-request";
import { dayIn, instantIn } from "./support/days-ahead";
import { enterAs } from "./support/sign-in";
import { stored } from "./support/stored";
import { expect, test } from "./support/test";

const PLAY_MS = 300_000;
const LOCALE = "ru";

// People are counted by address, and other plays send some too: a proxy on this machine is believed.
test.use({ locale: LOCALE, timezoneId: "Asia/Vladivostok", extraHTTPHeaders: { "x-forwarded-for": "203.0.113.87" } });

const COMPANY: Company = {
  person: "Марина Рогозина",
  nameOwn: "ООО «Уссури-Караван»",
  nameLatin: "Ussuri Karavan LLC",
  country: "RU",
  city: "Уссурийск",
  registrationNumber: "2540473118",
};
const OGRN = "1212500073411";
const EXTRACT = Buffer.from(
  "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Size 2 /Root 1 0 R >>\n%%EOF\n",
);
const PRICE = "18500";

/** Attaches the picture of a paper, and writes down what it says. */
async function addPaper(person: Person): Promise<void> {
  const { page, t } = person;
  const file = { name: "egrul.pdf", mimeType: "application/pdf", buffer: EXTRACT };
  await page.locator("#files input[type=file]").setInputFiles(file);
  await press(person, t("files.upload.send"));
  await expect(page.locator("#files").getByText("egrul.pdf").first()).toBeVisible();
  await choose(person, t("accounts.check.papers.kind"), "ru_registration");
  await write(person, t("accounts.check.papers.issuer"), "ФНС России");
  await page.locator("select[name=fileId]").selectOption({ label: "egrul.pdf" });
  await page.locator("[name=issuedOn]").fill(dayIn(-5));
  // A digit that slipped is told beside its field, and nothing that was typed is lost.
  await write(person, t("accounts.check.papers.number"), "1212500073412");
  await press(person, t("accounts.check.papers.add"));
  await expect(page.getByText(t("accounts.refusal.paper_number")).first()).toBeVisible();
  await write(person, t("accounts.check.papers.number"), OGRN);
  await press(person, t("accounts.check.papers.add"));
  await expect(page.locator("#papers").getByText(OGRN).first()).toBeVisible();
}

/** Opens the mail by its subject, which its text says too, and follows its link. */
async function openQuestion(person: Person, subject: string): Promise<void> {
  const { page } = person;
  await go(person, "/mailbox");
  const mail = () =>
    page
      .getByRole("listitem")
      .filter({ hasText: mailOf(COMPANY) })
      .filter({ hasText: subject });
  await untilShown(person, mail);
  await mail().getByText(subject, { exact: true }).first().click();
  await mail().getByRole("link").first().click();
}

/** An administrator's own row of the queue for the company. */
async function openCase(person: Person): Promise<void> {
  await go(person, "/admin/checks");
  await follow(person, COMPANY.nameLatin);
  await arrive(person, /\/admin\/checks\/[0-9a-z]+$/);
}

async function bidOnCarriage({ page, t }: Person): Promise<void> {
  const line = page.locator(".bid-rows > li").first();
  await line.locator('[name$=".price"]').fill(PRICE);
  await page.getByLabel(t("bidding.form.days.min")).filter({ visible: true }).first().fill("12");
  await page.getByRole("button", { name: t("bidding.form.check"), exact: true }).click();
  const send = page.getByRole("button", { name: new RegExp(t("bidding.form.send", { amount: ".*" })) });
  await expect(send).toBeVisible();
  // Whatever is far from what is usual on this market that day is meant.
  for (const meant of await page.getByRole("checkbox").filter({ visible: true }).all()) await meant.check();
  await send.click();
  await expect(page.locator("#own-bid")).toBeVisible();
}

const badge = (page: Page, t: Person["t"]) => page.getByText(t("accounts.check.standing.holds")).first();

test("a provider goes from sign-up over a check by two administrators to a won order", async ({
  page,
  browser,
  baseURL,
  request: calls,
}) => {
  test.setTimeout(PLAY_MS);
  const place = { locale: LOCALE, baseURL: baseURL as string };
  const provider: Person = { ...(await openPerson(browser, place)), page };
  const [wang, sun, buyer] = [
    await openPerson(browser, place),
    await openPerson(browser, place),
    await openPerson(browser, place),
  ];
  const { t } = provider;
  const call = callAs(calls, "buyer");
  const closes = { closesAt: instantIn(4), visibility: "checked" };
  const requestId = await askForCarriage(call, { bidding: closes });

  await test.step("the provider joins and lists what it offers", async () => {
    await joinMarket(provider, COMPANY);
    const offered = { summary: "Тягачи до Уссурийска", hubId: "suifenhe", corridor: "CN-RU" };
    await offerService(provider, "logistics", offered);
  });
  await test.step("what is for checked organisations it may not bid on yet", async () => {
    await go(provider, `/requests/${requestId}`);
    await expect(page.locator(".bid-rows")).toHaveCount(0);
  });
  await test.step("it shows its paper and asks", async () => {
    await go(provider, "/organisation/check");
    await expectAxeClean(page);
    await addPaper(provider);
    await press(provider, t("accounts.organisation.askCheck"));
    await expect(page.getByText(t("accounts.check.case.asked"))).toBeVisible();
    await expectAxeClean(page);
  });
  await test.step("an administrator takes the case and asks back", async () => {
    await enterAs(wang.page, "admin", LOCALE);
    await openCase(wang);
    await expectAxeClean(wang.page);
    await press(wang, t("accounts.check.queue.take"));
    await write(wang, t("accounts.check.queue.question"), "Кто подписывает договоры?");
    await press(wang, t("accounts.check.queue.questionSend"));
    await expect(wang.page.locator("#talk").getByText("Кто подписывает договоры?")).toBeVisible();
  });
  await test.step("the provider is told by mail, and answers where it reads the question", async () => {
    await openQuestion(provider, t("mail.subject.organisation_check_question"));
    await arrive(provider, /\/organisation\/check$/);
    await expect(page.getByText(t("accounts.check.case.questioned"))).toBeVisible();
    await write(provider, t("accounts.check.talk.answer"), "Директор, Рогозина М. В.");
    await press(provider, t("accounts.check.talk.answerSend"));
    await expect(page.getByText(t("accounts.check.case.taken"))).toBeVisible();
  });
  await test.step("the first administrator proposes, and cannot confirm it", async () => {
    await openCase(wang);
    await write(wang, t("accounts.check.register"), "ЕГРЮЛ egrul.nalog.ru");
    await wang.page.locator("[name=expiresOn]").fill(dayIn(300));
    await write(wang, t("accounts.check.reason"), "Действующая, название совпадает");
    await press(wang, t("accounts.check.send"));
    await expect(wang.page.locator("#decision")).toContainText("孙丽娟 Sun Lijuan");
    await expect(wang.page.getByRole("button", { name: t("accounts.check.queue.confirm"), exact: true })).toHaveCount(
      0,
    );
    await expectAxeClean(wang.page);
  });
  await test.step("the second one confirms", async () => {
    await enterAs(sun.page, "admin2", LOCALE);
    await openCase(sun);
    await press(sun, t("accounts.check.queue.confirm"));
    await expect(badge(sun.page, t)).toBeVisible();
  });
  await test.step("everybody reads on its page what was checked and until when", async () => {
    await untilShown(provider, () => badge(page, t));
    const [own] = stored("SELECT id FROM organisations WHERE registration_number = ?", COMPANY.registrationNumber);
    await go(buyer, `/providers/${own?.id as string}`);
    await expect(badge(buyer.page, t)).toBeVisible();
    await buyer.page.getByText(t("accounts.check.details"), { exact: true }).click();
    await expect(buyer.page.getByText(new RegExp(OGRN))).toBeVisible();
    await expect(buyer.page.getByText(t("accounts.check.who"))).toBeVisible();
    await expectAxeClean(buyer.page);
  });
  await test.step("now it bids as a checked one, and the buyer awards it", async () => {
    await go(provider, `/requests/${requestId}`);
    await bidOnCarriage(provider);
    await enterAs(buyer.page, "buyer", LOCALE);
    await closeAndOpen(buyer, requestId);
    await award(buyer, requestId);
    await go(provider, "/orders");
    await expect(page.getByRole("main").getByRole("link", { name: /KO-/ }).first()).toBeVisible();
  });
  for (const { complaints } of [wang, sun, buyer]) expect(complaints, "the browser complained").toEqual([]);
});

/** The buyer takes the one bid there is. */
async function award(person: Person, requestId: string): Promise<void> {
  const { page, t } = person;
  const [request] = stored("SELECT deal_id AS deal FROM requests WHERE id = ?", requestId);
  await go(person, `/deals/${request?.deal as string}/compare`);
  await page.getByRole("radio").filter({ visible: true }).first().check();
  await press(person, t("award.form.check"));
  for (const why of await page.locator('[name^="why."]').all()) await why.fill("Единственное предложение");
  await page.locator("button[name=intent][value=award]").click();
  await arrive(person, /\/orders/);
}
