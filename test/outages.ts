import type { Database } from "../db/database";

/** Lets a database have no room for anything more; answers how to give it room again. */
export async function fillUp(database: Database): Promise<() => Promise<void>> {
  if (database.dialect === "sqlite") {
    // Less than it has already means: not one page more.
    await database.execute("PRAGMA max_page_count = 1");
    return () => database.execute("PRAGMA max_page_count = 1073741823");
  }
  // As the server answers where its disk is full; to fill a disk would take the whole server with it.
  await database.execute(`
    CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$;
    CREATE TRIGGER no_room BEFORE INSERT ON write_probes EXECUTE FUNCTION no_room();
    CREATE TRIGGER no_room BEFORE INSERT ON audit_entries EXECUTE FUNCTION no_room();`);
  return () => database.execute("DROP FUNCTION no_room() CASCADE");
}
