import type { Service } from "@/domain/services/service";
import { expect } from "../support/test";
import type { Lane } from "./lanes";
import { arrive, go, type Person, press, tick, write } from "./person";

type Where = { readonly lane: Lane; readonly hubId: string };

/** Lists the organisation for a service, by the pages of its listings. */
export async function offerService(person: Person, service: Service, { lane, hubId }: Where): Promise<void> {
  const { page, t } = person;
  await go(person, "/organisation/listings");
  const row = () => page.getByRole("listitem").filter({ hasText: t(`service-${service}.name`) });
  await row()
    .getByRole("link", { name: t("catalogue.own.create") })
    .click();
  await arrive(person, new RegExp(`/organisation/listings/${service}$`));
  await write(person, t("catalogue.form.summary"), `${lane.newcomer.nameLatin}: ${lane.goods}`);
  await page.locator(`input[name="hubIds"][value="${hubId}"]`).check();
  await page.locator(`input[name="corridors"][value="${lane.corridor}"]`).check();
  await tick(person, "checkbox", t("catalogue.language.en"));
  await press(person, t("catalogue.form.save"));
  await arrive(person, /\/organisation\/listings$/);
  await expect(row()).toContainText(t("catalogue.own.active"));
}
