import type { Actor } from "@/domain/access/actor";
import type { ShownFile } from "@/domain/files/file";
import type { OrderPage } from "@/domain/orders/order-view";

/** What a room's part of an order's page is drawn from. */
export type RoomSectionProps = {
  readonly order: OrderPage;
  readonly viewer: Actor;
  readonly files: readonly ShownFile[];
  /** The reader's. */
  readonly zone: string;
  /** `?do=` of the address. */
  readonly chosen: string | string[] | undefined;
};

/** What the address asks to be done, and to which declaration where it says: `?do=file.01jd…`. */
export function chosenTransition(
  text: string | string[] | undefined,
): { readonly transition: string; readonly of: string } | null {
  const [transition = "", of = ""] = (typeof text === "string" ? text : "").split(".");
  return transition === "" ? null : { transition, of };
}
