import type { Service } from "@/domain/shared/service";
import { expect } from "../../support/test";
import type { Lane } from "../lanes/lane";
import { arrive, go, type Person, press } from "../person";

/** As a provider does who looks for work: words and a service into the filters, then the one row that is left. Answers its number. */
export async function findRequest(person: Person, service: Service, lane: Lane): Promise<string> {
  const { page, t } = person;
  await go(person, "/requests");
  const opener = page.getByRole("button", { name: t("ui.filter.open") });
  if (await opener.isVisible()) await opener.click();
  await page.getByLabel(t("requests.filter.q"), { exact: true }).fill(lane.goods);
  await page.getByRole("combobox", { name: t("requests.filter.service"), exact: true }).selectOption(service);
  await press(person, t("ui.filter.apply"));
  await arrive(person, new RegExp(`/requests\\?.*service=${service}`));
  await expect(page.getByText(lane.goods).filter({ visible: true }).first()).toBeVisible();
  const row = page.getByRole("link", { name: /KR-/ }).filter({ visible: true });
  await expect(row).toHaveCount(1);
  const [reference = ""] = /KR-[\w-]+/.exec(await row.innerText()) ?? [];
  await row.click();
  await arrive(person, /\/requests\/\w{26}$/);
  return reference;
}
