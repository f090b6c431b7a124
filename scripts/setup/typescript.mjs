/** The arguments by which node runs one of our TypeScript files outside Next. */
export const typescript = (file, ...args) => ["--conditions=react-server", "--import", "tsx", file, ...args];
