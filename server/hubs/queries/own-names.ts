import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PlaceNames } from "@/domain/shared/place-names";

type ById = Readonly<Record<string, string>>;

const namesIn = (language: string): ById =>
  JSON.parse(readFileSync(join(process.cwd(), "messages/places", `${language}.json`), "utf8")) as ById;

type OwnNames = Pick<PlaceNames, "nameRu" | "nameVi" | "nameKk">;

let known: readonly ById[] | null = null;

/** What a place or hub of the network is called beside English and Chinese, by its id; nothing of one that is not in the list. */
export function ownNames(id: string): OwnNames {
  known ??= ["ru", "vi", "kk"].map(namesIn);
  const [nameRu, nameVi, nameKk] = known.map((byId) => byId[id]);
  return {
    ...(nameRu !== undefined && { nameRu }),
    ...(nameVi !== undefined && { nameVi }),
    ...(nameKk !== undefined && { nameKk }),
  };
}
