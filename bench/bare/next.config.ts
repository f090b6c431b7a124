import { join } from "node:path";
import type { NextConfig } from "next";

const repository = join(import.meta.dirname, "../..");

// The same Next and React as the product's, from the packages of the repository.
const config: NextConfig = {
  poweredByHeader: false,
  serverExternalPackages: ["better-sqlite3"],
  outputFileTracingRoot: repository,
  turbopack: { root: repository },
};

export default config;
