import { readFileSync } from "node:fs";
import { join } from "node:path";

export type Route = {
  /** As its file stands in app/, groups and all: `/[locale]/(market)/deals/[dealId]/page`. */
  readonly file: string;
  /** As it is asked for: `/[locale]/deals/[dealId]`. */
  readonly path: string;
  readonly params: readonly string[];
};

/** Every route of the build, so that a new page or endpoint is tested from the day it is there. */
function readRoutes(kind: "page" | "route"): Route[] {
  const manifest = JSON.parse(
    readFileSync(join(import.meta.dirname, "../../.next/app-path-routes-manifest.json"), "utf8"),
  ) as Record<string, string>;
  return Object.entries(manifest)
    .filter(([file, path]) => file.endsWith(`/${kind}`) && !path.startsWith("/_") && !path.includes("[..."))
    .map(([file, path]) => ({
      file,
      path,
      params: [...path.matchAll(/\[([a-zA-Z]+)\]/g)]
        .map(([, name]) => name as string)
        .filter((name) => name !== "locale"),
    }))
    .sort((one, other) => one.path.localeCompare(other.path));
}

/** But those that are drawn to stand in place of others: nobody is answered at their own address. */
export const pageRoutes = (): Route[] =>
  readRoutes("page").filter(({ path }) => path.startsWith("/[locale]") && !path.startsWith("/[locale]/instead/"));

export const endpointRoutes = (): Route[] => readRoutes("route").filter(({ path }) => path.startsWith("/api/"));

export const fill = (path: string, values: Readonly<Record<string, string>>): string =>
  path.replace(/\[([a-zA-Z]+)\]/g, (_, name: string) => values[name] ?? `missing-${name}`);
