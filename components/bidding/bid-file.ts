import type { BidRow } from "@/views/bids";
import type { FileColumn, FileColumns } from "../ui/table/list-file";
import { timeCell } from "../ui/table/list-file";
import { placeName } from "../ui/words";

type Words = (key: string) => string;
type Spoken = { readonly locale: string; readonly zone: string; readonly words: Words };

/** What a bid of one's own is in a file, its amount to the minor unit. */
export function bidFile({ locale, zone, words }: Spoken): FileColumns<BidRow> {
  const own = (key: string, cell: FileColumn<BidRow>["cell"]): FileColumn<BidRow> => ({
    head: words(`bidding.column.${key}`),
    cell,
  });
  return {
    first: [own("reference", (bid) => bid.reference), { head: words("lists.file.title"), cell: (bid) => bid.title }],
    byKey: {
      service: [own("service", ({ service }) => words(`service-${service}.name`))],
      hub: [own("hub", ({ hub }) => placeName(hub, locale))],
      state: [own("state", ({ state, isExpired }) => words(`bidding.own.state.${isExpired ? "expired" : state}`))],
      closes: [own("closes", ({ closesAt }) => timeCell(closesAt, zone))],
      updated: [own("updated", ({ updatedAt }) => timeCell(updatedAt, zone))],
      total: [
        own("total", ({ total }) => total),
        { head: words("lists.file.currency"), cell: ({ total }) => total.currency },
      ],
    },
  };
}
