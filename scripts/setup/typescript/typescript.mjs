const ON_THE_SERVER = new URL("on-the-server.mjs", import.meta.url).href;

/** The arguments by which node runs one of our TypeScript files outside Next. */
export const typescript = (file, ...args) => ["--import", ON_THE_SERVER, "--import", "tsx", file, ...args];
