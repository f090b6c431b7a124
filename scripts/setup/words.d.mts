export function versionOfWords(): string;
export function writeWords(): void;
