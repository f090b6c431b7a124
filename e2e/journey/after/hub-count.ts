import { expect } from "../../support/test";
import { go, type Person } from "../person";

/** How many orders the administrators' page of a hub counts as gone through it. */
export async function hubCount(person: Person, hubId: string): Promise<number> {
  const { page, t } = person;
  await go(person, `/admin/traffic/${hubId}`);
  const fraction = new RegExp(t("admin.traffic.fraction.orders", { part: "([\\d,]+)", whole: "[\\d,]+" }));
  const words = await page.getByText(fraction).first().innerText();
  return Number(fraction.exec(words)?.[1]?.replaceAll(",", ""));
}

/** Among the orders behind the hub's figure are so many of this buyer. */
export async function expectCounted(
  person: Person,
  of: { readonly hubId: string; readonly buyer: string; readonly count: number },
) {
  const { page, t } = person;
  await go(person, `/admin/traffic/${of.hubId}?q=${encodeURIComponent(of.buyer)}`);
  await expect(
    page.getByText(t("admin.traffic.rows.totalOf.orders", { count: of.count }), { exact: true }).first(),
  ).toBeVisible();
}
