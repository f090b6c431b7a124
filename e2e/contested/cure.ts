import type { Locator } from "@playwright/test";
import { choose, follow, go, type Person, press, write } from "../journey/person";
import { expect } from "../support/test";
import { type Cast, look } from "./cast";
import { type Contest, grouped, OFFERED, totalOf, TRUCKS } from "./contest";
import type { Posted } from "./post-contested";

/** Stands where a time is told, which is not known before. */
const UNTIL = "@until@";

const stateOn = ({ page, t }: Person, state: "curing" | "answered" | "void"): Locator =>
  page.locator("#disqualifications").getByText(t(`decide.disqualify.states.${state}`), { exact: true });

async function disqualify(buyer: Person, { missing, names }: Contest, id: string): Promise<void> {
  const { t } = buyer;
  await go(buyer, `/requests/${id}`);
  await look(buyer);
  await follow(buyer, `${t("decide.panel.disqualify")} ${names.provider}`);
  await choose(buyer, t("decide.form.code"), "document_missing");
  await write(buyer, t("decide.form.words"), missing);
  await look(buyer);
  await press(buyer, t("decide.form.disqualify.send"));
  await expect(stateOn(buyer, "curing")).toBeVisible();
}

type Pending = "wait_for_cure" | "judge_cure";

/** While the cheaper bid is mended the dearer one cannot be awarded: the check says whose papers they are and what may be done. */
async function checkRival(buyer: Person, { names }: Contest, of: { dealId: string; next: Pending }): Promise<void> {
  const { page, t } = buyer;
  await go(buyer, `/deals/${of.dealId}/compare`);
  const total = grouped(totalOf(OFFERED.revised, TRUCKS.after));
  await page.getByRole("radio", { name: total }).filter({ visible: true }).check();
  await press(buyer, t("award.form.check"));
  const [before = "", after = ""] = t("award.refusal.cure_first", {
    next: of.next,
    bidder: names.provider,
    until: UNTIL,
  }).split(UNTIL);
  await expect(page.getByText(before).filter({ hasText: after })).toBeVisible();
  await expect(page.getByText(t("award.form.review"))).toHaveCount(0);
}

async function sendCure(provider: Person, { cure, missing }: Contest, id: string): Promise<void> {
  const { page, t, locale } = provider;
  await go(provider, `/requests/${id}`);
  await expect(page.getByText(t("bidding.turn.cure.bidder"))).toBeVisible();
  await expect(page.getByText(missing)).toBeVisible();
  await look(provider);
  const files = page.locator("#cure-files");
  const name = `insurance-${locale}.txt`;
  await files
    .getByLabel(t("files.upload.files"))
    .setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from("insured\n") });
  await files.getByRole("button", { name: t("files.upload.send"), exact: true }).click();
  await expect(files.getByRole("link", { name })).toBeVisible();
  await write(provider, t("decide.form.words"), cure);
  await press(provider, t("decide.form.cure.send"));
  await expect(stateOn(provider, "answered")).toBeVisible();
}

async function takeCure(buyer: Person, { cure }: Contest, id: string): Promise<void> {
  const { page, t, locale } = buyer;
  await go(buyer, `/requests/${id}`);
  await expect(page.getByText(t("bidding.turn.judge.buyer"))).toBeVisible();
  await expect(page.getByText(t("decide.disqualify.answer", { words: cure }))).toBeVisible();
  await expect(page.getByRole("link", { name: `insurance-${locale}.txt` })).toBeVisible();
  await look(buyer);
  await follow(buyer, t("decide.form.accept.send"));
  await press(buyer, t("decide.form.accept.send"));
  await expect(stateOn(buyer, "void")).toBeVisible();
}

/** The cheaper bid is put out for a missing paper, mended in time, and stands again. */
export async function disqualifyAndCure({ buyer, provider }: Cast, contest: Contest, { id, dealId }: Posted) {
  await disqualify(buyer, contest, id);
  await checkRival(buyer, contest, { dealId, next: "wait_for_cure" });
  await look(buyer);
  await sendCure(provider, contest, id);
  await checkRival(buyer, contest, { dealId, next: "judge_cure" });
  await takeCure(buyer, contest, id);
}
