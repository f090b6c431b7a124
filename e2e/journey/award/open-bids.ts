import { expect } from "../../support/test";
import { arrive, follow, go, type Person, press } from "../person";

type Step = "close" | "open";

async function take(person: Person, requestId: string, step: Step): Promise<void> {
  const { t } = person;
  await go(person, `/requests/${requestId}`);
  await follow(person, t(`bidding.step.${step}.ask`));
  await arrive(person, new RegExp(`step=${step}`));
  await press(person, t(`bidding.step.${step}.send`));
  await arrive(person, new RegExp(`/requests/${requestId}$`));
}

const expectOpened = ({ page, t }: Person): Promise<void> =>
  expect(page.getByText(t("bidding.turn.decide.buyer"))).toBeVisible();

/** Closes a request before its time, which its terms allow; its bids are opened with it. */
export async function closeAndOpen(person: Person, requestId: string): Promise<void> {
  await take(person, requestId, "close");
  await expectOpened(person);
}

/** Closes a request that two people open: after the one's word the bids are still sealed, with the other's they are opened. */
export async function openByTwo(buyer: Person, colleague: Person, requestId: string): Promise<void> {
  const { page, t } = buyer;
  await take(buyer, requestId, "close");
  await take(buyer, requestId, "open");
  await expect(page.getByText(t("bidding.page.approvals", { count: 1 }))).toBeVisible();
  await expect(page.getByText(t("bidding.page.sealed", { count: 2 }))).toBeVisible();
  await take(colleague, requestId, "open");
  await expectOpened(colleague);
}
