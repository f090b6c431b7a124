import { go, type Person } from "../person";

/** How many orders the administrators' page of a hub counts as gone through it. */
export async function hubCount(person: Person, hubId: string): Promise<number> {
  const { page, t } = person;
  await go(person, `/admin/traffic/${hubId}`);
  const fraction = new RegExp(t("admin.traffic.fraction.orders", { part: "([\\d,]+)", whole: "[\\d,]+" }));
  const words = await page.getByText(fraction).first().innerText();
  return Number(fraction.exec(words)?.[1]?.replaceAll(",", ""));
}
