import { and, asc, eq, sql } from "drizzle-orm";
import type { ListName } from "../../domain/accounts/list-view";
import type { Instant } from "../../domain/shared/time";
import { prepared, type Reader, type Writer } from "../database";
import { listColumns, listViews } from "../schema/accounts";

export type StoredListView = Omit<typeof listViews.$inferSelect, "createdAt"> & { readonly createdAt: Instant };
type Own = { readonly userId: string; readonly list: ListName };

const viewsByOwner = prepared("list_views_of_person", (db) =>
  db
    .select()
    .from(listViews)
    .where(and(eq(listViews.userId, sql.placeholder("userId")), eq(listViews.list, sql.placeholder("list"))))
    .orderBy(asc(listViews.name)),
);

/** The views that a person keeps of a list, by name. */
export const listViewsOf = async (db: Reader, of: Own): Promise<StoredListView[]> =>
  (await viewsByOwner(db, of)) as StoredListView[];

export async function findListView(db: Reader, id: string): Promise<StoredListView | undefined> {
  return (await db.select().from(listViews).where(eq(listViews.id, id)).limit(1))[0] as StoredListView | undefined;
}

/** Keeps a view, or gives the one of this id another name and another question. */
export async function saveListView(tx: Writer, view: StoredListView): Promise<void> {
  const { name, query } = view;
  await tx.insert(listViews).values(view).onConflictDoUpdate({ target: listViews.id, set: { name, query } });
}

export async function deleteListView(tx: Writer, id: string): Promise<void> {
  await tx.delete(listViews).where(eq(listViews.id, id));
}

const columnsByOwner = prepared("list_columns_of_person", (db) =>
  db
    .select({ columns: listColumns.columns })
    .from(listColumns)
    .where(and(eq(listColumns.userId, sql.placeholder("userId")), eq(listColumns.list, sql.placeholder("list")))),
);

/** The columns that a person has chosen for a list; null where they have chosen none. */
export const chosenColumnsOf = async (db: Reader, of: Own): Promise<readonly string[] | null> =>
  (await columnsByOwner(db, of))[0]?.columns ?? null;

export async function saveChosenColumns(tx: Writer, of: Own & { readonly columns: readonly string[] }): Promise<void> {
  const columns = [...of.columns];
  await tx
    .insert(listColumns)
    .values({ ...of, columns })
    .onConflictDoUpdate({ target: [listColumns.userId, listColumns.list], set: { columns } });
}
