import type { Actor } from "@/domain/access/policy";
import type { ShownFile } from "@/domain/files/file";
import type { OrderPage } from "@/views/orders";

/** What a room's part of an order's page is drawn from. */
export type RoomSectionProps = {
  readonly order: OrderPage;
  readonly viewer: Actor;
  readonly files: readonly ShownFile[];
  /** The reader's. */
  readonly zone: string;
  /** The address of the order's page. */
  readonly here: string;
  /** What the address asks for, each once: `?do=`, `?slot=`, `?system=`, `?delay=`. */
  readonly search: Readonly<Partial<Record<"do" | "slot" | "system" | "delay", string>>>;
};

/** Whether a phone opens a room's part by itself: where the address asks for something in it, and where it is what the order waits for. */
export const foldOf = ({ order, search }: Pick<RoomSectionProps, "order" | "search">): "open" | "closed" =>
  search.do !== undefined || search.slot !== undefined || order.turn.holder === "task" ? "open" : "closed";

/** What the address asks to be done, and to which declaration where it says: `?do=file.01jd…`. */
export function chosenTransition(text = ""): { readonly transition: string; readonly of: string } | null {
  const [transition = "", of = ""] = text.split(".");
  return transition === "" ? null : { transition, of };
}
