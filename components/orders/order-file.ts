import type { OrderRow } from "@/views/orders";
import type { FileColumn, FileColumns } from "../ui/table/list-file";
import { timeCell } from "../ui/table/list-file";
import { partyName, placeName } from "../ui/words";
import { turnNameOf } from "./order-state";

type Words = (key: string) => string;
type Spoken = { readonly locale: string; readonly zone: string; readonly words: Words };

/** What an order is in a file: amounts to the minor unit beside their currency, times by the reader's clock with the offset. */
export function orderFile({ locale, zone, words }: Spoken): FileColumns<OrderRow> {
  const own = (key: string, cell: FileColumn<OrderRow>["cell"]): FileColumn<OrderRow> => ({
    head: words(`orders.column.${key}`),
    cell,
  });
  const also = (key: string, cell: FileColumn<OrderRow>["cell"]): FileColumn<OrderRow> => ({
    head: words(`lists.file.${key}`),
    cell,
  });
  const turn = (key: string) => words(`orders.turn.${key}`);
  return {
    first: [own("order", (order) => order.reference), also("title", (order) => order.title)],
    byKey: {
      service: [own("service", ({ service }) => words(`service-${service}.name`))],
      route: [
        also("origin", ({ origin }) => placeName(origin, locale)),
        also("hub", ({ hub }) => placeName(hub, locale)),
        also("destination", ({ destination }) => placeName(destination, locale)),
        also("mode", ({ mode }) => words(`hubs.mode.${mode}`)),
      ],
      party: [own("party", (order) => partyName(order.side === "buyer" ? order.provider : order.buyer, locale))],
      side: [own("side", ({ side }) => words(`orders.side.${side}`))],
      price: [own("price", ({ price }) => price), also("currency", ({ price }) => price.currency)],
      placed: [own("placed", ({ contractedAt }) => timeCell(contractedAt, zone))],
      state: [own("state", ({ state }) => words(`orders.state.${state}`))],
      turn: [own("turn", (order) => turnNameOf(order, { locale, words: turn }))],
    },
  };
}
