import { nextRequest } from "@/domain/deals/deal-turn";
import { isTurnOf } from "@/domain/requests/request-turn";
import { SERVICES } from "@/domain/shared/vocabulary";
import type { DealLine } from "@/views/deals";
import type { FileColumn, FileColumns } from "../ui/table/list-file";
import { timeCell } from "../ui/table/list-file";
import { placeName } from "../ui/words";

type Words = (key: string) => string;
type Spoken = { readonly locale: string; readonly zone: string; readonly words: Words };

function turnOf({ requests }: DealLine, words: Words): string {
  const next = nextRequest(requests);
  if (!next) return words("deals.turn.nobody");
  return words(isTurnOf(next.turn, "buyer") ? "requests.turn.you" : `requests.turn.holder.${next.turn.holder}`);
}

/** What a deal is in a file: one row, with the state of each of its four services in a column of its own. */
export function dealFile({ locale, zone, words }: Spoken): FileColumns<DealLine> {
  const own = (key: string, cell: FileColumn<DealLine>["cell"]): FileColumn<DealLine> => ({
    head: words(`deals.column.${key}`),
    cell,
  });
  const also = (key: string, cell: FileColumn<DealLine>["cell"]): FileColumn<DealLine> => ({
    head: words(`lists.file.${key}`),
    cell,
  });
  return {
    first: [own("deal", (deal) => deal.reference), also("title", (deal) => deal.title)],
    byKey: {
      services: SERVICES.map((service) => ({
        head: words(`service-${service}.name`),
        cell: ({ requests }) => {
          const asked = requests.find((request) => request.service === service);
          return asked ? words(`requests.state.${asked.state}`) : null;
        },
      })),
      route: [
        also("origin", ({ origin }) => placeName(origin, locale)),
        also("hub", ({ hub }) => placeName(hub, locale)),
        also("destination", ({ destination }) => placeName(destination, locale)),
        also("mode", ({ mode }) => words(`hubs.mode.${mode}`)),
      ],
      value: [own("value", ({ goodsValue }) => goodsValue), also("currency", ({ goodsValue }) => goodsValue.currency)],
      ready: [own("ready", ({ readyDate }) => readyDate)],
      posted: [own("posted", ({ createdAt }) => timeCell(createdAt, zone))],
      next: [own("next", ({ requests }) => timeCell(nextRequest(requests)?.turn.by ?? null, zone))],
      turn: [own("turn", (deal) => turnOf(deal, words))],
    },
  };
}
