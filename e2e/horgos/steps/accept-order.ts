import { arrive, follow, go, type Person } from "../../journey/person";
import type { Order } from "../haul";

/** The buyer accepts a delivery; the amount stands in the button that binds. */
export async function acceptOrder(buyer: Person, { id }: Order): Promise<void> {
  const { page, t } = buyer;
  await go(buyer, `/orders/${id}`);
  await follow(buyer, t("orders.page.accept"));
  await arrive(buyer, /step=accept/);
  await page.getByRole("button", { name: new RegExp(t("orders.accept.send", { price: ".*" })) }).click();
  await arrive(buyer, new RegExp(`/orders/${id}$`));
}
