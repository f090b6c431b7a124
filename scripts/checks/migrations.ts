import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { ROOT, check } from "./checkout";
import { runTool } from "./tools";

const DIALECTS = ["sqlite", "postgres"] as const;
type Dialect = (typeof DIALECTS)[number];

const MIGRATIONS = join(ROOT, "db/migrations");

type Journal = { readonly entries: readonly { readonly tag: string }[] };

const tagsOf = (dialect: Dialect): string[] =>
  (JSON.parse(readFileSync(join(MIGRATIONS, dialect, "meta/_journal.json"), "utf8")) as Journal).entries.map(
    ({ tag }) => tag,
  );

/** Both databases walk the same steps in the same order. */
export function unpaired(sqlite: readonly string[], postgres: readonly string[]): string[] {
  const steps = Math.max(sqlite.length, postgres.length);
  return Array.from({ length: steps }, (_, at) => at).flatMap((at) =>
    sqlite[at] === postgres[at]
      ? []
      : [`step ${at} is ${sqlite[at] ?? "nothing"} on SQLite and ${postgres[at] ?? "nothing"} on PostgreSQL`],
  );
}

/** What drizzle-kit would still generate: statements for changes of the schema that no migration makes. */
export async function drift(dialect: Dialect, migrations = join(MIGRATIONS, dialect)): Promise<string[]> {
  // Inside the checkout, because drizzle-kit takes folders relative to it only.
  const folder = mkdtempSync(join(ROOT, "node_modules/.kouan-drift-"));
  try {
    cpSync(migrations, join(folder, "out"), { recursive: true });
    const known = new Set(readdirSync(join(folder, "out")));
    const config = {
      dialect: dialect === "postgres" ? "postgresql" : "sqlite",
      casing: "snake_case",
      schema: "./db/schema/*.ts",
      out: `./${relative(ROOT, join(folder, "out"))}`,
    };
    const url = dialect === "postgres" ? "postgres://unused" : "file:./unused.db";
    writeFileSync(
      join(folder, "drizzle.config.ts"),
      `process.env.DATABASE_URL = "${url}";\nexport default ${JSON.stringify(config)};\n`,
    );
    const { code, out } = await runTool("drizzle-kit/bin.cjs", [
      "generate",
      "--config",
      relative(ROOT, join(folder, "drizzle.config.ts")),
      "--name",
      "drift",
    ]);
    if (code !== 0) return [`drizzle-kit (${dialect}) failed: ${out.slice(-400)}`];
    const added = readdirSync(join(folder, "out")).filter((name) => name.endsWith(".sql") && !known.has(name));
    return added.map(
      (name) =>
        `${dialect}: the schema changed and no migration says so:\n${readFileSync(join(folder, "out", name), "utf8").slice(0, 600)}`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const migrationsArePaired = check("migrations of both databases are paired", () =>
  unpaired(tagsOf("sqlite"), tagsOf("postgres")),
);

export const migrationsAreComplete = check("migrations hold the whole schema", async () =>
  (await Promise.all(DIALECTS.map((dialect) => drift(dialect)))).flat(),
);
