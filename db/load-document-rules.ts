import type { Database } from "./database";
import { readDocumentRules } from "./reference/read-document-rules";
import { addShippedRules } from "./repositories/document-rules";

/** Fills the rules of documents from the shipped file with what is not there yet: a release may bring later rows. */
export async function loadDocumentRules(database: Database): Promise<void> {
  const rules = readDocumentRules();
  await database.write((tx) => addShippedRules(tx, rules));
}
