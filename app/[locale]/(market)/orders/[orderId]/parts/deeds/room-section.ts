import type { Actor } from "@/domain/access/actor";
import type { ShownFile } from "@/domain/files/file-view";
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
