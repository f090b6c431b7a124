import type { Page } from "@playwright/test";
import { FUNDS_STEP } from "@/domain/services/payment/funds";
import { toDecimal } from "@/domain/shared/money";
import type { Service } from "@/domain/shared/vocabulary";
import { unfold } from "../support/unfold";
import { writeFunds } from "../support/paid-funds";
import { stored } from "../support/stored";
import { expect } from "../support/test";
import { PAID_MINOR } from "./asked";
import type { Lane } from "./lane";
import { arrive, field, follow, go, idOf, type Person, press, write } from "./person";

const HOUR_MS = 3_600_000;
const ANSWER_MS = 20_000;

/** An hour before a wall clock's time, as a field takes it. */
const hourBefore = (wallClock: string): string =>
  new Date(Date.parse(`${wallClock}Z`) - HOUR_MS).toISOString().slice(0, 16);

/** Opens the order of a service in the list of orders. Answers its number. */
async function openOrder(person: Person, service: Service, lane: Lane): Promise<string> {
  const { page } = person;
  await go(person, `/orders?service=${service}`);
  const row = page.getByRole("row").or(page.getByRole("listitem")).filter({ hasText: lane.goods, visible: true });
  await row.getByRole("link").first().click();
  await arrive(person, /\/orders\/\w{26}$/);
  return idOf(person);
}

const REASONS = ["earlyReason", "papersReason", "passedReason"] as const;

/** The reason that the form asks for and has not got, once the server has answered; null where it took the step. Read at one moment: the form may be drawn anew. */
async function askedReason(page: Page, code: string): Promise<string | null> {
  let asked: string | null | undefined;
  await expect(async () => {
    asked = await page.evaluate(
      ({ step, reasons }) => {
        const fieldOf = (css: string) => document.querySelector<HTMLTextAreaElement>(`#report ${css}`);
        if (!document.querySelector("h1")) return undefined;
        if (!fieldOf(`[name="code"] option[value="${step}"]`)) return null;
        return reasons.find((name) => fieldOf(`[name="${name}"]`)?.value === "");
      },
      { step: code, reasons: REASONS },
    );
    expect(asked, `${code} is taken, or a reason is asked for`).not.toBeUndefined();
  }).toPass({ timeout: ANSWER_MS });
  return asked ?? null;
}

/**
 * Sends the report that the form holds. A play is faster than any truck, not all of its papers are entered and it passes steps over: where it is
 * asked why a step came so early, why papers are complete or why steps did not occur, it says so.
 */
export async function sendReport(person: Person, code: string): Promise<void> {
  const { page, t } = person;
  await press(person, t("orders.report.send"));
  for (const _ of REASONS) {
    const reason = await askedReason(page, code);
    if (reason === null) return;
    await page.locator(`#report [name="${reason}"]`).fill("Played in one go");
    await press(person, t("orders.report.send"));
  }
}

/** The number that China's customs gave an import, which goes with its filing: another one each time, as no two deals have the same. */
async function writeDeclaration(person: Person): Promise<void> {
  const { t } = person;
  await unfold(person.page.locator('#report [name="declarationCountry"]'));
  await field(person, t("field.number.declarationCountry")).selectOption("CN");
  await write(
    person,
    t("field.number.declarationNumber"),
    `9402${new Date().getFullYear()}1${String(Date.now()).slice(-9)}`,
  );
}

/** What was noted with a step stands with it; a phone folds the steps where it is somebody else's turn. */
async function expectNote({ page }: Person, note: string): Promise<void> {
  const noted = page.getByText(note).first();
  await expect(noted).toBeAttached();
  await unfold(noted);
  await expect(noted).toBeVisible();
}

type Report = { readonly milestone: string; readonly note: string };

/** One yuan in tugriks, a hundredth better for the payer than the market's mid rate. */
function lockedRate(): string {
  const [market] = stored(
    "SELECT rate FROM exchange_rates WHERE base = 'CNY' AND quote = 'MNT' ORDER BY day DESC LIMIT 1",
  );
  return (Number(market?.rate) * 0.99).toFixed(2);
}

/** The lane's amount in yuan at the rate that is locked, rounded up. */
function paid() {
  const minor = (PAID_MINOR * BigInt(lockedRate().replace(".", "")) + 99n) / 100n;
  return { amount: toDecimal({ minor, currency: "MNT" }), currency: "MNT" } as const;
}

/** Reports a step with its time and a note, which then stand on the order. */
async function reportStep(person: Person, orderId: string, { milestone, note }: Report): Promise<void> {
  const { page, t } = person;
  await go(person, `/orders/${orderId}`);
  await unfold(page.locator('#report [name="code"]'));
  await field(person, t("orders.report.code")).selectOption(milestone);
  const when = field(person, t("orders.report.occurredAt"));
  await when.fill(hourBefore(await when.inputValue()));
  await write(person, t("orders.report.note"), note);
  if (milestone === "filed") await writeDeclaration(person);
  if (milestone === FUNDS_STEP) await writeFunds(person, orderId, paid());
  await sendReport(person, milestone);
  await expectNote(person, note);
}

/** Of a payment that exchanges currencies the rate is locked first, at no worse than the market's, an hour ago and for as long as was promised. */
async function lockRate(person: Person, orderId: string): Promise<void> {
  const { t } = person;
  await go(person, `/orders/${orderId}?do=lock`);
  await field(person, t("remittance.field.base.label")).selectOption("CNY");
  await write(person, t("remittance.field.rate.label"), lockedRate());
  await write(person, t("remittance.field.reference.label"), `FX-${orderId.slice(-8)}`);
  const when = field(person, t("remittance.field.lockedAt.label"));
  await when.fill(hourBefore(await when.inputValue()));
  await press(person, t("remittance.form.lock.send"));
  await arrive(person, new RegExp(`/orders/${orderId}$`));
}

/** The buyer reads the notes and accepts; the amount stands in the button that binds. */
async function acceptOrder(person: Person, orderId: string, notes: readonly string[]): Promise<void> {
  const { page, t } = person;
  await go(person, `/orders/${orderId}`);
  for (const note of notes) await expectNote(person, note);
  await follow(person, t("orders.page.accept"));
  await arrive(person, /step=accept/);
  await page.getByRole("button", { name: new RegExp(t("orders.accept.send", { price: ".*" })) }).click();
  await arrive(person, new RegExp(`/orders/${orderId}$`));
}

const NOTES = ["Reference BK-20931", "Seal H 448120 whole", "44 pallets, signed for"] as const;

/** Nothing is sent for a client that is not approved, nor before its money has come in under a rate and is cleared. */
async function readyToSend(provider: Person, orderId: string): Promise<void> {
  await reportStep(provider, orderId, { milestone: "kyc_approved", note: "Papers read" });
  await lockRate(provider, orderId);
  await reportStep(provider, orderId, { milestone: FUNDS_STEP, note: "In full" });
  await reportStep(provider, orderId, { milestone: "compliance_cleared", note: "No questions" });
}

/** The sending is recorded with the reference by which banks follow it. */
async function recordSending(person: Person, orderId: string, note: string): Promise<void> {
  const { t } = person;
  await go(person, `/orders/${orderId}?do=send`);
  await field(person, t("remittance.field.referenceKind.label")).selectOption("bank");
  await write(person, t("remittance.field.reference.label"), `TT/${orderId.slice(-12)}`);
  const when = field(person, t("remittance.field.occurredAt.label"));
  await when.fill(hourBefore(await when.inputValue()));
  await write(person, t("remittance.field.words.label"), note);
  await press(person, t("remittance.form.send.send"));
  await arrive(person, new RegExp(`/orders/${orderId}`));
  await expectNote(person, note);
}

type Parties = { readonly buyer: Person; readonly provider: Person };

/** The order of the lane's kind goes from its first step to its last, with the buyer's acceptance before that. */
export async function performOrder({ buyer, provider }: Parties, lane: Lane): Promise<void> {
  const [first, second, third, last] = lane.steps;
  const orderId = await openOrder(provider, lane.performed, lane);
  await reportStep(provider, orderId, { milestone: first, note: NOTES[0] });
  if (lane.performed === "payment") {
    await readyToSend(provider, orderId);
    await recordSending(provider, orderId, NOTES[1]);
  } else await reportStep(provider, orderId, { milestone: second, note: NOTES[1] });
  await reportStep(provider, orderId, { milestone: third, note: NOTES[2] });
  await acceptOrder(buyer, orderId, NOTES);
  await reportStep(provider, orderId, { milestone: last, note: "All papers filed" });
  await expect(provider.page.getByText(provider.t("orders.turn.completed"))).toBeVisible();
}
