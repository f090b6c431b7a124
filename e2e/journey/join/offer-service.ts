import type { Service } from "@/domain/shared/service";
import { expect } from "../../support/test";
import { kindName } from "../kind-name";
import { arrive, go, type Person, press, tick, write } from "../person";

type Offered = { readonly summary: string; readonly hubId: string; readonly corridor: string };

/** Lists the organisation for a service, by the pages of its listings. */
export async function offerService(person: Person, service: Service, offered: Offered): Promise<void> {
  const { page, t } = person;
  await go(person, "/organisation/listings");
  const row = () => page.getByRole("listitem").filter({ hasText: kindName(t, service) });
  await row()
    .getByRole("link", { name: t("catalogue.own.create") })
    .click();
  await arrive(person, new RegExp(`/organisation/listings/${service}$`));
  await write(person, t("catalogue.form.summary"), offered.summary);
  await page.locator(`input[name="hubIds"][value="${offered.hubId}"]`).check();
  await page.locator(`input[name="corridors"][value="${offered.corridor}"]`).check();
  await tick(person, "checkbox", t("catalogue.language.en"));
  await press(person, t("catalogue.form.save"));
  await arrive(person, /\/organisation\/listings$/);
  await expect(row()).toContainText(t("catalogue.own.active"));
}
