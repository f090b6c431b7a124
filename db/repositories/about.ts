import { and, desc, eq, isNotNull } from "drizzle-orm";
import { type Fee, rateOf } from "../../domain/about/fee";
import type { SiteTextKind } from "../../domain/about/site-text";
import type { Notes } from "../../domain/shared/locale";
import type { Instant, LocalDate } from "../../domain/shared/time";
import type { Reader, Writer } from "../database";
import { fees, operatorDetails, siteTexts } from "../schema/about";
import { users } from "../schema/accounts";

export type StoredFee = Fee &
  Notes & {
    readonly id: string;
    readonly enteredBy: string | null;
    readonly enteredAt: Instant;
  };

/** Every row of the operator's fees, the latest entered first. There are a few dozen. */
export async function listFees(db: Reader): Promise<StoredFee[]> {
  const rows = await db
    .select({ fee: fees, enteredBy: users.name })
    .from(fees)
    .leftJoin(users, eq(users.id, fees.enteredByUserId))
    .orderBy(desc(fees.enteredAt), desc(fees.id));
  return rows.flatMap(({ fee, enteredBy }) => {
    const rate = rateOf(fee);
    if (rate === null) return [];
    const { id, payer, basis, noteEn, noteZh, noteRu, noteVi, noteKk } = fee;
    const times = { validFrom: fee.validFrom as LocalDate, enteredAt: fee.enteredAt as Instant };
    const notes = { noteEn, noteZh, noteRu, noteVi, noteKk };
    return [{ id, payer, basis, ...notes, rate, enteredBy, ...times }];
  });
}

type NewFee = Notes & Pick<typeof fees.$inferInsert, "id" | "enteredByUserId" | "enteredAt">;

export async function insertFee(tx: Writer, { payer, basis, rate, validFrom }: Fee, row: NewFee): Promise<void> {
  const price =
    rate.kind === "share"
      ? { shareBps: rate.shareBps }
      : { amountMinor: rate.amount.minor, currency: rate.amount.currency };
  await tx.insert(fees).values({ ...row, payer, basis, validFrom, ...price });
}

export type StoredText = typeof siteTexts.$inferSelect & { readonly enteredBy: string | null };

/** All versions of a text, the latest first. */
export async function listTexts(db: Reader, kind: SiteTextKind): Promise<StoredText[]> {
  const rows = await db
    .select({ text: siteTexts, enteredBy: users.name })
    .from(siteTexts)
    .leftJoin(users, eq(users.id, siteTexts.enteredByUserId))
    .where(eq(siteTexts.kind, kind))
    .orderBy(desc(siteTexts.version));
  return rows.map(({ text, enteredBy }) => ({ ...text, enteredBy }));
}

/** The latest published version of a text. */
export async function publishedText(db: Reader, kind: SiteTextKind) {
  const [row] = await db
    .select()
    .from(siteTexts)
    .where(and(eq(siteTexts.kind, kind), isNotNull(siteTexts.publishedAt)))
    .orderBy(desc(siteTexts.version))
    .limit(1);
  return row;
}

/** The latest version of a text, published or not. */
export async function latestText(db: Reader, kind: SiteTextKind) {
  const [row] = await db
    .select()
    .from(siteTexts)
    .where(eq(siteTexts.kind, kind))
    .orderBy(desc(siteTexts.version))
    .limit(1);
  return row;
}

export async function insertText(tx: Writer, row: typeof siteTexts.$inferInsert): Promise<void> {
  await tx.insert(siteTexts).values(row);
}

export async function setPublished(
  tx: Writer,
  id: string,
  by: { readonly userId: string | null; readonly at: Instant },
): Promise<void> {
  await tx.update(siteTexts).set({ publishedAt: by.at, publishedByUserId: by.userId }).where(eq(siteTexts.id, id));
}

/** Who runs this, by the latest entry; undefined where nobody has said it. */
export async function latestOperator(db: Reader) {
  const [row] = await db
    .select({ details: operatorDetails, enteredBy: users.name })
    .from(operatorDetails)
    .leftJoin(users, eq(users.id, operatorDetails.enteredByUserId))
    .orderBy(desc(operatorDetails.enteredAt), desc(operatorDetails.id))
    .limit(1);
  return row && { ...row.details, enteredBy: row.enteredBy };
}

export async function insertOperator(tx: Writer, row: typeof operatorDetails.$inferInsert): Promise<void> {
  await tx.insert(operatorDetails).values(row);
}
