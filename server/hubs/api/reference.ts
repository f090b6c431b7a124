import { z } from "zod";
import { MODES, PLACE_ROLES, type Place } from "@/domain/hubs/place";
import { accept } from "@/domain/shared/result";
import { queryEndpoint } from "../../platform/api/endpoint-kinds";
import { platform } from "../../platform/platform";
import { idPart, pageOf, readCursor, writeCursor } from "../../platform/api/cursor";
import { world } from "../queries/network";
import { idText, listShape, widePaging } from "../../platform/api/fields";

const placeShape = z
  .strictObject({
    id: idText,
    unlocode: z.string().nullable(),
    nameEn: z.string(),
    nameZh: z.string(),
    country: z.string().meta({ description: "ISO 3166-1 alpha-2" }),
    role: z.enum(PLACE_ROLES),
    isBorderHub: z.boolean(),
    hubGroup: z.string().nullable().meta({ description: "The border group that it belongs to" }),
    hubId: z.string().nullable().meta({ description: "The hub whose traffic is counted here" }),
    lat: z.number(),
    lon: z.number(),
    modes: z.array(z.enum(MODES)),
    zone: z.string().meta({ description: "IANA time zone" }),
  })
  .meta({ id: "Place" });

const hubShape = z
  .strictObject({
    id: z.string(),
    nameEn: z.string(),
    nameZh: z.string(),
    kind: z.enum(["border", "sea", "air"]),
    isBorderHub: z.boolean(),
    placeIds: z.array(z.string()),
  })
  .meta({ id: "Hub" });

type Asked = { readonly limit: number; readonly cursor?: string | undefined };

/** A page of what is held in memory, in the order of ids. */
function slice<Row extends { readonly id: string }>(rows: Iterable<Row>, { limit, cursor }: Asked) {
  const after = readCursor(cursor, z.tuple([idPart]));
  if (!after.ok) return after;
  const [afterId] = after.value ?? [""];
  const rest = [...rows].filter((row) => row.id > afterId).sort((a, b) => (a.id < b.id ? -1 : 1));
  return accept(pageOf(rest.slice(0, limit + 1), limit, (row) => writeCursor(row.id)));
}

const writePlace = ({ source: _, ...place }: Place) => ({ ...place, modes: [...place.modes] });

export const listPlaces = queryEndpoint({
  name: "listPlaces",
  path: "/api/v1/places",
  summary: "Places where goods start, pass and arrive",
  scope: null,
  query: z.strictObject(widePaging),
  response: listShape(placeShape),
  async run({ query }) {
    const { places } = await world(platform().database.read);
    const page = slice(places.values(), query);
    return page.ok ? accept({ ...page.value, items: page.value.items.map(writePlace) }) : page;
  },
});

export const listHubs = queryEndpoint({
  name: "listHubs",
  path: "/api/v1/hubs",
  summary: "Hubs where routes leave or enter China",
  description: "All places of one border group are one hub. Only border hubs count in the share of border hubs.",
  scope: null,
  query: z.strictObject(widePaging),
  response: listShape(hubShape),
  async run({ query }) {
    const { hubs } = await world(platform().database.read);
    return slice(hubs.values(), query);
  },
});
