import { mkdirSync } from "node:fs";
import { dialect } from "@/db/dialect";
import { sqliteFile } from "@/db/open-database";
import { prepareDatabase } from "@/db/prepare-database";
import { DEFAULT_TIME_ZONE } from "@/domain/accounts/person";
import { foundPlatform } from "@/server/accounts/found-platform";
import { newToken } from "@/server/accounts/account-mail";
import { env } from "@/server/platform/process/env";
import { settleKeys } from "@/server/sealing/key-checks";
import { runScript } from "@/server/platform/process/run-script";
import { execute } from "@/server/platform/execute";
import { mintActor } from "@/server/platform/identity/mint-actor";
import { platform } from "@/server/platform/platform";
import { hashOf } from "@/server/platform/identity/tokens";

await runScript(async () => {
  const { DATABASE_URL, DATA_DIR, baseUrl } = env();

  mkdirSync(DATA_DIR, { recursive: true, mode: 0o700 });
  await prepareDatabase(dialect === "sqlite" ? { dialect, file: sqliteFile() } : { dialect, url: DATABASE_URL });
  await settleKeys(platform().database);

  const email = process.argv[2] ?? "";
  const token = newToken();
  const name = email.split("@")[0] || "Administrator";
  const outcome = await execute(foundPlatform, {
    actor: mintActor({ kind: "system" }),
    input: { email, name, locale: "en", timeZone: DEFAULT_TIME_ZONE, tokenHash: hashOf(token) },
  });

  const write = (text: string) => process.stdout.write(`${text}\n`);
  if (outcome.kind === "done") {
    write(`${email} is an administrator. Set the password within 30 minutes, once, at:`);
    write(`${baseUrl}/en/reset-password?token=${token}`);
  } else {
    write("Usage: npm run first-admin -- EMAIL");
    process.exitCode = 1;
  }
  await platform().database.close();
});
