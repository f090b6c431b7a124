/** Nothing: without a file of its own Turbopack takes the product's, from the folders above, and the bare server would start the product's workers. */
export function register(): void {}
