import type { Person } from "../../journey/person";
import { go, press } from "../../journey/person";
import { minuteIn } from "../../support/days-ahead";
import { expect } from "../../support/test";
import type { Cast } from "../cast";
import type { Haul } from "../haul";
import { look } from "../look";

/** So long after it was announced an open page shows it. */
const SHOWN_MS = 2_500;
/** Where the truck comes to the border, in days after its pick-up, and for how many days nobody gets through. */
const CLOSED = { from: 3, to: 13 } as const;

const expectedOn = ({ page }: Person) => page.locator("#times .panel-aside");

/** An administrator closes the border to trucks, and it shows in the expected time of pages that were open before. */
export async function closeBorder({ administrator, buyer, carrier }: Cast, { dealId, run }: Haul): Promise<void> {
  const readers = [buyer, carrier];
  const before: string[] = [];
  for (const reader of readers) {
    await go(reader, `/deals/${dealId}/chain`);
    await expect(reader.page.getByText(reader.t("ui.live.live"), { exact: true })).toBeVisible();
    await reader.page.evaluate(() => Object.assign(globalThis, { isStillThere: true }));
    before.push(await expectedOn(reader).innerText());
  }
  const { t } = administrator;
  const label = (name: string) => t(`hub-board.admin.${name}`);
  await go(administrator, "/admin/hubs/horgos");
  const form = administrator.page.locator("#closure");
  await form.locator('[name="mode"]').selectOption("road");
  await form.locator('[name="from"]').fill(minuteIn(run.pickUpIn + CLOSED.from));
  await form.locator('[name="to"]').fill(minuteIn(run.pickUpIn + CLOSED.to));
  await form.locator('[name="reason"]').fill(run.reason);
  await form.locator('[name="source"]').fill("Customs notice");
  await press(administrator, label("announce"));
  await expect(administrator.page.getByText(label("announced"))).toBeVisible();
  for (const [at, reader] of readers.entries()) {
    await expect(expectedOn(reader)).not.toHaveText(before[at] as string, { timeout: SHOWN_MS });
    const closed = reader.t("chain.times.closed", { hours: "@" }).split("@")[0] as string;
    await expect(reader.page.locator("#times")).toContainText(closed);
    expect(await reader.page.evaluate(() => "isStillThere" in globalThis)).toBe(true);
    await look(reader, "chain-closed");
  }
}
