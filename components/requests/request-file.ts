import { isTurnOf } from "@/domain/requests/request-turn";
import type { RequestLine } from "@/views/requests";
import type { FileColumn, FileColumns } from "../ui/table/list-file";
import { timeCell } from "../ui/table/list-file";
import { placeName } from "../ui/words";

type Words = (key: string) => string;
type Spoken = { readonly locale: string; readonly zone: string; readonly words: Words };

/** What a request is in a file: as its list shows it, with the number of its bids and nothing else of them. */
export function requestFile({ locale, zone, words }: Spoken): FileColumns<RequestLine> {
  const own = (key: string, cell: FileColumn<RequestLine>["cell"]): FileColumn<RequestLine> => ({
    head: words(`requests.column.${key}`),
    cell,
  });
  const also = (key: string, cell: FileColumn<RequestLine>["cell"]): FileColumn<RequestLine> => ({
    head: words(`lists.file.${key}`),
    cell,
  });
  const turnOf = ({ turn, side }: RequestLine): string =>
    words(isTurnOf(turn, side) ? "requests.turn.you" : `requests.turn.holder.${turn.holder}`);
  return {
    first: [own("request", (row) => row.reference), also("title", (row) => row.title)],
    byKey: {
      services: [own("services", ({ service }) => words(`service-${service}.name`))],
      route: [
        also("origin", ({ origin }) => placeName(origin, locale)),
        also("hub", ({ hub }) => placeName(hub, locale)),
        also("destination", ({ destination }) => placeName(destination, locale)),
        also("mode", ({ mode }) => words(`hubs.mode.${mode}`)),
      ],
      value: [own("value", ({ goodsValue }) => goodsValue), also("currency", ({ goodsValue }) => goodsValue.currency)],
      bids: [own("bids", ({ bidCount }) => bidCount)],
      closes: [own("closes", ({ closesAt }) => timeCell(closesAt, zone))],
      state: [own("state", ({ state }) => words(`requests.state.${state}`))],
      turn: [own("turn", turnOf)],
    },
  };
}
