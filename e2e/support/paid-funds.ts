import { type Person, field } from "../journey/person";
import { dayIn } from "./days-ahead";
import { stored } from "./stored";

/** The buyer of an order by its Latin name, as banks write it. */
export function payerOf(orderId: string): string {
  const query =
    "SELECT b.name_latin AS name FROM orders o JOIN organisations b ON b.id = o.buyer_organisation_id WHERE o.id = ?";
  return String(stored(query, orderId)[0]?.name);
}

type Paid = { readonly amount: string; readonly currency: string };

/** Writes into the form of a report what came in today from the buyer's own account. */
export async function writeFunds(
  person: Pick<Person, "page" | "t">,
  orderId: string,
  { amount, currency }: Paid,
): Promise<void> {
  const labelled = (name: string) => field(person, person.t(`remittance.funds.${name}.label`));
  await labelled("amount").fill(amount);
  await labelled("currency").selectOption(currency);
  await labelled("valueDate").fill(dayIn(0));
  await labelled("remitter").fill(payerOf(orderId));
}
