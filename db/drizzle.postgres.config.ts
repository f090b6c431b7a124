import { defineConfig } from "drizzle-kit";

process.env.DATABASE_URL = "postgres://unused";

export default defineConfig({
  dialect: "postgresql",
  casing: "snake_case",
  schema: "./db/schema/*.ts",
  out: "./db/migrations/postgres",
});
