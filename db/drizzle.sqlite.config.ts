import { defineConfig } from "drizzle-kit";

process.env.DATABASE_URL = "file:./unused.db";

export default defineConfig({
  dialect: "sqlite",
  casing: "snake_case",
  schema: "./db/schema/*.ts",
  out: "./db/migrations/sqlite",
});
