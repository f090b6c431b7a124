import type { Reader } from "../../db/database";
import type { StoredOrder } from "../../db/repositories/orders";
import { DECLARED_IN, type DeclaredIn } from "../../domain/orders/document-numbers";
import { kindInOrder } from "./kinds/registry";

/** The countries of which a step of the order can be told with a declaration's number. */
export async function declaredIn(db: Reader, order: StoredOrder): Promise<readonly DeclaredIn[]> {
  const countries = await kindInOrder(order).declaresIn?.(db, order);
  return countries ? DECLARED_IN.filter((country) => countries.includes(country)) : DECLARED_IN;
}
