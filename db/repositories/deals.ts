import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { DangerousGoods } from "../../domain/services/dangerous-goods";
import type { CargoLine, Deal } from "../../domain/deals/deal";
import type { Corridor } from "../../domain/hubs/corridor";
import type { Way } from "../../domain/hubs/place";
import { assert } from "../../domain/shared/result";
import type { Instant } from "../../domain/shared/time";
import { money } from "../../domain/shared/money";
import { locking } from "../dialect";
import { prepared, preparedChange, type Reader, together, type Writer } from "../database";
import { cargoLines, deals } from "../schema/deals";
import { orders } from "../schema/orders";

type DealRow = typeof deals.$inferSelect;
type CargoRow = typeof cargoLines.$inferSelect;

/** A deal as it is kept: what the domain knows, and where, when and on which way. */
export type StoredDeal = Deal & {
  readonly createdByUserId: string;
  readonly corridor: Corridor;
  readonly way: Way;
  readonly contractedAt: Instant | null;
  readonly createdAt: Instant;
  readonly version: number;
};

const byId = prepared("deal_by_id", (db) =>
  db
    .select()
    .from(deals)
    .where(eq(deals.id, sql.placeholder("id")))
    .limit(1),
);

const lockById = prepared("lock_deal", (db) =>
  locking(
    db
      .select({ id: deals.id })
      .from(deals)
      .where(eq(deals.id, sql.placeholder("id"))),
  ),
);

/** Locks a deal until the transaction ends: what its requests and orders are to each other is then as it was committed last. */
export const lockDeal = async (tx: Writer, id: string): Promise<void> => void (await lockById(tx, { id }));

/** The lock of what names its deal. */
export const lockNamedDeal = (tx: Writer, { dealId }: { readonly dealId: string }): Promise<void> =>
  lockDeal(tx, dealId);

const lockByOrder = prepared("lock_deal_of_order", (db) =>
  locking(
    db
      .select({ id: deals.id })
      .from(deals)
      .where(
        inArray(
          deals.id,
          db
            .select({ dealId: orders.dealId })
            .from(orders)
            .where(eq(orders.id, sql.placeholder("orderId"))),
        ),
      ),
  ),
);

/**
 * The lock of whatever is done in an order: its deal. Its steps, slots, papers, declarations, visits, payments and disputes are held to those of
 * the deal's other orders by the gates between them, and none of them is written without this lock.
 */
export const lockDealOfOrder = async (tx: Writer, { orderId }: { readonly orderId: string }): Promise<void> =>
  void (await lockByOrder(tx, { orderId }));

const itineraryById = prepared("itinerary_of_deal", (db) =>
  db
    .select({
      originId: deals.originId,
      hubId: deals.hubId,
      destinationId: deals.destinationId,
      readyDate: deals.readyDate,
      way: deals.way,
    })
    .from(deals)
    .where(eq(deals.id, sql.placeholder("id")))
    .limit(1),
);

/** From which day a deal's goods can be fetched, where, and the way that they go as it was planned. */
export async function itineraryOf(db: Reader, dealId: string) {
  const [row] = await itineraryById(db, { id: dealId });
  assert(row, "a deal of an order exists");
  return row;
}

const cargoOf = prepared("cargo_of_deal", (db) =>
  db
    .select()
    .from(cargoLines)
    .where(eq(cargoLines.dealId, sql.placeholder("dealId")))
    .orderBy(asc(cargoLines.position)),
);

function dangerousGoodsOf({ unNumber, hazardClass, packingGroup }: CargoRow): DangerousGoods | null {
  if (unNumber === null || hazardClass === null) return null;
  return { unNumber, hazardClass, ...(packingGroup === null ? {} : { packingGroup }) };
}

function lineOf(row: CargoRow): CargoLine {
  const { lengthMm: length, widthMm: width, heightMm: height } = row;
  return {
    description: row.description,
    hsCode: row.hsCode,
    packages: row.packages,
    packageType: row.packageType,
    grossWeightGrams: row.grossWeightGrams,
    volumeCm3: row.volumeCm3,
    dimensionsMm: length !== null && width !== null && height !== null ? { length, width, height } : null,
    value: row.valueMinor !== null && row.valueCurrency !== null ? money(row.valueMinor, row.valueCurrency) : null,
    netWeightGrams: row.netWeightGrams,
    originCountry: row.originCountry,
    dangerousGoods: dangerousGoodsOf(row),
    isStackable: row.isStackable,
    marks: row.marks,
  };
}

const dealOf = (row: DealRow, cargo: readonly CargoLine[]): StoredDeal => ({
  id: row.id,
  reference: row.reference,
  buyerOrganisationId: row.buyerOrganisationId,
  createdByUserId: row.createdByUserId,
  direction: row.direction,
  title: row.title,
  incoterm: { rule: row.incotermRule, place: row.incotermPlace },
  originId: row.originId,
  hubId: row.hubId,
  hubChoice: row.hubChoice,
  destinationId: row.destinationId,
  corridor: row.corridor as Corridor,
  mode: row.mode,
  inlandMode: row.inlandMode,
  readyDate: row.readyDate,
  goodsValue: money(row.goodsValueMinor, row.goodsCurrency),
  cargo,
  way: row.way,
  contractedAt: row.contractedAt as Instant | null,
  createdAt: row.createdAt as Instant,
  version: row.version,
});

/** The lines of a deal, in the order they were written. */
export async function findCargo(db: Reader, dealId: string): Promise<CargoLine[]> {
  return (await cargoOf(db, { dealId })).map(lineOf);
}

/** The deal with its cargo. */
export async function findDeal(db: Reader, id: string): Promise<StoredDeal | undefined> {
  const [[row], cargo] = await together([byId(db, { id }), findCargo(db, id)]);
  return row && dealOf(row, cargo);
}

const byReference = prepared("deal_by_reference", (db) =>
  db
    .select({ id: deals.id })
    .from(deals)
    .where(eq(deals.reference, sql.placeholder("reference")))
    .limit(1),
);

export const hasReference = async (db: Reader, reference: string): Promise<boolean> =>
  (await byReference(db, { reference })).length > 0;

/** Writes the deal with its cargo lines; totals of weight and volume are the sums of its lines. */
export async function insertDeal(tx: Writer, deal: StoredDeal): Promise<void> {
  const { incoterm, goodsValue, cargo, ...rest } = deal;
  await tx.insert(deals).values({
    ...rest,
    incotermRule: incoterm.rule,
    incotermPlace: incoterm.place,
    goodsValueMinor: goodsValue.minor,
    goodsCurrency: goodsValue.currency,
    grossWeightGrams: cargo.reduce((all, line) => all + line.grossWeightGrams, 0),
    volumeCm3: cargo.reduce((all, line) => all + line.volumeCm3, 0),
  });
  await tx.insert(cargoLines).values(
    cargo.map(({ dimensionsMm, value, dangerousGoods, ...line }, position) => ({
      ...line,
      dealId: deal.id,
      position,
      lengthMm: dimensionsMm?.length ?? null,
      widthMm: dimensionsMm?.width ?? null,
      heightMm: dimensionsMm?.height ?? null,
      valueMinor: value?.minor ?? null,
      valueCurrency: value?.currency ?? null,
      unNumber: dangerousGoods?.unNumber ?? null,
      hazardClass: dangerousGoods?.hazardClass ?? null,
      packingGroup: dangerousGoods?.packingGroup ?? null,
    })),
  );
}

const contract = preparedChange("mark_contracted", (db, set: { readonly contractedAt: Instant }) =>
  db
    .update(deals)
    .set({ ...set, version: sql`${deals.version} + 1` })
    .where(and(eq(deals.id, sql.placeholder("id")), isNull(deals.contractedAt)))
    .returning({ id: deals.id }),
);

/** Marks the first effective award of the deal; false where it had one already, so that it counts in the traffic once. */
export async function markContracted(tx: Writer, dealId: string, now: Instant): Promise<boolean> {
  return (await contract(tx, { contractedAt: now }, { id: dealId })).length > 0;
}

/** The deal goes by another way, and so through another hub; `boardDelta` is how much further the board of the old hub has gone than that of the new one. */
export async function saveWay(
  tx: Writer,
  of: Pick<StoredDeal, "id" | "version">,
  { boardDelta, ...set }: Pick<StoredDeal, "hubId" | "way"> & { readonly boardDelta: number },
): Promise<void> {
  const saved = await tx
    .update(deals)
    .set({ ...set, boardOffset: sql`${deals.boardOffset} + ${boardDelta}`, version: of.version + 1 })
    .where(and(eq(deals.id, of.id), eq(deals.version, of.version)))
    .returning({ id: deals.id });
  assert(saved.length === 1, "a deal is saved at the version it was read");
}
