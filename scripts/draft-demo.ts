// The demo market in an embedded database, for a start that brings it over to PostgreSQL. It ends with that start.
import { seedDemo } from "@/demo/main";

process.once("disconnect", () => process.exit(1));
process.channel?.unref();

await seedDemo((line) => console.log(line));
