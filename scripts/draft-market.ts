// The market that SEED names in an embedded database, for a start that brings it over to PostgreSQL. It ends with that start.
import { seedBulk } from "@/demo/bulk/main";
import { seedDemo } from "@/demo/main";
import { env } from "@/server/platform/process/env";

process.once("disconnect", () => process.exit(1));
process.channel?.unref();

const { SEED } = env();
const tell = (line: string) => console.log(line);
if (SEED === "demo") await seedDemo(tell);
else if (SEED !== "none") await seedBulk(SEED, tell);
